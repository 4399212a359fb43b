"""Looks up the locked dependencies for known faults: `make audit`. The only thing here that asks
the network, and only when a person asks for it.

pip-audit does the looking; it is installed beside the development environment, not in it. What it
says is believed only where it found every package: with no network, or behind a copy of the index
that knows no faults, it would say that there are none.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock")
NOT_ASKED = (
    "Nothing is known about the dependencies: the list of known faults at pypi.org did not answer. "
    "This needs the network; try again where there is one."
)
CLEAN, FAULTS, UNKNOWN = 0, 1, 2


def first_of(lock: str) -> str:
    """The first package of a lock, with its hashes: enough to learn whether anybody answers."""
    lines = lock.splitlines()
    start = next(n for n, line in enumerate(lines) if line[:1].isalnum())
    end = next((n for n in range(start + 1, len(lines)) if lines[n][:1].isalnum()), len(lines))
    return "\n".join(lines[start:end])


def ask(program: list[str], lock: Path) -> list[dict[str, object]] | None:
    """What pip-audit knows about each package of a lock; None where it could not learn it all."""
    options = ["--requirement", str(lock), "--require-hashes", "--disable-pip", "--format", "json"]
    ran = subprocess.run(
        [*program, *options, "--progress-spinner", "off"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    try:
        found: list[dict[str, object]] = json.loads(ran.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    return None if not found or any("vulns" not in each for each in found) else found


def audit(program: list[str], locks: list[Path]) -> int:
    """Ask about each lock and say what is known; the exit code."""
    known: dict[tuple[object, object], list[dict[str, object]]] = {}
    with tempfile.TemporaryDirectory() as place:
        first = Path(place) / "first.lock"
        first.write_text(first_of(locks[0].read_text(encoding="utf-8")), encoding="utf-8")
        for lock in (first, *locks):
            found = ask(program, lock)
            if found is None:
                sys.stderr.write(f"{NOT_ASKED}\n")
                return UNKNOWN
            for each in found:
                faults = each["vulns"]
                assert isinstance(faults, list)
                known[each["name"], each["version"]] = faults
    faulty = {which: faults for which, faults in known.items() if faults}
    for (name, version), faults in sorted(faulty.items(), key=str):
        for fault in faults:
            mended = fault.get("fix_versions")
            better = f"mended in {', '.join(mended)}" if isinstance(mended, list) and mended else ""
            sys.stdout.write(f"{name} {version}: {fault['id']} {better or 'not mended yet'}\n")
    sys.stdout.write(f"{len(known)} packages looked up, {len(faulty)} with a known fault.\n")
    if faulty:
        sys.stdout.write("make lock LOCK_ARGS=--upgrade takes the newest of everything.\n")
    return FAULTS if faulty else CLEAN


if __name__ == "__main__":
    there = [ROOT / name for name in LOCKS if (ROOT / name).is_file()]
    sys.exit(audit([sys.executable, "-m", "pip_audit"], there))
