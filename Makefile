# Two commands do everything: `make demo` and `make test`. Needs Python 3.11, make, git.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check format docs bench bench-scale clean

# The environment, made anew whenever what it must hold has changed.
.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'tracker needs Python 3.11 or later: make PYTHON=python3.11 ...' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

demo: .venv/installed  ## database from targets.toml and seeds/, status report, charts
	$(BIN)/tracker init --seeds
	$(BIN)/tracker status
	$(BIN)/tracker chart

test: .venv/installed  ## all tests
	$(BIN)/python -m pytest -n auto

check: .venv/installed  ## tests, style, types, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m cogapp -I . --check README.md
	$(BIN)/python -m pytest -n auto

format: .venv/installed  ## put the style right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/installed  ## write what README shows of the program
	$(BIN)/python -m cogapp -I . -r README.md
	$(BIN)/python -m tests.docs

bench: .venv/installed  ## what start-up, drawing and forecasts cost
	$(BIN)/python tests/bench.py
	$(BIN)/python -m pip install --quiet --group bench
	SIZE=0.1 $(BIN)/python tests/bench_scale.py imports server totals statuses

bench-scale: .venv/installed  ## the same of a million rows and more: 40 minutes, 6 GB
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python tests/bench_scale.py

clean:
	rm -rf .venv build dist charts
