"""Where the cursor stands in the open question's field, as two figures, and how it gets back there.

For a text: line and column. For options: the highlighted one. For a table: the row, and 0 for the
table itself or the box and the place in it. Decides nothing.
"""

from sendwizard.core.bank import Question
from sendwizard.core.findings import Finding
from sendwizard.tui.fields import ChoiceField
from sendwizard.tui.passage import PassageField
from sendwizard.tui.question import QuestionPage
from sendwizard.tui.rows import RowsField

BOX = 10_000
"""A box of a row is counted in these, from 1; what is left over is the place in the box."""
MOST_ROWS = 10_000


def cursor_of(page: QuestionPage) -> tuple[int, int]:
    """Where the cursor stands."""
    field = page.field
    if isinstance(field, ChoiceField):
        return field.highlighted or 0, 0
    if isinstance(field, RowsField):
        return _in_rows(field)
    return page.cursor


def put_cursor(page: QuestionPage, cursor: tuple[int, int]) -> None:
    """Put it there, or as near as what stands there now allows, and in sight."""
    first, second = (max(0, each) for each in cursor)
    field = page.field
    if isinstance(field, ChoiceField):
        if first < field.option_count:
            field.highlighted = first
    elif isinstance(field, RowsField):
        _to_rows(field, min(first, MOST_ROWS), second)
    else:
        page.place_cursor((first, second))
        if isinstance(field, PassageField) and field.cursor_location != field.document.end:
            page.call_after_refresh(_bring_in_sight, page, field, field.cursor_location)


def cursor_at(page: QuestionPage, question: Question, finding: Finding) -> tuple[int, int] | None:
    """Where the words of a finding stand in the open question's field; None where they do not."""
    if finding.span is None:
        return None
    start = finding.span[0]
    if finding.row is not None:
        columns = [column.id for column in question.columns]
        if finding.column not in columns:
            return finding.row, 0
        return finding.row, (columns.index(finding.column) + 1) * BOX + min(start, BOX - 1)
    field = page.field
    if not isinstance(field, PassageField):
        return 0, start
    text = field.text
    if text[slice(*finding.span)] != finding.words:
        start = text.find(finding.words)
    if start < 0:
        return None
    return text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1)


def _bring_in_sight(
    page: QuestionPage, field: PassageField, cursor: tuple[int, int], tries: int = 10
) -> None:
    """Scroll to the cursor, once the field has its size and the page has shown a carried answer
    from its beginning; not where the person has moved on meanwhile.
    """
    if field.cursor_location != cursor:
        return
    field.go_on()
    line = field.wrapped_document.location_to_offset(cursor).y - field.scroll_offset.y
    if tries and not 0 <= line < field.size.height:
        page.call_after_refresh(_bring_in_sight, page, field, cursor, tries - 1)


# RowsField says nothing of its place to others; until it does, this module alone looks inside.


def _in_rows(field: RowsField) -> tuple[int, int]:
    boxes = field._form.boxes  # noqa: SLF001 - see above
    here = [n for n, each in enumerate(boxes, 1) if each.has_focus]
    if not here:
        return field._list.place, 0  # noqa: SLF001 - see above
    return field._place, here[0] * BOX + min(boxes[here[0] - 1].cursor_position, BOX - 1)  # noqa: SLF001 - see above


def _to_rows(field: RowsField, row: int, place: int) -> None:
    box, column = divmod(place, BOX)
    several = field._several  # noqa: SLF001 - see above
    rows = len(field._table.rows) if field._table else 0  # noqa: SLF001 - see above
    if several and (not box or row > rows):
        if not field._writing:  # noqa: SLF001 - see above; a row that cannot be read is open already
            field.show_row(min(row, rows))
        return
    if several:
        field._to_row(row)  # noqa: SLF001 - see above
    boxes = field._form.boxes  # noqa: SLF001 - see above
    if box and boxes:
        chosen = boxes[min(box, len(boxes)) - 1]
        field._form.focus_box(min(box, len(boxes)) - 1)  # noqa: SLF001 - see above
        chosen.cursor_position = min(column, len(chosen.value))
