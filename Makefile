# Arpent: `make plan` is the main job, `make test` runs every test. SPDX-License-Identifier: GPL-3.0-or-later
SHELL := /bin/bash
.DEFAULT_GOAL := help

SCENARIO ?= models/scenarios/mistral-compute.toml
OUT ?= plan
ARPENT := .build/release/arpent

# Where things are installed; DESTDIR stands before PREFIX while a package is made.
PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: help setup setup-test build plan test test-fast test-slow test-release check bench coverage sanitize install uninstall clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## install the Debian packages needed to build and run
	@scripts/setup build

setup-test: ## install what the slow tests need besides
	@scripts/setup test
	@scripts/oracles/setup

build: setup ## build the release binary
	swift build -c release --product arpent --explicit-target-dependency-import-check error

plan: build ## solve SCENARIO and write tables, maps and a report to OUT
	$(ARPENT) plan $(SCENARIO) -o $(OUT)

test: setup-test ## every test: fast suite first, slow suites after
	@scripts/test all

test-fast: ## the fast suite alone
	@scripts/setup check
	@scripts/test fast

test-slow: setup-test ## the slow suites alone: second solvers, crash and whole-program tests
	@scripts/test slow

test-release: setup-test ## inputs that once gave a wrong answer, asked of the release binary
	@scripts/test release

check: ## format, import rules, lint of scripts, build with warnings as errors, fast tests
	@scripts/setup check
	@scripts/test fast

bench: build setup-test ## measure; see Benchmarks/README.md
	Benchmarks/run

coverage: ## lines that the fast suite runs, by module
	@scripts/setup check
	@scripts/test coverage

sanitize: ## the fast suite under the address sanitizer
	@scripts/setup check
	@scripts/test sanitize

install: ## put program, data, manual and completions below PREFIX; after make build
	@scripts/install "$(ARPENT)" "$(DESTDIR)" "$(PREFIX)"

uninstall: ## remove what make install put there
	@scripts/install remove "$(DESTDIR)" "$(PREFIX)"

clean: ## remove what was built
	rm -rf .build .build-*
