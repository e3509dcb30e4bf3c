# The one door. `make demo` and `make test` do all their own set-up; everything else is listed by `make help`.

ASSAY = .venv/bin/assay
PY    = .venv/bin/python
RUN   = .venv/run
DEV   = .venv/dev
PEERS = .venv/peers
FAR   = .venv/far

.PHONY: help demo test test-far check fix bench docs screenshots lock clean

help:  ## list these
	@grep -E '^[a-z-]+: .*##' Makefile | sed 's/:.*## /\t/' | expand -t 10

demo: $(RUN)  ## install, then check and examine the example dossier
	@scripts/demo

test: $(DEV)  ## install what the tests need and run them all
	@scripts/chromium
	@$(PY) -m pytest

test-far: $(FAR)  ## does Spark find what DuckDB finds? Needs Java; installs Spark, which is large
	@$(PY) -m pytest -m far tests/test_far.py

check: $(DEV)  ## style, types, and that data flows one way
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-cache
	@scripts/types

fix: $(DEV)  ## let ruff mend what it can
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

bench: $(DEV) $(PEERS)  ## measure, and write the figures into docs/measurements.md
	@$(PY) bench/run.py

screenshots: $(DEV)  ## look at every view of the workbench: docs/screenshots/
	@scripts/chromium
	@$(PY) scripts/screenshots.py

docs: $(DEV)  ## write anew the parts of the docs that commands print
	@$(PY) scripts/docs.py

lock:  ## renew the lock files (needs uv)
	@scripts/lock

clean:  ## remove what these targets made
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(RUN): pyproject.toml requirements/run.txt scripts/venv
	@scripts/venv run

$(DEV): pyproject.toml requirements/dev.txt scripts/venv
	@scripts/venv dev

$(PEERS): pyproject.toml requirements/peers.txt scripts/venv
	@scripts/venv peers

$(FAR): pyproject.toml requirements/far.txt scripts/venv
	@scripts/venv far
