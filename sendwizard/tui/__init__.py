"""The wizard in Textual: keys into the core's moves, the core's state into cells. Decides nothing."""

from sendwizard.tui.app import run_tui

__all__ = ["run_tui"]
