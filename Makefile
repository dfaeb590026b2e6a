# Everything from nothing but Python 3.11 and make: each target does the set-up it needs itself.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS := never
export UV_LINK_MODE := copy
BIN := .venv/bin

.PHONY: setup demo test evaluate evaluate-understanding train-understanding benchmark chaos check format lock docs clean

setup: .venv/ready

.uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@echo "Getting uv …"
	@$(PYTHON) -m venv .uv && .uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/ready: .uv/bin/uv requirements-dev.txt pyproject.toml
	@echo "Installing what the lock names …"
	@.uv/bin/uv venv --quiet --allow-existing --python $(PYTHON) .venv
	@.uv/bin/uv pip sync --quiet --python .venv --require-hashes requirements-dev.txt
	@.uv/bin/uv pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	@$(BIN)/sync-triage demo

test: check
	$(BIN)/pytest

evaluate: setup
	$(BIN)/python -m benchmarks.evaluation

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check --check-fail-msg "run make docs" README.md

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: setup
	$(BIN)/cog -r README.md

evaluate-understanding: setup
	@$(BIN)/python -m benchmarks.understanding.evaluate

# In an environment of its own: nothing else needs scikit-learn.
train-understanding: .train/ready
	@.train/bin/python -m benchmarks.understanding.train

.train/ready: .uv/bin/uv requirements-train.txt
	@.uv/bin/uv venv --quiet --allow-existing --python $(PYTHON) .train
	@.uv/bin/uv pip sync --quiet --python .train --require-hashes requirements-train.txt
	@touch $@

# `make benchmark PARTS="acks calls"` measures these alone.
benchmark: setup
	$(BIN)/python -m benchmarks.desk $(PARTS)

chaos: setup
	$(BIN)/python -m tests.chaos

lock: .uv/bin/uv
	.uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--group dev pyproject.toml -o requirements-dev.txt
	.uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		-c requirements-dev.txt pyproject.toml -o requirements.txt
	.uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--group train -o requirements-train.txt

clean:
	rm -rf .venv .train .uv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info
