# `make run` and `make test` need nothing but make and Python 3.11 or newer.
# Settings come from the environment or as make variables: make run PORT=8001 DATA_DIR=/srv/archive

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The first Python of these that runs and is new enough.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON := $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$python -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$python && break; done)
VENV := .venv/bin/python
# The files name every package (`make check` holds them to it), and pip compiles on one core: all of them do it below,
# without what it says of the packages' own code.
INSTALL := $(VENV) -m pip install --quiet --disable-pip-version-check --use-pep517 --no-compile --no-deps --require-hashes

# pytest with the Chromium that is found or installed.
BROWSE = CHROMIUM=$$($(VENV) -m tests.browser.chromium) && export CHROMIUM && $(VENV) -m pytest

# What is checked and tested stays away from every real archive.
NO_ARCHIVE := .venv/no-archive

# The archive starts many processes: each would compile the whole project again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install run test check check-types check-rest format looks screenshots

help:  ## print the targets
	@echo "make run          start the archive: http://127.0.0.1:8000/"
	@echo "                  PORT=8001 HOST=0.0.0.0 DATA_DIR=path SAMPLE=0 (without the sample reports)"
	@echo "make test         run all tests, in a browser too"
	@echo "make check        check format, lint, types, migrations, translations, requirements"
	@echo "make looks        look at every screen in every window and light; pictures go to looks/"
	@echo "make format       format the code"
	@echo "make screenshots  take the pictures of docs/img"
	@echo "make install      prepare .venv alone"

$(VENV):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv

# The stamp of an installation is newer than the requirements that it was made from.
.venv/%.installed: requirements/%.txt | $(VENV)
	@echo "Installing $<"
	@$(INSTALL) -r $<
	@$(VENV) -W ignore -m compileall -q -j 0 .venv/lib || true
	@touch $@

install: .venv/production.installed

run: install
	@exec $(VENV) manage.py serve --prepare

test: .venv/development.installed
	@$(BROWSE) -n 3 --dist loadfile --no-loadscope-reorder

check: .venv/development.installed
	@$(MAKE) --no-print-directory --jobs 2 check-types check-rest

check-types:
	@$(VENV) -m mypy .

# Its tests are picked from all: reading those compiles them once, and not in each process of `make test`.
check-types check-rest: override export DATA_DIR := $(NO_ARCHIVE)
check-rest:
	@$(VENV) -m pip check
	@$(VENV) -m ruff format --check .
	@$(VENV) -m ruff check .
	@$(VENV) manage.py check
	@$(VENV) manage.py makemigrations --check --dry-run
	@$(VENV) -m pytest -q -k test_repository

format: .venv/development.installed
	@$(VENV) -m ruff check --fix-only .
	@$(VENV) -m ruff format .

looks: export SCREENSHOTS := looks
looks: .venv/development.installed
	@$(BROWSE) -q -n 2 --dist loadfile tests/browser

screenshots: export PICTURES := docs/img
screenshots: .venv/development.installed
	@$(BROWSE) -q tests/browser/test_pictures.py
