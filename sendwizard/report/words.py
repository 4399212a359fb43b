"""The words that every format adds to the school's own, once, so that all formats say the same."""

from sendwizard.report.model import OpenGap, Report

CONTENTS = "Contents"
GAP = "Gap:"
SKIP = "Skip to the report"
LANGUAGE = "en-GB"


def law_of(gap: OpenGap) -> str:
    """Which duties a gap leaves open; "" where no law asks."""
    return f"The law asks for this: {'; '.join(gap.citations)}." if gap.citations else ""


def footer(report: Report) -> str:
    """What stands at the foot of the report, and of each page in print."""
    return f"{report.school}. {report.whole_title}. {report.state}."


def document_title(report: Report) -> str:
    """The title that a window, a reader or a search shows."""
    return f"{report.whole_title}: {report.school}"
