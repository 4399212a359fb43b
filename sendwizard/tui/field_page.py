"""The fields of a question, whichever is open: where the cursor is, how far one has read."""

from textual.screen import Screen

from sendwizard.core.bank import Kind
from sendwizard.core.wizard import Wizard
from sendwizard.tui.fields import ChoiceField, LineField
from sendwizard.tui.passage import PassageField
from sendwizard.tui.rows import RowsField

FIELD_OF = {
    Kind.PASSAGE: "passage",
    Kind.CHOICE: "choice",
    Kind.CHOICES: "choice",
    Kind.YES_NO: "choice",
    Kind.ROWS: "rows",
}
Field = PassageField | ChoiceField | LineField | RowsField


class FieldPage(Screen[None]):
    """A page with one field for each kind of answer, of which one is open."""

    _wizard: Wizard

    @property
    def field(self) -> Field:
        """The field of the open question."""
        match FIELD_OF.get(self._wizard.question.kind, "line"):
            case "passage":
                return self.query_one(PassageField)
            case "choice":
                return self.query_one(ChoiceField)
            case "rows":
                return self.query_one(RowsField)
        return self.query_one(LineField)

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column of the cursor in a text."""
        field = self.field
        if isinstance(field, LineField):
            return 0, field.cursor_position
        return field.cursor_location if isinstance(field, PassageField) else (0, 0)

    def place_cursor(self, cursor: tuple[int, int]) -> None:
        """Put the cursor back into a text."""
        field = self.field
        if isinstance(field, LineField):
            field.cursor_position = cursor[1]
        elif isinstance(field, PassageField):
            field.move_cursor(cursor)

    @property
    def at_end(self) -> bool:
        """Whether the end of the answer is on the screen."""
        field = self.field
        if isinstance(field, RowsField):
            return field.at_end
        return field.scroll_offset.y >= field.max_scroll_y

    def read_from_start(self) -> None:
        """Show how the answer begins."""
        field = self.field
        if isinstance(field, RowsField):
            field.show_row(0)
        elif isinstance(field, PassageField):
            field.read_from_start()
        else:
            field.scroll_to(y=0, animate=False, immediate=True)

    def read_on(self) -> None:
        """Show the next part of the answer."""
        field = self.field
        if isinstance(field, RowsField):
            field.show_next()
        else:
            below = field.scroll_offset.y + field.scrollable_content_region.height
            field.scroll_to(y=below, animate=False, immediate=True)
