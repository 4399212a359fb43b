"""`python -m tests.torture [NAME…]`: runs the modules, prints one table, ends with 1 on a loss."""

import argparse
import importlib
import os
import sys
import time
from pathlib import Path

from tests.torture import HEAD, SECONDS, SEED, TIMES, say, wanted

HERE = Path(__file__).parent


def names() -> list[str]:
    """The modules that say what they do in a `main`."""
    found = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))
    return [name for name in found if "\ndef main() -> bool:" in _text(name)]


def _text(name: str) -> str:
    return (HERE / f"{name}.py").read_text(encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run what is asked for, or everything; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--seconds", type=float, help="how long each may take")
    parser.add_argument("--times", type=int, help="how many of each, for a short run")
    parser.add_argument("--seed", type=int, help="the seed of a run to repeat")
    asked = parser.parse_args(arguments)
    unknown = set(asked.names) - set(names())
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    for name, value in ((SEED, asked.seed), (SECONDS, asked.seconds), (TIMES, asked.times)):
        if value is not None:
            os.environ[name] = str(value)
    os.environ[SEED] = str(wanted().seed)
    sys.stdout.write(f"seed {os.environ[SEED]}\n{HEAD}\n")
    broken = [name for name in asked.names or names() if not _run(name)]
    sys.stdout.write(f"Lost something: {', '.join(broken)}\n" if broken else "Nothing was lost.\n")
    return 1 if broken else 0


def _run(name: str) -> bool:
    """Run one module; whether nothing was lost."""
    start = time.monotonic()
    fine: bool = importlib.import_module(f"tests.torture.{name}").main()
    say(f"{name} took {time.monotonic() - start:,.0f} s")
    return fine


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
