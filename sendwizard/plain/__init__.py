"""The wizard as numbered lines: one at a time, no boxes, no redraw. A thin face of the core."""

from sendwizard.plain.running import run_plain

__all__ = ["run_plain"]
