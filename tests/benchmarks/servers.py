"""Sites to measure: a database filled by `sample`, and servers in front of it, each with two workers."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import psycopg
from psycopg import sql

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
# Articles, quotes and investments of a sample, by its name.
SIZES = {
    "1000": (1_000, 2_000, 1_000),
    "20000": (20_000, 50_000, 20_000),
    "1000000": (200_000, 1_000_000, 1_000_000),
}
SERVERS = {
    "gunicorn": lambda module, port: [
        "gunicorn",
        "--workers=2",
        f"--bind=127.0.0.1:{port}",
        "--log-level=error",
        module,
    ],
    "granian": lambda module, port: [
        "granian",
        "--interface=wsgi",
        "--workers=2",
        "--host=127.0.0.1",
        f"--port={port}",
        "--log-level=error",
        module,
    ],
}


def environment(database_url, **more):
    """Return the environment of a site in production."""
    return os.environ | {
        "DEBUG": "false",
        "SECRET_KEY": "for-measuring-only",
        "LOG_LEVEL": "ERROR",
        "DATABASE_URL": database_url,
        **more,
    }


def build_site(database_url, size):
    """Migrate the database and fill it, unless that was done before; return how many seconds filling took."""
    manage = [sys.executable, ROOT / "manage.py"]
    articles, quotes, investments = SIZES[size]
    sizes = [f"--articles={articles}", f"--quotes={quotes}", f"--investments={investments}"]
    subprocess.run([*manage, "migrate", "--verbosity=0"], env=environment(database_url), check=True)
    began = time.monotonic()
    subprocess.run([*manage, "sample", *sizes], env=environment(database_url), check=True)
    return time.monotonic() - began


def database_urls(vendor, folder, server):
    """Return a function from the name of a size to the address of its database, which is made where it is missing."""

    def url(size):
        if vendor == "sqlite":
            return f"sqlite:///{folder / f'bench-{size}.sqlite3'}"
        name = f"newsroom_bench_{size}"
        with psycopg.connect(server, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"{server.rpartition('/')[0]}/{name}"

    return url


@contextmanager
def serving(server, module, database_url="sqlite://:memory:", path="/healthz", **more):
    """Run a server, and yield its address and its process once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    program, *arguments = SERVERS[server](module, port)
    process = subprocess.Popen(
        [BIN / program, *arguments],
        cwd=ROOT,
        env=environment(database_url, SITE_URL=address, **more),
        start_new_session=True,
    )
    try:
        wait_for(address + path, process)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(address, process, seconds=60):
    """Return once an address answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


def cpu_seconds(group):
    """Return how long the processes of a group have computed; Linux alone tells, elsewhere it is 0."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
