"""Environment variables -> typed settings; a bad value stops the start with one clear line."""

import secrets
from pathlib import Path

from environs import Env

ROOT = Path(__file__).resolve().parent.parent

env = Env()

ENGINES = ("tantivy", "whoosh")

_MOST_PAST_SEARCHES = 1000
_MOST_PROXIES = 9


def read_data_dir() -> Path:
    """Return the folder that holds everything the program writes, made if missing, for its owner alone."""
    folder = Path(env.str("DATA_DIR", str(ROOT / "data"))).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def read_secret_key(data_dir: Path) -> str:
    """Return SECRET_KEY, or the key kept in DATA_DIR, made at the first start."""
    given = env.str("SECRET_KEY", "")
    if given:
        return given
    path = data_dir / "secret_key"
    try:
        with path.open("x") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


def read_engine() -> str:
    """Return the name of the search engine that answers the site."""
    name = env.str("SEARCH_ENGINE", "tantivy")
    if name not in ENGINES:
        raise SystemExit(f"SEARCH_ENGINE={name}: choose one of {', '.join(ENGINES)}")
    return name


def read_hosts() -> list[str]:
    """Return the host names that the site answers to: this machine, HOST, and ALLOWED_HOSTS."""
    host = env.str("HOST", "127.0.0.1")
    return ["localhost", "127.0.0.1", "[::1]", host, *env.list("ALLOWED_HOSTS", [])]


def read_past_searches() -> int:
    """Return how many past searches are kept of each reader."""
    return _read_number("PAST_SEARCHES", "50", _MOST_PAST_SEARCHES, "keeps none")


def read_proxies() -> int:
    """Return how many web servers of the operator's own every request comes through."""
    return _read_number("PROXIES", "0", _MOST_PROXIES, "none stands before the archive")


def _read_number(name: str, usual: str, most: int, meaning_of_none: str) -> int:
    given = env.str(name, usual)
    if not (given.isascii() and given.isdecimal() and int(given) <= most):
        raise SystemExit(f"{name}={given}: give a number from 0 ({meaning_of_none}) to {most}")
    return int(given)
