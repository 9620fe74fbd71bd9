"""Find a Chromium for the browser tests; as a program, install one and a Chinese font where they are missing.

Prints the path of the browser that `make test` is to use, or to standard error one line about what is missing.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile

# The shell is the same browser without windows of its own: a page costs it a third of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium-headless-shell", "chromium")  # the first that the system has
FONT = "fonts-noto-cjk"
MISSING = "no Chromium that starts: install one or set CHROMIUM=/path/to/it; without it no test looks at the pages"
SECONDS_TO_DOWNLOAD = 90
SECONDS_TO_INSTALL = 240
SECONDS_TO_START = 60

# Root has no sandbox; nothing that Chromium does of itself may reach the network or slow a test: a page's process is
# not followed by a spare one, which takes a quarter of the time of opening a page.
ARGUMENTS = (
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--renderer-process-limit=1",
)


def succeeds(command: list[str], seconds: int) -> bool:
    """Run a command in silence, end it and all that it started after some seconds; return whether it succeeded."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except OSError:
        return False
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


def starts(path: str) -> bool:
    """Return whether a browser runs on this machine: one without its libraries does not."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, "--headless", *ARGUMENTS, f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        return succeeds(command, SECONDS_TO_START)


def playwright_path() -> str:
    """Return the path where Playwright keeps a browser that it installed; there may be none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_chromium() -> str | None:
    """Return the path of an installed Chromium that starts: that of CHROMIUM alone where it is given."""
    if given := os.environ.get("CHROMIUM"):
        return given if starts(given) else None
    installed = [path for name in NAMES if (path := shutil.which(name))]
    return next((path for path in [*installed, playwright_path()] if starts(path)), None)


def has_chinese_font() -> bool:
    """Return whether Chinese text is more than empty boxes; taken for granted where nobody can say."""
    if not shutil.which("fc-list"):
        return True
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def install_packages(*packages: str) -> bool:
    """Install packages of the system, where this user may; return whether it went well."""
    if not shutil.which("apt-get"):
        return False
    apt = ["apt-get"] if os.geteuid() == 0 else ["sudo", "-n", "apt-get"]
    install = [*apt, "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    return succeeds([*apt, "update", "--quiet"], SECONDS_TO_INSTALL) and succeeds(install, SECONDS_TO_INSTALL)


def install_chromium() -> str | None:
    """Install Chromium by Playwright, else by the system's packages; return its path."""
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    if succeeds(download, SECONDS_TO_DOWNLOAD) and starts(path := playwright_path()):
        return path
    return find_chromium() if any(install_packages(name, FONT) for name in PACKAGES) else None


def main() -> int:
    """Print the path of a browser, installed if need be; return 1 where there is none and CI asks for one."""
    path = find_chromium()
    if path is None and not os.environ.get("CHROMIUM"):
        path = install_chromium()
    if not has_chinese_font():
        install_packages(FONT)
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
