"""A step on the split screen, as the script sends it and as a button does."""

from tests.archive.desk.splitting.made_up_page import last_key_of

JSON = {"accept": "application/json"}


def address(split):
    return f"/desk/pages/{split.page_id}/split/"


def send(client, split, do, seen=None, **fields):
    """Send a step as the script does."""
    seen = last_key_of(split) if seen is None else seen
    return client.post(address(split), {"do": do, "seen": seen, **fields}, headers=JSON)


def press(client, split, do, **fields):
    """Press a button without a script, and follow where it leads."""
    return client.post(address(split), {"do": do, "seen": last_key_of(split), **fields}, follow=True)
