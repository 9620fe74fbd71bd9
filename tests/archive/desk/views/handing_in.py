"""Pages are handed in as the two forms of the screen do it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.archive.intake.made_up_files import TEXT

URL = "/desk/pages/add/"
JSON = {"accept": "application/json"}


def paste(client: Client, text: str = TEXT, **fields: str):
    return client.post(URL, {"paste": "1", "text": text, **fields})


def hand_in(client: Client, *files: tuple[str, bytes], headers: dict[str, str] | None = None, **fields: str):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(URL, {"files": "1", "file": uploads, **fields}, headers=headers)
