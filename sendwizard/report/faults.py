"""Where a template was when it failed, in words. Mends nothing."""

from pathlib import Path
from traceback import walk_tb

from sendwizard.report.render import Templates


def place_of(error: BaseException, templates: Templates) -> str:
    """`FILE, line N` of the innermost template that was running; "" where none was.

    Jinja gives the frames of a template their own file and line.
    """
    folders = [each for each in (templates.own, templates.ours) if each is not None]
    place = ""
    for frame, line in walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if any(Path(file).is_relative_to(folder) for folder in folders):
            place = f"{file}, line {line}"
    return place
