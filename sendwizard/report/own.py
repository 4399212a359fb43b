"""Renders through a school's own templates in a process of its own, within time and memory.

A long loop in Jinja or Typst cannot be stopped from inside the process that runs it. Nothing is
written here, and nothing that the child says is taken for more than bytes and sentences.
"""

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from sendwizard.errors import UnreadableError
from sendwizard.report.child import Job, Limits, beginning_of, too_large, too_long
from sendwizard.report.model import Report
from sendwizard.report.render import Format, Rendered, Templates

LIMITS = Limits()
GRACE = 2.0
"""Seconds that the child has to start, and to say itself that its time is up."""
_BEGIN = "import sys; sys.path[:] = sys.argv[1:]; from sendwizard.report.child import main; main()"
"""Isolated, Python would miss an install for one user alone; so the child is told our own path."""
_KEPT = ("SOURCE_DATE_EPOCH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What it keeps of our environment: the date of a build, and what a Python needs to start."""
_NO_NETWORK = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9")
"""Typst would fetch a package whose name a template puts together; nothing listens there."""
_FEW_THREADS = {"RAYON_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
"""Each thread reserves memory that it never uses, which would count."""


def render_apart(
    report: Report,
    form: Format,
    templates: Templates,
    *,
    fragment: bool,
    limits: Limits = LIMITS,
) -> Rendered:
    """The report in a format, made in a child process.

    Raises UnreadableError for a fault of a template, and where it takes too long or too much.
    """
    own = None if templates.own is None else templates.own.absolute()
    whole = Templates(templates.ours.absolute(), own)
    job = Job(report, form, whole, fragment, limits)
    answer, complaint, code = _run(job)
    head, mark, data = answer.partition(b"\n")
    if code != 0 or not mark:
        raise UnreadableError(_broke_off(job, complaint, code))
    said = json.loads(head)
    if "fault" in said:
        raise UnreadableError(said["fault"])
    return Rendered(data, tuple(said["told"]))


def _run(job: Job) -> tuple[bytes, str, int]:
    """What the child answered and complained of, and how it ended."""
    path = [str(Path(each).absolute()) for each in sys.path]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    with (
        tempfile.TemporaryDirectory(prefix="sendwizard-") as empty,
        subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _BEGIN, *path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=empty,
            env=kept | _FEW_THREADS | _NO_NETWORK,
            start_new_session=True,  # a group of its own, which ends as one
        ) as child,
    ):
        try:
            answer, complaint = child.communicate(pickle.dumps(job), job.limits.seconds + GRACE)
        except subprocess.TimeoutExpired:
            raise UnreadableError(too_long(beginning_of(job), job.limits)) from None
        finally:
            _end(child)
    return answer, complaint.decode(errors="replace"), child.returncode


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is not None:
        return
    if sys.platform == "win32":
        child.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def _broke_off(job: Job, complaint: str, code: int) -> str:
    """A sentence for a child that was ended from outside. Raises RuntimeError for a fault of ours,
    which is anything else that the child does not tell itself.
    """
    if sys.platform != "win32" and code == -signal.SIGXCPU:
        return too_long(beginning_of(job), job.limits)
    if code < 0 or "MemoryError" in complaint:
        return too_large(beginning_of(job), job.limits)
    raise RuntimeError(complaint)
