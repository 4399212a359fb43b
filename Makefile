# The words of this project. `make start` shows it, `make test` proves it; CI calls the same words.
# Nothing is installed twice: the stamps in .venv remember what stands there.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

UV ?= uv#               used where it is there; without it, python -m venv and pip do the same
PYTHON ?=#              a Python to use, 3.11 or newer; found on the PATH when left empty
WORKERS ?= 2#           processes that run the tests
PYTEST_ARGS ?=#         for example PYTEST_ARGS="-k wizard"
LOCK_ARGS ?=#           LOCK_ARGS=--upgrade takes the newest of everything
TORTURE_ARGS ?=#        for example TORTURE_ARGS="kills signals --seed 7"; --help says what there is

VENV := .venv
BIN := $(VENV)/bin
IN_USE := $(VENV)/.installed-for-use
IN_DEV := $(VENV)/.installed-for-development
AUDIT := .venv-audit
IN_AUDIT := $(AUDIT)/.installed-for-audit
DEMO := demo-school
CANDIDATES := $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3 python
# The tests that the coverage of core and store is taken from; tracing the others would cost minutes.
TRACED := tests/core tests/store tests/office tests/cli
PYTEST := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export UV_PYTHON_DOWNLOADS := never
export PYTHONUTF8 := 1

.PHONY: help start test check bench torture audit snap golden shots lock clean system-packages

help:  ## say what each word does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

start: $(IN_USE)  ## install, then open the wizard on the demo school (with no terminal: build its report)
	@if [ ! -d $(DEMO) ]; then $(BIN)/sendwizard demo $(DEMO); fi
	@if [ -t 0 ] && [ -t 1 ]; then \
	    $(BIN)/sendwizard fill --folder $(DEMO); \
	else \
	    $(BIN)/sendwizard report 2025-26 --folder $(DEMO) \
	        --format html --format docx --format pdf --format md; \
	fi

test: $(IN_DEV) system-packages check  ## run everything that CI runs: check, then every test, then the coverage
	$(PYTEST) -n $(WORKERS) --dist worksteal -rs --cov --cov-report= $(TRACED) $(PYTEST_ARGS)
	$(BIN)/coverage report --include='sendwizard/core/*,sendwizard/store/*' --fail-under=95
	$(PYTEST) -n $(WORKERS) --dist worksteal -rs $(TRACED:%=--ignore=%) tests $(PYTEST_ARGS)

check: $(IN_DEV)  ## look without running: format, lint, types, contracts, spelling, the questions
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/sendwizard bank check

bench: $(IN_DEV)  ## measure, each row beside its yardstick
	@bash tests/system_packages.sh bench
	$(BIN)/python -m tests.bench.run

torture: $(IN_DEV)  ## kill it, cut it off, fail its writes and feed it rubbish; prints what was lost (an hour)
	$(BIN)/python -m tests.torture $(TORTURE_ARGS)

audit: $(IN_AUDIT)  ## look up the locked dependencies for known faults (asks pypi.org)
	@$(AUDIT)/bin/python tests/audit.py

snap: $(IN_DEV)  ## compare the pictures of the screens; make snap PYTEST_ARGS=--snapshot-update accepts them
	$(PYTEST) -m snapshot --snapshot-details $(PYTEST_ARGS)

golden: $(IN_DEV)  ## renew the reports that tests compare with; then read the diff
	SENDWIZARD_UPDATE_GOLDEN=1 $(PYTEST) -m golden $(PYTEST_ARGS)
	@git --no-pager diff --stat -- tests || true

shots: $(IN_DEV)  ## make the pictures of the README again
	$(BIN)/python tests/shots.py

lock:  ## pin every dependency with its hashes, for every system and Python (needs uv)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 1; }
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(LOCK_AUDIT) --output-file requirements-audit.lock

# Run away from any setting of this machine, so that no private index leaves a trace in the locks.
# Extras stay named: without them pip finds coverage[toml] unpinned once a newer coverage is out.
COMPILE = env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
    $(UV) pip compile --quiet --no-config --universal --python-version 3.11 \
    --generate-hashes --no-header --no-emit-index-url --no-strip-extras $(LOCK_ARGS)
LOCK = $(COMPILE) pyproject.toml
LOCK_AUDIT = $(COMPILE) --group audit

clean:  ## take away what make and the tools left behind (the demo school too, never output/)
	rm -rf $(VENV) $(AUDIT) $(DEMO) dist build .coverage .coverage.* htmlcov snapshot_report.html \
	    .torture .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------------------ the environment

# The first Python that is new enough and really starts (a pyenv shim may not).
define FIND_PYTHON
found= old=; \
for name in $(CANDIDATES); do \
    version=$$("$$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null </dev/null) || continue; \
    if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' </dev/null; then found=$$name; break; fi; \
    old=$$version; \
done; \
if [ -z "$$found" ] && command -v $(UV) >/dev/null; then found=$$($(UV) python find '>=3.11' 2>/dev/null || true); fi; \
if [ -z "$$found" ]; then \
    if [ -n "$$old" ]; then echo "sendwizard needs Python 3.11 or newer, and this machine has only $$old."; \
    else echo "sendwizard needs Python 3.11 or newer, and this machine has none."; fi >&2; \
    exit 1; \
fi
endef

$(BIN)/python:
	@$(FIND_PYTHON); \
	if command -v $(UV) >/dev/null; then $(UV) venv --quiet --allow-existing --python "$$found" $(VENV); \
	elif ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "$$found cannot make environments: on Debian and Ubuntu, apt-get install python3-venv mends that." >&2; \
	    exit 1; \
	else "$$found" -m venv $(VENV); fi

# $(call INSTALL,a lock): what the lock names and nothing else, each file checked by its hash;
# then the project itself, built with the hatchling of the lock.
define INSTALL
@echo "Installing from $(1) …"
@if command -v $(UV) >/dev/null; then \
    $(UV) pip install --quiet --python $(BIN)/python --require-hashes -r $(1); \
    $(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .; \
else \
    $(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null; \
    $(BIN)/python -m pip install --quiet --require-hashes -r $(1); \
    $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .; \
fi
endef

$(IN_USE): requirements.lock pyproject.toml | $(BIN)/python
	$(call INSTALL,requirements.lock)
	@touch $@

# It holds all of requirements.lock at the same versions, so it stands for both.
$(IN_DEV): requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	$(call INSTALL,requirements-dev.lock)
	@touch $(IN_USE) $@

# Made from the Python of the development environment; uv or pip, as above, and nothing without a hash.
$(IN_AUDIT): requirements-audit.lock | $(BIN)/python
	@echo "Installing from requirements-audit.lock into $(AUDIT) …"
	@if command -v $(UV) >/dev/null; then \
	    $(UV) venv --quiet --allow-existing --python $(BIN)/python $(AUDIT); \
	    $(UV) pip install --quiet --python $(AUDIT)/bin/python --require-hashes -r requirements-audit.lock; \
	else \
	    $(BIN)/python -m venv $(AUDIT); \
	    $(AUDIT)/bin/python -m pip install --quiet --require-hashes -r requirements-audit.lock; \
	fi
	@touch $@

# What pip cannot bring: installed as root on Debian and Ubuntu, named elsewhere.
system-packages:
	@bash tests/system_packages.sh
