"""The wizard in Textual: keys into moves, the core's state into cells. Decides nothing."""

from sendwizard.tui.running import run_tui

__all__ = ["run_tui"]
