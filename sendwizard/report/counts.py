"""A table of pupils by need, made safe: the numbers that may be printed, and a chart of them."""

from collections.abc import Mapping, Sequence
from datetime import date

from sendwizard.core.answers import Scalar, Value
from sendwizard.core.bank import Kind, Question
from sendwizard.core.kinds import label_of, say_date
from sendwizard.core.small_numbers import FEWEST, SafeTable, safe_table
from sendwizard.report.model import Bar, Body, Cell, Chart, Grid, Note

TOTAL = "All together"


def counts_bodies(
    question: Question, rows: Sequence[Mapping[str, Scalar]], day: Value | None
) -> tuple[Body, ...]:
    """The table with its totals, a chart, and a sentence on what is hidden.

    The first column names the row, the columns of numbers count pupils. `day` is that of the
    census; None where it was not said.
    """
    naming = next(column for column in question.columns if column.kind is not Kind.NUMBER)
    counting = [column for column in question.columns if column.kind is Kind.NUMBER]
    labels = [label_of(naming.options, str(row.get(naming.id, ""))) for row in rows]
    table = safe_table([[_number(row.get(column.id)) for column in counting] for row in rows])
    series = tuple(column.label for column in counting)
    grid = Grid(
        (naming.label, *series, TOTAL),
        (
            *(
                (Cell(label), *map(Cell, cells))
                for label, cells in zip(labels, table.cells, strict=True)
            ),
            (Cell(TOTAL), *map(Cell, table.totals)),
        ),
    )
    title = "Pupils by kind of need"
    bars = tuple(
        Bar(label, tuple(map(_shown, cells[:-1])), _in_words(series, cells[:-1]))
        for label, cells in zip(labels, table.cells, strict=True)
    )
    return (*_when(day), grid, *_hiding(table), Chart(title, series, bars))


def _number(cell: Scalar | None) -> int:
    return cell if isinstance(cell, int) else 0


def _shown(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _in_words(series: Sequence[str], cells: Sequence[str]) -> str:
    return ", ".join(f"{name} {text}" for name, text in zip(series, cells, strict=True))


def _when(day: Value | None) -> tuple[Note, ...]:
    if not isinstance(day, date):
        return ()
    return (Note(f"Counted at the school census of {say_date(day)}."),)


def _hiding(table: SafeTable) -> tuple[Note, ...]:
    if not table.hides:
        return ()
    return (
        Note(
            f"Numbers under {FEWEST} are not printed, and neither are some others that would give "
            "them away, so that no child can be picked out. In the chart they have no bar."
        ),
    )
