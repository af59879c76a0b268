# The day's commands. `make` alone lists them.

# Where the Swift package manager builds; another folder lets two builds run side by side.
SCRATCH ?= .build
# Seconds for each fuzz target.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= lexer parser checker json ndjson-lines csv gzip documents sshd yaml pattern values
# Invented cases on which the engines are compared; 0 leaves them out.
FUZZ_CASES ?= 100000

export WRIT_SCRATCH := $(SCRATCH)

SWIFT_BUILD := swift build --scratch-path $(SCRATCH)
IMPORT_CHECK := --explicit-target-dependency-import-check error

.DEFAULT_GOAL := help
.PHONY: help build test format lint floors cover fuzz bench demo ci release clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

build: ## install what the build lacks, then build; an undeclared import is an error
	@scripts/setup build
	$(SWIFT_BUILD) $(IMPORT_CHECK)

test: ## install what the tests lack, then lint, floors and all tests
	@scripts/setup test
	@$(MAKE) --no-print-directory lint
	@if [ -n "$$CI" ] || command -v python3 >/dev/null; then scripts/floors; \
	else echo "floors: skipped, python3 is missing" >&2; fi
	@scripts/test $(IMPORT_CHECK)

format: ## rewrite the Swift sources in the house format
	swift format -i -p -r Sources Tests Package.swift

lint: ## fail where the Swift sources are not in the house format
	swift format lint --strict -p -r Sources Tests Package.swift

floors: ## fail where a target imports upward (docs/explanation/architecture.md)
	@scripts/floors

cover: ## run the tests with coverage and print a table by target
	@scripts/setup test
	@scripts/test $(IMPORT_CHECK) --enable-code-coverage
	@scripts/cover

fuzz: ## mutated input for each reader, FUZZ_SECONDS (60) each; FUZZ_CASES (100000) cases for all engines
	@scripts/setup build
	$(SWIFT_BUILD) -c release --product WritFuzz
	@for target in $(FUZZ_TARGETS); do \
	  echo "fuzz: $$target, $(FUZZ_SECONDS) s"; \
	  $(SCRATCH)/release/WritFuzz "$$target" "$(FUZZ_SECONDS)" || exit 1; \
	done
	@if [ "$(FUZZ_CASES)" != 0 ]; then $(SCRATCH)/release/WritFuzz differential "$(FUZZ_CASES)"; fi
	@if [ "$(FUZZ_CASES)" != 0 ]; then $(SCRATCH)/release/WritFuzz in-place 5000; fi

bench: ## measure writ beside DuckDB and regorus: CPU, memory, instructions
	@Benchmarks/run

demo: build ## audit this machine and a small invented company
	@scripts/demo

ci: ## what the server runs, word for word
	@.ci/run

release: ## build the optimized writ
	@scripts/setup build
	$(SWIFT_BUILD) -c release --product writ --static-swift-stdlib $(IMPORT_CHECK)

clean: ## remove everything that was built
	rm -rf $(SCRATCH)
