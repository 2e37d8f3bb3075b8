# Two commands matter: `make run` and `make test`. Both make what they need first and are safe to run again.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
POSTGRES ?= postgres://postgres@127.0.0.1:5432/postgres
STATIC := $(shell find static -type f)
CATALOGUES := $(wildcard newsroom/locale/*/LC_MESSAGES/*.po)

.PHONY: run test bench setup lint lock messages

run: export SITE_URL ?= http://localhost:$(PORT)
run: setup
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py roles --verbosity 0
	$(BIN)/python manage.py demo --login
	$(BIN)/python manage.py runserver $(PORT)

# Lint, then the whole suite on SQLite and, where a server answers, what touches the database on PostgreSQL too.
test: setup lint
	$(BIN)/pytest --numprocesses auto --dist worksteal
	@if $(BIN)/python -c "import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=3)" $(POSTGRES) 2>/dev/null; then \
		echo "PostgreSQL answers: what touches the database once more on it"; TEST_DATABASE_URL=$(POSTGRES) $(BIN)/pytest --only-database --numprocesses auto --dist worksteal; \
	elif [ -n "$$CI" ]; then echo "CI needs PostgreSQL at $(POSTGRES)"; exit 1; \
	else echo "No PostgreSQL at $(POSTGRES): tested on SQLite alone"; fi

# Pages beside a bare Django view, as ratios of one run. OPTIONS="--sizes 1000000 --seconds 10" and others.
bench: setup
	POSTGRES=$(POSTGRES) $(BIN)/python -m tests.benchmarks $(OPTIONS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

setup: .venv/installed .env .venv/front-end

.venv/installed: requirements-dev.lock
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'newsroom needs Python 3.11 or newer')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

.env:
	echo "DEBUG=true" > $@

# Compiled catalogues and hashed, compressed static files.
.venv/front-end: .venv/installed $(CATALOGUES) $(STATIC)
	$(BIN)/pybabel --quiet compile --directory newsroom/locale --domain "django djangojs"
	DEBUG=false SECRET_KEY=for-collecting-files-only $(BIN)/python manage.py collectstatic --no-input --verbosity 0
	touch $@

# For maintainers: write the lock files anew (needs uv) and collect messages (needs GNU gettext).
lock:
	uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	uv pip compile --quiet pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock

messages:
	for domain in django djangojs; do $(BIN)/python manage.py makemessages --domain $$domain --locale ko --locale vi --no-location --no-obsolete --ignore ".venv/*" --ignore "staticfiles/*" || exit 1; done
