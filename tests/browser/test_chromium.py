"""A browser is found, or installed, or its absence is told in one line."""

import stat
import subprocess

import pytest

from tests.browser import chromium


@pytest.fixture
def bin_folder(tmp_path, monkeypatch):
    """A machine without a browser: an empty PATH, and no way to download one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    monkeypatch.setattr(chromium, "SECONDS_TO_DOWNLOAD", 1)  # it would try again and again
    monkeypatch.setattr(chromium, "playwright_path", lambda: str(tmp_path / "browsers" / "chrome"))
    for name in ("CHROMIUM", "CI"):
        monkeypatch.delenv(name, raising=False)
    return folder


def put(folder, name, script="exit 0"):
    """Put a program into a folder."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize("name", chromium.NAMES)
def test_an_installed_browser_is_found_by_any_of_its_names(name, bin_folder):
    path = put(bin_folder, name)
    assert chromium.find_chromium() == path


def test_the_browser_of_the_environment_comes_first(bin_folder, tmp_path, monkeypatch):
    put(bin_folder, "chromium")
    monkeypatch.setenv("CHROMIUM", put(tmp_path, "my-browser"))
    assert chromium.find_chromium() == str(tmp_path / "my-browser")


def test_a_browser_that_does_not_start_is_passed_over(bin_folder):
    put(bin_folder, "chromium", "exit 127")
    path = put(bin_folder, "google-chrome")
    assert chromium.find_chromium() == path


@pytest.mark.parametrize("package", chromium.PACKAGES)
def test_a_missing_browser_comes_from_the_packages_that_the_system_has(package, bin_folder, capsys):
    sudo = 'shift; exec "$@"'
    put(bin_folder, "sudo", sudo)
    browser = bin_folder / package
    install = f'echo "#!/bin/sh" >{browser}; /bin/chmod +x {browser}'
    put(bin_folder, "apt-get", f'case "$*" in update*) ;; *" {package} "*) {install} ;; *) exit 100 ;; esac')
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"{browser}\n"


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_without_a_browser_one_line_says_so(ci, status, bin_folder, capsys, monkeypatch):
    monkeypatch.setenv("CI", ci)
    assert chromium.main() == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [chromium.MISSING]


def test_a_browser_that_was_named_and_does_not_start_is_not_replaced(bin_folder, monkeypatch, capsys):
    put(bin_folder, "apt-get", "echo installed >&2")
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    assert chromium.main() == 0
    assert capsys.readouterr().out == ""


def test_a_command_that_takes_too_long_is_ended_with_all_it_started(tmp_path):
    assert not chromium.succeeds(["/bin/sh", "-c", f"sleep 600 & echo $! > {tmp_path}/pid; wait"], 2)
    started = (tmp_path / "pid").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", started], capture_output=True, text=True, check=False)
    assert state.stdout.strip()[:1] in ("", "Z")
