# What can be done in a clone. Each command first sets up what is missing;
# installer/README.md tells how.
PYTHON ?= python3
BIN := .venv/bin

# Without bytecode the program starts half a second later; another path would let
# foreign packages in.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH

.PHONY: setup run test bench soak pictures

setup:
	@$(PYTHON) installer/setup.py

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
	  $(BIN)/silian demo; \
	else \
	  echo "There is no display here, so the demonstration is written to demo-out/ instead of opening the window."; \
	  $(BIN)/silian demo --out demo-out; \
	fi

# One process more than there are cores: a third of the time a test waits for a server,
# a display or a program it started.
test: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/python -m pytest --numprocesses $$(($$(nproc) + 1)) --maxprocesses 5 \
	  --dist loadfile --no-loadscope-reorder

bench: setup
	@$(BIN)/python -m tests.bench

soak: setup
	@$(BIN)/python -m tests.soak

pictures: setup
	@$(BIN)/python -m ui.pictures $(SCENES)
