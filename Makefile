# Halte in a few words: `make demo` shows it, `make test` proves it. `make help` lists the rest.

.POSIX:
.SUFFIXES:
.PHONY: help setup develop demo test check supply soak faults forensics hostile screens bench translations migrations register keep lock clean

# Which Python makes .venv: the first of these that is 3.11 or newer, or the one you name.
PYTHON = $$(for name in python3.14 python3.13 python3.12 python3.11 python3; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && exit; done; echo python3)
PORT = 8000
DATA = .data/demo
BIN = .venv/bin

help: ## List these commands.
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name words; do printf '  make %-13s %s\n' "$$name" "$$words"; done

setup: ## Make .venv with what Halte needs to run.
	@set -- $(PYTHON); "$$@" -c '' 2>/dev/null || { echo 'Halte needs Python 3.11 or newer and found none: install python3 and python3-venv, or name one with PYTHON=.' >&2; exit 2; }; \
	"$$@" tools/bootstrap.py runtime

develop: ## The same, with what is needed to test and change it.
	@set -- $(PYTHON); "$$@" -c '' 2>/dev/null || { echo 'Halte needs Python 3.11 or newer and found none: install python3 and python3-venv, or name one with PYTHON=.' >&2; exit 2; }; \
	"$$@" tools/bootstrap.py development

demo: setup ## Show Calais on one cold evening: http://localhost:8000 (PORT= and DATA= change that).
	@exec $(BIN)/halte demo --port '$(PORT)' --data '$(DATA)'

test: develop ## Run every test, on both databases and in Chromium; what is skipped is listed at the end.
	@exec $(BIN)/python tools/tests.py

check: develop ## Linters, types, contracts, migrations, translations and data register in step.
	@exec $(BIN)/python tools/checks.py

supply: develop ## What Halte rests on: bill of materials (CycloneDX), and known weaknesses if there is a network.
	@exec $(BIN)/python tools/supply.py

soak: develop ## The long races and crash loops.
	@exec $(BIN)/pytest -m slow

faults: develop ## Crash at a thousand places, fill the disk, cut the power: what is left (docs/faults.md; needs gcc).
	@exec $(BIN)/python -m tools.faults --write

forensics: develop ## Ten thousand canaries in every field and form: none in any file, log or packet (docs/forensics.md).
	@exec $(BIN)/python -m tools.forensics --write

hostile: develop ## Whatever nobody types by mistake, in every field and address: no error, nothing runs (docs/hostile.md).
	@exec $(BIN)/python -m tools.hostile --write

screens: develop ## Take the screenshots of the README.
	@exec $(BIN)/python tools/screens.py

bench: setup ## Measure, and print the figures.
	@exec $(BIN)/halte bench

translations: develop ## Gather new texts into the .po files, and compile them.
	@exec $(BIN)/python tools/translations.py update

register: develop ## What every field knows: data register, impact assessment, sheet for a breach.
	@exec $(BIN)/python tools/register.py

keep: develop ## Keep this version's tables with rows of two houses (tests/kept); once released, they stay as they are.
	@exec $(BIN)/python -m tools.kept

lock: develop ## Pin dependencies with their hashes; the files name no index.
	@cd requirements && for list in runtime development; do \
	../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	--no-emit-find-links "$$list.in" -o "$$list.txt" || exit 2; done

clean: ## Remove .venv and everything made; the demo's data too.
	@rm -rf .venv .data .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache static-files
	@find . -name __pycache__ -type d -prune -exec rm -rf {} + ; find halte -name '*.mo' -delete
