# Two commands matter: `make run` and `make test`. The rest serves them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run setup test lint types format test-postgres evaluate bench screens lock clean

run: setup          ## load the sample data on first use and serve the dashboard
	@$(BIN)/steppe load sample_data --if-empty
	@$(BIN)/steppe serve

setup: .venv/run-ready          ## make .venv with the `steppe` command in it

test: .venv/test-ready          ## everything that must hold: lint, types, contracts, all tests
	@sh tests/browser/chromium.sh
	@$(MAKE) --no-print-directory lint types
	$(BIN)/python -m pytest -n 2 --dist loadgroup

test-postgres: .venv/test-ready          ## the store and all queries on a throwaway PostgreSQL server
	@sh tests/postgres.sh
	$(BIN)/python -m tests.postgres -n 2

lint: .venv/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=. $(BIN)/lint-imports

types: .venv/test-ready
	$(BIN)/mypy

format: .venv/test-ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: .venv/test-ready          ## the coder measured on all gold, by set and language
	@$(BIN)/python -m tests.gold.measure

bench: .venv/test-ready          ## speed, as ratios measured in one run; then pages in a browser, in seconds
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.browser.speed

screens: .venv/test-ready          ## pictures of every page into docs/screens
	$(BIN)/python -m tests.browser.screens

lock: .venv/run-ready          ## renew both lock files from pyproject.toml (needs uv)
	uv pip compile -q --generate-hashes --no-emit-index-url --no-header --extra build --extra postgres pyproject.toml -o requirements.lock
	uv pip compile -q --generate-hashes --no-emit-index-url --no-header --extra build --extra postgres --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/run-ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 13); sys.exit(None if ok else f"Steppe needs Python 3.11 or 3.12; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11 $(MAKECMDGOALS)")'
	@echo "Making .venv with the locked dependencies: about a minute, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-ready: .venv/run-ready requirements-test.lock
	@echo "Adding the test tools to .venv."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-test.lock
	@touch $@
