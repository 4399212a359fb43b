"""Runs Typst with our own font and nothing else of the machine's: no package, no system font.

Knows neither reports nor templates; what it is given is text, and what Typst says goes up as it is.
"""

import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from sendwizard.report.signs import SLANTED, UPRIGHT, font_folder

PICTURE_PPI = 200
"""Dots per inch of a picture: enough for print."""

_REMEMBERED = 10
"""For how many runs Typst keeps what it worked out in one."""


@cache
def _fonts() -> typst.Fonts:
    """The four faces alone; beside them lie others of the same names, in no certain order.

    Typst takes a folder, and reads a face only when it is first used. So each is used here once,
    and the folder may go.
    """
    with TemporaryDirectory(prefix="sendwizard-") as folder:
        for name in (*UPRIGHT, *SLANTED):
            shutil.copyfile(font_folder() / name, Path(folder) / name)
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        each_once = b'#set text(font: "Source Sans Pro")\na *b* _c_ *_d_*'
        typst.compile(each_once, font_paths=fonts)
    return fonts


def typeset_pdf(files: Mapping[str, bytes], root: Path, data: str, stamp: datetime) -> bytes:
    """`main.typ` as PDF/UA-1; other files are looked for among the files, then in `root`.

    The data are in `sys.inputs.report`. All files are text, since Typst's Python side takes no
    others by name. Raises RuntimeError with Typst's words, a TypstError where a place is known.
    """
    inputs = {"report": data}
    pdf = _typeset(
        files, root, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=stamp
    )
    _forget()
    return pdf


def typeset_png(files: Mapping[str, bytes]) -> bytes:
    """The only page of `main.typ` as a picture. Raises RuntimeError with Typst's words."""
    return _typeset(files, None, format="png", ppi=PICTURE_PPI)


def _forget() -> None:
    """Typst keeps what it worked out for ten runs more, 30 MB for each long report.

    So ten empty runs (15 ms in all) keep a batch of many schools in little memory.
    """
    for _ in range(_REMEMBERED):
        _typeset({"main.typ": b"#set page(width: 1pt, height: 1pt)"}, None, format="png", ppi=1)


def _typeset(files: Mapping[str, bytes], root: Path | None, **how: object) -> bytes:
    with TemporaryDirectory(prefix="sendwizard-") as empty:
        result: bytes = typst.compile(  # type: ignore[call-overload]  # its stub knows no files by name
            dict(files),
            root=str(root or empty),
            font_paths=_fonts(),
            package_path=empty,
            package_cache_path=empty,
            **how,
        )
    return result
