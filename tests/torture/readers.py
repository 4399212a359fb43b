"""Every reader fed with rubbish for ten minutes, each in a process of its own, with limits.

With atheris, which sees the way that a file takes through the code, where it is installed; without
it by changes at random to files that are kept. What does harm is kept in `corpus/`, and the short
form reads it ever after.
"""

import hashlib
import importlib.util
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.store.readers import CORPUS, READERS, Reader
from tests.torture import row, say, wanted

SECONDS = 600.0
"""For all readers together."""
LONGEST = 1.0
"""Seconds of the process's own time for one file."""
MOST_MB = 300
"""Of memory, at the peak, for everything that the process holds."""
_HARD_MB = 4_096
"""Of address space: what keeps this machine alive. libFuzzer alone reserves some."""
_LARGEST = 4_096
"""Bytes of a file that is made up."""
TOLD = 3
ROOT = Path(__file__).resolve().parents[2]
GROWN = ROOT / ".torture"
"""What atheris found worth keeping, for the next run; not part of the project."""
WORDS = [
    *(b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b".", b'"', b'"""', b"'''", b"#", b"\n", b"\\"),
    *(
        b"[end]\n",
        b"true",
        b"0x",
        b"1e9999",
        b"\x1b[2J",
        b"\xc2\x9b",
        b"\xe2\x80\xae",
        b"\xff",
        b"\0",
    ),
    *(
        b"*",
        b"_",
        b"![",
        b"](",
        b"<!DOCTYPE x>",
        b"<w:p/>",
        b"&x;",
        b'w:val="999999999"',
        b"PK\x01\x02",
    ),
]

_BEGIN = """
import contextlib, sys
from pathlib import Path
seen = contextlib.nullcontext()
with contextlib.suppress(ImportError):
    import atheris
    seen = atheris.instrument_imports(include=["sendwizard", "tomllib", "markdown_it"])
with seen:
    from tests.torture.readers import inside
inside(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
"""
"""atheris only sees what is imported under its eyes."""


def main() -> bool:
    """Each reader for its share of the time; whether all of them survived."""
    asked = wanted()
    share = (asked.seconds or SECONDS) / len(READERS)
    fine = [_one(reader, share, asked.seed) for reader in READERS]
    return all(fine)


def _one(reader: Reader, seconds: float, seed: int) -> bool:
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # spares the disk
    with tempfile.TemporaryDirectory(prefix="sendwizard-torture-", dir=memory) as folder:
        report = Path(folder) / "report"
        ran = subprocess.run(
            [sys.executable, "-c", _BEGIN, reader.name, str(seconds), str(seed), folder],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds * 3 + 60,
            check=False,
        )
        lines = report.read_text(encoding="utf-8").split() if report.exists() else []
        count, slowest, peak = (*map(float, lines), 0.0, 0.0, 0.0)[:3]
        found = list(Path(folder).glob("found-*"))
        for each in found[:TOLD]:
            say(f"{reader.name}: {_keep(reader, each)}")
    broken = len(found) or int(ran.returncode != 0)
    if ran.returncode:
        say(f"{reader.name}: {ran.stderr.strip()[-600:]}")
    fine = [
        row(f"files read: {reader.name}", int(count), broken, peak, MOST_MB, "MB"),
        row("  longest", int(count), 0, slowest, LONGEST, "s"),
    ]
    return all(fine)


def _keep(reader: Reader, found: Path) -> Path:
    """Puts what did harm to the files that every run reads."""
    data = found.read_bytes()
    kept = CORPUS / reader.name / f"found-{hashlib.sha256(data).hexdigest()[:12]}"
    kept.write_bytes(data)
    return kept.relative_to(ROOT)


# -- in the process of its own ----------------------------------------------------------


class _Watch:
    """Reads one file after the other, and keeps count of the time and of what went wrong."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self._reader, self._folder = reader, folder
        self.count, self.slowest, self._told = 0, 0.0, 0.0

    def __call__(self, data: bytes) -> None:
        start = time.process_time()
        try:
            self._reader.read(data, self._folder / "school")
        except Exception as error:  # noqa: BLE001 - anything at all is what is looked for
            self._found(data, repr(error))
        took = time.process_time() - start
        self.count += 1
        if took > LONGEST:
            self._found(data, f"took {took:.2f} s")
        if took > self.slowest or time.monotonic() - self._told > 1:
            self.slowest = max(self.slowest, took)
            self.report()

    def report(self) -> None:
        """How many, how slow, how large: written as it goes, since libFuzzer never comes back."""
        self._told = time.monotonic()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
            1024 if sys.platform == "linux" else 1024 * 1024
        )
        text = f"{self.count} {self.slowest:.3f} {peak:.0f}"
        (self._folder / "report").write_text(text, encoding="utf-8")

    def _found(self, data: bytes, why: str) -> None:
        name = f"found-{hashlib.sha256(data).hexdigest()[:12]}"
        (self._folder / name).write_bytes(data)
        sys.stderr.write(f"{name}: {why}\n")


def inside(name: str, seconds: float, seed: int, folder: Path) -> None:
    """What the process of its own does."""
    reader = next(each for each in READERS if each.name == name)
    resource.setrlimit(resource.RLIMIT_AS, (_HARD_MB * 1024 * 1024,) * 2)
    watch = _Watch(reader, folder)
    for data in reader.seeds():
        watch(data)
    watch.slowest = 0.0  # the first of them loads what the reader needs
    if importlib.util.find_spec("atheris") is not None:
        _with_atheris(watch, reader, seconds, seed)
        return
    end = time.monotonic() + seconds
    for data in _changed(reader.seeds(), random.Random(seed)):  # noqa: S311 - to be repeated
        watch(data)
        if time.monotonic() > end:
            break
    watch.report()


def _changed(seeds: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """The seeds with pieces put in, taken out, said twice and turned, without end."""
    known = [each for each in seeds if len(each) <= _LARGEST] or [b""]
    while True:
        data = bytearray(chance.choice(known))
        for _ in range(chance.randint(1, 6)):
            _change(data, known, chance)
        yield bytes(data[: 4 * _LARGEST])


def _change(data: bytearray, known: list[bytes], chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    to = min(len(data), at + chance.randint(0, 60))
    match chance.randrange(6):
        case 0:
            data[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 2, 30, 400))
        case 1:
            del data[at:to]
        case 2:
            data[at:at] = data[at:to] * chance.randint(1, 20)
        case 3:
            other = chance.choice(known)
            begin = chance.randint(0, len(other))
            data[at:to] = other[begin : begin + 200]
        case 4 if at < len(data):
            data[at] = chance.randrange(256)
        case _:
            data[at:at] = chance.randbytes(chance.randint(1, 8))


def _with_atheris(
    watch: Callable[[bytes], None], reader: Reader, seconds: float, seed: int
) -> None:
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # if installed

    grown = GROWN / reader.name
    grown.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            "readers",
            f"-max_total_time={max(1, round(seconds))}",
            f"-max_len={_LARGEST}",
            f"-seed={seed or 1}",
            "-timeout=20",
            "-rss_limit_mb=0",  # kept by the report, which tells how much it was
            "-print_final_stats=0",
            "-verbosity=0",
            str(grown),
            str(CORPUS / reader.name),
        ],
        watch,
    )
    atheris.Fuzz()
