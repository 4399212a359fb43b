"""Answers that say nothing of their own: they hold the place, point elsewhere or are a link."""

from sendwizard.core.bank import Kind, Question
from sendwizard.core.checks import CheckData
from sendwizard.language.empty_words import Says
from sendwizard.language.pieces import pieces
from sendwizard.language.said import Known, Said

EMPTY = frozenset({Says.HOLDS, Says.POINTS, Says.ASKS, Says.LINKS})
"""What sentences do that are no answer."""


def is_hollow(question: Question, kind: Kind, text: str, data: CheckData) -> bool:
    """Whether a text only holds the place, points elsewhere, sends people to ask or is a link.

    Quick for every answer that is one: the first sentence that tells something ends the search.
    """
    found = False
    for piece in pieces(question, kind, text, data) if data.lists else ():
        if piece.says is Says.OWN:
            return False
        found = found or piece.says in EMPTY
    return found


def hollow(known: Known) -> frozenset[str]:
    """Ids of the questions whose whole answer says nothing of its own; a table's every cell.

    A reason why a question does not apply is never one.
    """
    data = known.data("vague")
    texts: dict[str, list[Said]] = {}
    for said in known.texts:
        if not said.is_reason and said.text.strip():
            texts.setdefault(said.question.id, []).append(said)
    return frozenset(
        question_id
        for question_id, cells in texts.items()
        if all(is_hollow(said.question, said.kind, said.text, data) for said in cells)
    )
