# quizgen's checks.  All of it works in a fresh clone: the environment is made when something needs it.
#
#   make quiz     seeds/ → output/: a deck, a sheet and a quiz for each piece of coverage
#   make test     every test
#   make bench    time and memory, each against a yardstick in the same run
#   make lint     formatting, ruff, mypy, import-linter
#
# VENV says where the environment lies; PYTHON which Python makes it; TESTS which tests to run.

VENV   ?= .venv
PYTHON ?= python3
TESTS  ?= tests
BIN     = $(VENV)/bin
READY   = $(VENV)/.ready
PAGES   = tests/pages/node_modules/.ready

.PHONY: quiz test bench lint format constraints clean

quiz: $(READY)
	$(BIN)/quizgen build

# The real Anki has an environment of its own: what it depends on is no concern of ours.
test: $(READY) $(VENV)-anki/.ready $(PAGES)
	QUIZGEN_ANKI_PYTHON=$(abspath $(VENV)-anki/bin/python) $(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

bench: $(READY)
	$(BIN)/python -m pytest --benchmark-only --benchmark-columns=min,median,max,rounds tests/bench

lint: $(READY)
	$(BIN)/ruff format --check quizgen tests
	$(BIN)/ruff check quizgen tests
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format quizgen tests
	$(BIN)/ruff check --fix quizgen tests

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=$(abspath constraints.txt) $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,lint]'
	touch $@

$(VENV)-anki/.ready: constraints.txt
	$(PYTHON) -m venv $(VENV)-anki
	$(VENV)-anki/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt anki
	touch $@

# The Nu HTML checker and axe, which look at our pages; without npm these tests are skipped.
$(PAGES): tests/pages/package.json
	mkdir -p $(@D)
	if command -v npm >/dev/null; then npm install --prefix tests/pages --no-package-lock --no-audit --no-fund --loglevel error; fi
	touch $@

# Pin anew: the newest versions that pyproject.toml allows, as an empty environment gets them.
constraints:
	rm -rf $(VENV)-pins
	$(PYTHON) -m venv $(VENV)-pins
	$(VENV)-pins/bin/python -m pip install --quiet --disable-pip-version-check '.[test,lint]' anki
	echo "# Versions that the checks run with; 'make constraints' writes this file anew." > constraints.txt
	$(VENV)-pins/bin/python -m pip freeze --exclude quizgen | grep '==' >> constraints.txt
	rm -rf $(VENV)-pins

clean:
	rm -rf $(VENV) $(VENV)-anki tests/pages/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
