"""Runs the wizard over one year, from its first page until the person has gone."""

from dataclasses import dataclass

from sendwizard.errors import SendwizardError
from sendwizard.office.sitting import Sitting
from sendwizard.store.confined import named
from sendwizard.tui import signals
from sendwizard.tui.acting import Opened
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.outlet import say_last


@dataclass(frozen=True)
class Left:
    """How the person left a year."""

    code: int
    """The exit code."""
    opened: Opened | None = None
    """The year that they went on to, open already; None where they are done."""


def run_tui(
    sitting: Sitting,
    *,
    asked_for: bool = False,
    collect: str = "",
    kiosk: bool = False,
    told: tuple[str, ...] | None = None,
) -> Left:
    """Run the wizard; how it was left. `told` is said first of a year that was opened from another.

    Raises UnwritableError where the last words cannot be kept.
    """
    app = SendwizardApp(sitting, asked_for=asked_for, collect=collect, kiosk=kiosk)
    app.told = told
    try:
        try:
            app.run()
        finally:
            try:
                app.close()
            finally:
                signals.heed_as_ever()
    except BaseException:
        if app.opened is not None:
            app.opened.sitting.close()
        raise
    if app.left_by_key and sitting.is_on_disk and not sitting.read_only:
        place = "" if kiosk else f" in {named(sitting.folder)}"
        say_last(f"Your words are saved{place}.\n")
    if app.last_words:
        say_last(f"{app.last_words}\n")
    return Left(SendwizardError.exit_code if app.return_code else 0, app.opened)
