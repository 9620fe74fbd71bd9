"""HOST and PORT -> the address that the site is served at, found free before anything starts."""

import errno
import socket
from dataclasses import dataclass

from config.environment import env

EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104  an operator who asks for it gets it


@dataclass(frozen=True, slots=True)
class Address:
    """Where the web server listens."""

    host: str
    port: int

    @property
    def family(self) -> socket.AddressFamily:
        """The family of the socket, as gunicorn chooses it."""
        return socket.AF_INET6 if ":" in self.host else socket.AF_INET

    @property
    def bind(self) -> str:
        """The address as gunicorn reads it: 127.0.0.1:8000, [::1]:8000."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_every(self) -> bool:
        """Whether the site answers at every address of the machine."""
        return self.host in EVERY_ADDRESS

    @property
    def reachable_host(self) -> str:
        """The host that this machine itself can ask."""
        return "localhost" if self.is_every else self.host

    @property
    def url(self) -> str:
        """The address as a browser on this machine opens it."""
        return f"http://{Address(self.reachable_host, self.port).bind}/"


def read_port() -> int:
    """Return PORT, 8000 where it is not given."""
    given = env.str("PORT", "") or "8000"
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:6]) <= 65535):
        raise SystemExit(f"PORT={given}: give a number from 1 to 65535")
    return int(given)


def read_address() -> Address:
    """Return the address of HOST and PORT: this machine alone where no HOST is given."""
    return Address((env.str("HOST", "") or "127.0.0.1").strip("[]"), read_port())


def require_free(address: Address) -> None:
    """Stop with one line where the web server could not listen at an address."""
    try:
        with socket.socket(address.family, socket.SOCK_STREAM) as probe:
            # A port whose last connections are still being closed is free, for gunicorn too.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address.host, address.port))
    except PermissionError:
        raise SystemExit(f"PORT={address.port}: this user may not use it; choose one above 1023") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SystemExit(
                f"PORT={address.port}: in use by another program; stop it or choose another port"
            ) from None
        raise SystemExit(f"HOST={address.host}: not an address of this machine") from None
