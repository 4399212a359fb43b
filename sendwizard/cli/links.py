"""`sendwizard check --links`: asks first, shows how far it is, and leaves the opening to others."""

import os
import sys
from collections.abc import Callable, Sequence

import typer

from sendwizard.cli.common import say, say_over
from sendwizard.core.findings import Finding
from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.language.link_parts import parts_of
from sendwizard.language.said import Known

_NO_CURSOR = ("dumb", "unknown")
"""What terminals call themselves that cannot write over a line."""


def link_findings(known: Known, *, yes: bool) -> tuple[Finding, ...]:
    """What comes of opening each web address of the answers, once the person has agreed.

    Nothing is opened, and () given, where there is nothing to open or the person says no. Raises
    UsageError where nobody can be asked.
    """
    from sendwizard.office import link_check  # noqa: PLC0415 - 20 ms, and for this option alone

    gathered = link_check.gather(known)
    if not consent(gathered.addresses, yes=yes):
        return ()
    return link_check.link_findings(gathered, _progress(len(gathered.addresses)))


def consent(addresses: Sequence[str], *, yes: bool) -> bool:
    """Whether these addresses may be opened. Raises UsageError where nobody can be asked."""
    if not addresses:
        say("There is no web address to open.", err=True)
        return False
    sites = len({parts_of(each).host for each in addresses})
    opens = f"{count(len(addresses), 'web address', 'web addresses')} on {count(sites, 'site')}"
    if not (yes or _can_ask()):
        raise UsageError(
            f"This would open {opens}, and nobody can be asked here. Add --yes to agree to it."
        )
    say(f"This opens {opens}.", err=True)
    say("Each site sees the school’s internet address and the name of this program.", err=True)
    if yes or typer.confirm("Open them now?", err=True):
        return True
    say("Nothing was opened.", err=True)
    return False


def _can_ask() -> bool:
    return all(end is not None and end.isatty() for end in (sys.stdin, sys.stderr))


def _progress(total: int) -> Callable[[int], None]:
    """Says how many are done: on one line of a terminal, and elsewhere once at the end."""
    stream = sys.stderr
    over = stream is not None and stream.isatty() and os.environ.get("TERM") not in _NO_CURSOR

    def told(done: int) -> None:
        if over:
            say_over(f"{done} of {total}", ends=done == total)
        elif done == total:
            say(f"{done} of {total}", err=True)

    return told
