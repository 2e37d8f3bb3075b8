"""Many requests at once: by wrk where it is installed, else by threads, which cost more than what they measure."""

import http.client
import shutil
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CONNECTIONS = 8
SCRIPT = """
local paths, at = {}, 0
for path in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = path end
request = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
done = function(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(95)))
end
"""


@dataclass(frozen=True)
class Load:
    """What a round of requests found. Times are in milliseconds."""

    rate: float
    failed: int
    p50: float
    p95: float


def measure(address, paths, seconds, connections=CONNECTIONS):
    """Ask for the paths in turn, for so many seconds."""
    return (by_wrk if shutil.which("wrk") else by_threads)(address, paths, seconds, connections)


def by_wrk(address, paths, seconds, connections):
    """Let wrk ask."""
    with tempfile.TemporaryDirectory() as folder:
        script, listed = Path(folder, "paths.lua"), Path(folder, "paths.txt")
        script.write_text(SCRIPT)
        listed.write_text("\n".join(paths))
        command = ["wrk", "--threads=1", f"--connections={connections}", f"--duration={seconds}s", "--timeout=30s"]
        done = subprocess.run(
            [*command, f"--script={script}", address],
            env={"BENCH_PATHS": str(listed), "PATH": "/usr/bin:/bin:/usr/local/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
    requests, duration, failed, p50, p95 = map(int, done.stdout.rpartition("RESULT ")[2].split())
    return Load(requests / (duration / 1e6), failed, p50 / 1e3, p95 / 1e3)


def by_threads(address, paths, seconds, connections):
    """Ask from threads of this process."""
    taken, failures = [], []
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(
            target=ask, args=(urlsplit(address).netloc, paths[number::connections] or paths, until, taken, failures)
        )
        for number in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(taken) or [0]
    return Load(len(taken) / seconds, len(failures), times[len(times) // 2] * 1e3, times[len(times) * 95 // 100] * 1e3)


def ask(netloc, paths, until, taken, failures):
    """Ask for the paths in turn, noting how long each took and which failed."""
    number = 0
    while (began := time.monotonic()) < until:
        connection = http.client.HTTPConnection(netloc, timeout=30)
        connection.request("GET", paths[number % len(paths)])
        answer = connection.getresponse()
        answer.read()
        connection.close()
        taken.append(time.monotonic() - began)
        if answer.status != 200:
            failures.append(answer.status)
        number += 1
