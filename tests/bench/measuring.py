"""How things are measured and how a row of the table is printed. Does not know what is measured."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
MEGABYTE = 1024 * 1024


def _environment() -> dict[str, str]:
    """Ours, with bytecode written, as it is on anybody's machine."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def median_of(command: list[str], runs: int = RUNS) -> float:
    """Median seconds of a fresh process that has run before, so that its bytecode is there."""
    return seconds_of(
        lambda: subprocess.run(command, check=True, capture_output=True, env=_environment()), runs
    )


def seconds_of(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median seconds of a piece of work that has been done once before."""
    work()
    return statistics.median(_times(work, runs))


def ninety_ninth(work: Callable[[], object], runs: int) -> float:
    """The 99th percentile of the seconds that a piece of work takes."""
    return statistics.quantiles(_times(work, runs), n=100)[98]


def _times(work: Callable[[], object], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def peak_of(command: list[str]) -> float:
    """The most memory that a process holds at once, in megabytes; 0 where the system says none."""
    if sys.platform == "win32":
        return 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MEGABYTE


def ratio(what: str, ours: float, yardstick: float, name: str, budget: float) -> None:
    """A row beside a yardstick that was measured in the same run; times in seconds."""
    found = ours / yardstick
    print(
        f"{what:<30}{ours * 1000:>9.1f} ms {yardstick * 1000:>9.1f} ms {name:<28}"
        f"{found:>6.2f} x, budget {budget} x{_over(found, budget)}"
    )


def absolute(what: str, found: float, unit: str, budget: float) -> None:
    """A row with a budget of its own."""
    print(f"{what:<30}{found:>9.1f} {unit}, budget {budget:g} {unit}{_over(found, budget)}")


def alone(what: str, ours: float, missing: str) -> None:
    """A row whose yardstick is not on this machine."""
    print(f"{what:<30}{ours * 1000:>9.1f} ms; {missing} is not here to compare it with")


def _over(found: float, budget: float) -> str:
    return "" if found <= budget else "  OVER"
