"""Tables in Word: columns that keep their width, and a header row that each page repeats."""

from collections.abc import Sequence
from itertools import zip_longest

from sendwizard.report.model import Grid, Sheet
from sendwizard.report.word.inline import Words
from sendwizard.report.word.styles import Style
from sendwizard.report.word.xml import Element, add, printable, w

MARGIN = 108
"""Between a cell's edge and its words, in twentieths of a point; as `styles.xml` has it."""
_LETTER = 150
"""How wide a letter of a wide font is on average, in the same unit, at 12 pt."""
_LONGEST_WORD = 22
_LONGEST_WISH = 40
"""A column with more letters than this asks for no more room."""
_ROOM_TO_WRITE = 6
"""A blank column is so many times as wide as what heads it."""
_SHARE_OF_TITLES = 6
"""The titles of a form's rows take one part in so many of the width, or more."""
_SHARES = (2, 1)
"""Of what is left: each column of answers, and the last, which names duties."""

Header = Sequence[tuple[str, Style]]
"""What heads each column, and in which style."""


def new_table(
    words: Words,
    into: Element,
    widths: Sequence[int],
    header: Header,
    about: str,
    *,
    rows_are_named: bool,
) -> Element:
    """A table with its header row. `about` says what it holds, to those who do not see it, and
    `rows_are_named` that the first cell of a row heads it.
    """
    if len(into) and into[-1].tag == w("tbl"):
        words.paragraph(into, Style.SPACE)  # Word makes one table of two that touch
    table = add(into, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=words.style_ids[Style.TABLE])
    add(properties, "tblW", w=str(sum(widths)), type="dxa")
    add(properties, "tblLayout", type="fixed")
    first_column = str(int(rows_are_named))
    add(properties, "tblLook", firstRow="1", firstColumn=first_column, noHBand="1", noVBand="1")
    add(properties, "tblCaption", val=printable(about))
    columns = add(table, "tblGrid")
    for width in widths:
        add(columns, "gridCol", w=str(width))
    cells = new_row(table, widths, whole=True, header=True)
    for cell, (text, style) in zip(cells, header, strict=True):
        words.line(cell, style, text)
    return table


def new_row(
    table: Element, widths: Sequence[int], *, whole: bool, header: bool = False
) -> Sequence[Element]:
    """The cells of a new row, empty. `whole` keeps it on one page, `header` repeats it on each."""
    row = add(table, "tr")
    names = ["cantSplit"] * whole + ["tblHeader"] * header
    if names:
        properties = add(row, "trPr")
        for name in names:
            add(properties, name)
    cells = [add(row, "tc") for _ in widths]
    for cell, width in zip(cells, widths, strict=True):
        add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
    return cells


def form_widths(sheet: Sheet, width: int) -> Sequence[int]:
    """Widths for the council's form: titles no wider than they need, then columns of answers, of
    which the last is narrower.
    """
    titles = max((_longest_word(row.title) for row in sheet.rows), default=0)
    title = max(_needed(min(titles, _LONGEST_WORD)), width // _SHARE_OF_TITLES)
    answer, last = _SHARES
    shares = (*(answer,) * (len(sheet.header) - 1), last)
    return [title, *((width - title) * share // sum(shares) for share in shares)]


def grid_widths(grid: Grid, width: int) -> Sequence[int]:
    """Widths for a table, after the words in it: no column narrower than its longest word needs,
    as long as there is room.
    """
    rows = ([cell.text for cell in row] for row in grid.rows)
    columns = list(zip_longest(grid.header, *rows, fillvalue=""))
    least = [min(max(map(_longest_word, column)), _LONGEST_WORD) for column in columns]
    wish = [min(max(map(len, column)), _LONGEST_WISH) for column in columns]
    least += [len(head) for head in grid.to_fill]
    wish += [len(head) * _ROOM_TO_WRITE for head in grid.to_fill]
    needed = [_needed(letters) for letters in least]
    spare = width - sum(needed)
    if spare < 0:
        return [width * each // sum(needed) for each in needed]
    more = [max(1, wished - had) for wished, had in zip(wish, least, strict=True)]
    return [had + spare * part // sum(more) for had, part in zip(needed, more, strict=True)]


def _needed(letters: int) -> int:
    return letters * _LETTER + 2 * MARGIN


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
