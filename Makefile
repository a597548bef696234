# Every verb makes .venv from locked, hashed sets on first use: `build` and `counts` from the small one of what building needs,
# the others add what tests and checks need. Only Python 3.11 or later and make are assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS := $(VENV)/.tests

# Both distributions with their extras, and what their tests need; kerberos is the one extra that has to be compiled.
BOTH := pyproject.toml generated/pyproject.toml --extra watch --extra testing --extra windows --extra pyreqwest --group pyproject.toml:versions

.DEFAULT_GOAL := build
PAGES ?= ../shared/docs
PYTHONS ?= 3.12 3.13 3.14
# Two for each core: many tests wait, for sockets and for other processes.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')

.PHONY: build test check style mypy basedpyright ty pyrefly fresh counts golden bench soak peers kerberos browser lowest versions openapi docs format lock clean

build: $(READY) ## the main job: specs to generated package
	$(BIN)/ucwagen build

test: $(TESTS) ## the whole test suite
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: style mypy basedpyright ty pyrefly fresh ## style, types, and a generated tree that is fresh

style: $(TESTS) ## style alone
	$(BIN)/ruff check generator generated specs tests docs
	$(BIN)/ruff format --check generator templates specs tests docs

mypy basedpyright: $(TESTS)
	$(BIN)/$@

ty pyrefly: $(TESTS)
	$(BIN)/$@ check

fresh: $(TESTS) ## whether the schema and the generated tree are fresh
	$(BIN)/ucwagen schema --check
	$(BIN)/ucwagen build --check

counts: $(READY) ## how many facts the specs hold, explained by the pages where they are at hand (PAGES=folder of both editions)
	$(BIN)/ucwagen counts $(wildcard $(PAGES)/2022 $(PAGES)/2016)

golden: $(TESTS) ## renew the table in docs/documented-messages.md, if all of them hold; needs ../shared
	$(BIN)/python -m pytest -n $(WORKERS) --quiet --update-table tests/golden

bench: $(TESTS) ## figures as ratios to the floor and to named peers (PARTS="messages large import clients build talking testing users": some of them)
	$(BIN)/python tests/bench/run.py $(PARTS)

soak: $(TESTS) ## the long run under faults: thousands of events, bugs on purpose, a hundred kills
	$(BIN)/python -m tests.soak

kerberos: $(TESTS) ## what the tests of Kerberos need: it is built from source, with libkrb5-dev and a compiler, unoptimized, which takes a third of the time
	CFLAGS="-O0 -g0" $(BIN)/python -m pip install --quiet --require-hashes -r tests/kerberos/requirements.lock

browser: $(TESTS) ## what the tests in a browser need besides Chromium of this machine
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/browser/requirements.lock

docs: $(TESTS) ## the site of the documentation, in build/site
	$(BIN)/python -m pip install --quiet --require-hashes -r docs/requirements.lock
	$(BIN)/python docs/site/build.py

lowest: $(TESTS) ## both distributions, from wheels, with the lowest versions that they allow
	$(BIN)/python tests/versions/prove.py lowest

versions: $(TESTS) ## both distributions, from wheels: lowest versions, and each later Python that is at hand
	$(BIN)/python tests/versions/prove.py lowest $(PYTHONS)

openapi: ## what the tests of the OpenAPI document need: validators and generators of others, in an environment of their own
	$(PYTHON) -m venv .venv-openapi
	.venv-openapi/bin/python -m pip install --quiet --require-hashes -r tests/openapi/requirements.lock

peers: ## other generators to be measured with, in an environment of their own
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet openapi-python-client==0.29.1 "datamodel-code-generator[httpx2]==0.89.0" openapi-generator-cli==7.26.0 black

format: $(TESTS) ## put the hand-written code into shape
	$(BIN)/ruff check --fix generator specs tests docs
	$(BIN)/ruff format generator templates specs tests docs

lock: ## renew the locks from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group build --constraint requirements.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file requirements-build.lock
	echo 'pyspnego[kerberos]' | uv pip compile - --constraint requirements.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file tests/kerberos/requirements.lock
	echo zensical | uv pip compile - --constraint requirements.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file docs/requirements.lock
	echo playwright | uv pip compile - --constraint requirements.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file tests/browser/requirements.lock
	printf 'pytest-asyncio\npytest-cov\n' | uv pip compile - --constraint requirements.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file tests/plugin/requirements.lock
	uv pip compile $(BOTH) --resolution lowest-direct --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file tests/versions/lowest.lock
	uv pip compile $(BOTH) --constraint requirements.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file tests/versions/newest.lock
	uv pip compile tests/openapi/requirements.in --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file tests/openapi/requirements.lock

clean: ## remove what the other verbs made outside git
	rm -rf $(VENV) $(wildcard .venv-*) build dist generated/dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): requirements-build.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; run make PYTHON=...") if sys.version_info < (3, 11) else None'
	@echo "making $(VENV) with what building needs"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-build.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "generated.pth").write_text(str(pathlib.Path("generated").resolve()) + "\n")'
	touch $@

$(TESTS): $(READY) requirements.lock
	@echo "adding what tests and checks need to $(VENV); this takes a minute"
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	touch $@
