"""Answers that say nothing of their own: they hold the place, point elsewhere or are a link."""

from sendwizard.core.bank import Kind, Question
from sendwizard.core.checks import CheckData
from sendwizard.language.empty_words import Says
from sendwizard.language.pieces import pieces
from sendwizard.language.said import Known, Said

HOLDING = frozenset({Says.HOLDS, Says.WAITS})
"""What a sentence does that only stands for an answer to come."""
EMPTY = HOLDING | {Says.POINTS, Says.ASKS, Says.LINKS}
"""What sentences do that are no answer."""


def is_hollow(
    question: Question,
    kind: Kind,
    text: str,
    data: CheckData,
    empty: frozenset[Says] = EMPTY,
) -> bool:
    """Whether a text only holds the place, points elsewhere, sends people to ask or is a link.

    Quick for every answer that is one: the first sentence that tells something ends the search.
    """
    found = False
    for piece in pieces(question, kind, text, data) if data.lists else ():
        if piece.says not in empty and piece.says is not Says.FILLER:
            return False
        found = found or piece.says in empty
    return found


def hollow(known: Known) -> frozenset[str]:
    """Ids of the questions whose whole answer says nothing of its own; a table's every row.

    A reason why a question does not apply is never one.
    """
    data = known.data("vague")
    rows: dict[str, dict[int | None, list[Said]]] = {}
    for said in known.texts:
        if not said.is_reason and said.text.strip():
            rows.setdefault(said.question.id, {}).setdefault(said.row, []).append(said)
    return frozenset(
        question_id
        for question_id, cells in rows.items()
        if all(_is_hollow_row(row, data) for row in cells.values())
    )


def _is_hollow_row(cells: list[Said], data: CheckData) -> bool:
    """Whether each cell is hollow, or what must be filled in holds the place: TBC as a name."""

    def are(some: list[Said], empty: frozenset[Says]) -> bool:
        return bool(some) and all(
            is_hollow(each.question, each.kind, each.text, data, empty) for each in some
        )

    needed = {column.id for each in cells for column in each.question.columns if column.required}
    return are(cells, EMPTY) or are([each for each in cells if each.column in needed], HOLDING)
