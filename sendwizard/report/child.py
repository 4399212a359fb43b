"""The other side of `own`: renders in a process of its own, within the limits that it sets itself.

Reads one job from standard input, writes one answer to standard output, and touches nothing else.
"""

import contextlib
import json
import pickle
import signal
import sys
from dataclasses import dataclass
from math import ceil
from types import FrameType

from sendwizard.errors import UnreadableError
from sendwizard.report.faults import place_of
from sendwizard.report.model import Report
from sendwizard.report.render import Format, Rendered, Templates, render_here

if sys.platform != "win32":
    import resource

MOST_BYTES = 32 * 1024 * 1024
"""The largest report that is handed back."""
_OF_A_TEMPLATE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a template can run into by itself, besides what Jinja has names for."""


@dataclass(frozen=True)
class Limits:
    """How much a template may use."""

    seconds: float = 20.0
    memory: int = 1024**3
    """Bytes of address space; kept by Linux alone. Elsewhere the time is the only limit."""


@dataclass(frozen=True)
class Job:
    """One format to render, as the parent hands it over."""

    report: Report
    form: Format
    templates: Templates
    """With whole paths, since the child works in another folder."""
    fragment: bool
    limits: Limits


def main() -> None:
    """Answer the job on standard input."""
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent a moment ago
    sys.stdout.buffer.write(_answer(job))


def _answer(job: Job) -> bytes:
    """A line of JSON that holds what is to be told, or the fault; behind it the report."""
    try:
        rendered = _rendered(job)
    except UnreadableError as error:
        return json.dumps({"fault": str(error)}).encode() + b"\n"
    return json.dumps({"told": rendered.told}).encode() + b"\n" + rendered.data


def _rendered(job: Job) -> Rendered:
    def place(error: BaseException) -> str:
        return place_of(error, job.templates) or beginning_of(job)

    try:
        _set_limits(job.limits)
        rendered = render_here(job.report, job.form, job.templates, fragment=job.fragment)
    except TimeoutError as error:
        raise UnreadableError(too_long(place(error), job.limits)) from None
    except MemoryError as error:
        raise UnreadableError(too_large(place(error), job.limits)) from None
    except _OF_A_TEMPLATE as error:
        name = type(error).__name__
        raise UnreadableError(
            f"The template {place(error)} has a fault: {error} ({name})."
        ) from None
    if len(rendered.data) > MOST_BYTES:
        raise UnreadableError(too_large(beginning_of(job), job.limits))
    return rendered


def beginning_of(job: Job) -> str:
    """The school's template that the work begins with, or its folder where that one is ours."""
    folder = job.templates.own or job.templates.ours
    name = "fragment" if job.fragment and job.form is Format.HTML else "report"
    ending = "typ" if job.form is Format.PDF else f"{job.form.value}.j2"
    file = folder / f"{name}.{ending}"
    return str(file if file.is_file() else folder)


def too_long(place: str, limits: Limits) -> str:
    """What a person reads about a loop that does not end."""
    return (
        f"The template {place} was still running after {limits.seconds:g} seconds and was stopped. "
        "Look there for a loop that goes on and on, or build the report without --templates."
    )


def too_large(place: str, limits: Limits) -> str:
    """What a person reads about a template that builds far too much."""
    return (
        f"The template {place} needed more than {limits.memory / 1024**3:.2g} GB of memory and was "
        "stopped. Look there for what grows so large, or build the report without --templates."
    )


def _set_limits(limits: Limits) -> None:
    """Time by an alarm, which tells the line; the parent ends what an alarm cannot reach.

    The limit of processor time is for a child whose parent has gone.
    """
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, _alarm)
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_CPU, ceil(limits.seconds) + 3)
        _limit(resource.RLIMIT_AS, limits.memory)


def _alarm(_: int, __: FrameType | None) -> None:
    raise TimeoutError


if sys.platform != "win32":

    def _limit(what: int, most: int) -> None:
        with contextlib.suppress(OSError, ValueError):  # macOS refuses a limit of memory
            resource.setrlimit(what, (most, most))
