"""What an operator relies on: settings, checks, migrations, health, headers, static files."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parent.parent
PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "a-production-secret-0123456789-abcdefghij-ABCDEFGHIJ-!?",
    "SITE_URL": "https://news.example",
    "DATABASE_URL": "sqlite://:memory:",
}


def manage(*arguments, **environment):
    """Run manage.py in a process of its own, with nothing of the tests' environment but the path."""
    clean = {"PATH": os.environ["PATH"]} | environment
    command = [sys.executable, "-W", "error", ROOT / "manage.py", *arguments]
    return subprocess.run(command, env=clean, capture_output=True, text=True, timeout=60)


@pytest.mark.slow
def test_deploy_check_has_no_warning():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), done.stderr


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"DEBUG": "false", "SECRET_KEY": ""}, "SECRET_KEY is not set"),
        ({**PRODUCTION, "SITE_URL": "news.example"}, "SITE_URL must be an address"),
    ],
)
def test_production_refuses_to_start_without_its_settings(environment, told):
    done = manage("check", **environment)
    assert done.returncode != 0
    assert told in done.stderr.strip().splitlines()[-1]


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_healthz_answers_without_a_database(client):
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_readyz_asks_the_database(client):
    assert client.get("/readyz").content == b"ready\n"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/ko/", "/ko/investments/", "/ko/investments.csv", "/ko/nothing/", "/healthz"])
def test_public_answers_carry_the_headers(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers.get("Vary", "")


@pytest.mark.django_db
def test_only_public_pages_may_be_kept(client):
    assert client.get("/ko/").headers["Cache-Control"] == "public, no-cache"
    assert client.get("/ko/nothing/").headers["Cache-Control"] == "no-store"
    assert "no-store" in client.get("/admin/login/").headers["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(("asked", "language"), [("ko", "ko"), ("vi,en;q=0.5", "vi"), ("fr", "ko"), ("", "ko")])
def test_root_leads_to_the_readers_language(client, asked, language):
    response = client.get("/", headers={"accept-language": asked})
    assert response.headers["Location"] == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.django_db
def test_links_never_follow_the_host_header(client):
    text = client.get("/sitemap-articles.xml", headers={"host": "localhost"}).text
    text += client.get("/ko/articles.atom", headers={"host": "localhost"}).text
    text += client.get("/ko/", headers={"host": "localhost"}).text
    assert "//localhost" not in text
    assert client.get("/ko/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.django_db
def test_not_found_page_speaks_the_language(client):
    response = client.get("/vi/nothing/")
    assert response.status_code == 404
    assert 'lang="vi"' in response.text


def test_every_setting_and_command_is_in_the_readme():
    readme = (ROOT / "README.md").read_text()
    read = re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (ROOT / "newsroom" / "settings.py").read_text())
    commands = [path.stem for path in (ROOT / "articles" / "management" / "commands").glob("[a-z]*.py")]
    assert len(read) > 10
    assert [name for name in [*read, *commands] if f"`{name}" not in readme] == []
