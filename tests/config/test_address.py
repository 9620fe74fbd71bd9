"""HOST and PORT are read, and refused with one line."""

import socket

import pytest

from config.address import Address, read_address, require_free


@pytest.fixture
def listener():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_without_host_and_port_this_machine_alone_is_served(monkeypatch):
    monkeypatch.delenv("HOST", raising=False)
    monkeypatch.setenv("PORT", "")
    assert read_address() == Address("127.0.0.1", 8000)


@pytest.mark.parametrize(
    ("host", "bind", "url"),
    [
        ("127.0.0.1", "127.0.0.1:8001", "http://127.0.0.1:8001/"),
        ("0.0.0.0", "0.0.0.0:8001", "http://localhost:8001/"),
        ("[::1]", "[::1]:8001", "http://[::1]:8001/"),
        ("::", "[::]:8001", "http://localhost:8001/"),
        ("archive.local", "archive.local:8001", "http://archive.local:8001/"),
    ],
)
def test_an_address_is_written_for_the_server_and_for_the_browser(host, bind, url, monkeypatch):
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", "8001")
    address = read_address()
    assert (address.bind, address.url) == (bind, url)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80x", "8000.0", " ", "八千", "٨٠٠٠", "9" * 5000, "http"])
def test_a_port_that_is_none_is_refused_in_one_line(port, monkeypatch):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SystemExit, match=r"PORT=.*: give a number from 1 to 65535"):
        read_address()


def test_a_port_in_use_is_refused_in_one_line(listener):
    with pytest.raises(SystemExit, match=f"PORT={listener}: in use by another program"):
        require_free(Address("127.0.0.1", listener))


def test_a_port_in_use_at_one_address_is_not_free_at_every_address(listener):
    with pytest.raises(SystemExit, match="in use"):
        require_free(Address("0.0.0.0", listener))


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "host.invalid", "::ffff:zz", "a" * 300])
def test_a_host_that_is_not_this_machine_is_refused_in_one_line(host):
    with pytest.raises(SystemExit, match="not an address of this machine"):
        require_free(Address(host, 8000))


def test_a_free_port_is_left_free(listener):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    require_free(Address("127.0.0.1", port))
    require_free(Address("127.0.0.1", port))
