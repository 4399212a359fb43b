"""The short version: who to ring, what to do, who else can help. Made only from answers.

Takes the first sentences of an answer, whole, as long as they are few; adds and rewords nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sendwizard.core.bank import SummaryLine
from sendwizard.report.entries import Material
from sendwizard.report.model import Body, Entry, OpenGap, Part, Prose, Refer
from sendwizard.report.prose import Block, List, Paragraph, Span

TITLE = "The short version"
MOST_WORDS = 55
"""Words of one answer: six of them, with their headings, fill one side of A4 at 12 pt."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")


def summary(material: Material, *, linked: bool) -> tuple[Part, ...]:
    """One part; none where nothing of it is answered. `linked` leads on to the whole answers."""
    entries = tuple(
        entry for line in material.bank.summary if (entry := _entry(material, line, linked=linked))
    )
    return (Part("summary", TITLE, entries),) if entries else ()


def _entry(material: Material, line: SummaryLine, *, linked: bool) -> Entry | None:
    for question_id in line.questions:
        question = material.bank.by_id[question_id]
        whole = material.entry(question) if material.counts(question_id) else None
        if whole is not None:
            bodies, cut = _shortened(whole.bodies)
            more = (Refer(f"More on this: {whole.prompt}", question_id),) if linked and cut else ()
            return Entry(f"short-{question_id}", line.title, (*bodies, *more))
    return None


def _shortened(bodies: Sequence[Body]) -> tuple[tuple[Body, ...], bool]:
    """The bodies without gaps, prose cut to its first sentences; whether anything was cut."""
    short: list[Body] = []
    cut = False
    for body in bodies:
        if isinstance(body, OpenGap):
            continue
        if isinstance(body, Prose):
            blocks = first_words(body.blocks, MOST_WORDS)
            cut = cut or blocks != body.blocks
            short.append(Prose(blocks))
        else:
            short.append(body)
    return tuple(short), cut


def first_words(blocks: Sequence[Block], most: int) -> tuple[Block, ...]:
    """Whole sentences and list items from the beginning, at most so many words, at least one."""
    kept: list[Block] = []
    left = most
    for block in blocks:
        piece, used = _first_of(block, left, first=not kept)
        if piece is None:
            break
        kept.append(piece)
        left -= used
        if piece != block:
            break
    return tuple(kept)


def _first_of(block: Block, most: int, *, first: bool) -> tuple[Block | None, int]:
    """As much of the block as fits, and how many words that is; one piece at least if first."""
    pieces: list[object] = []
    used = 0
    choices = block.items if isinstance(block, List) else _sentences(block)
    for piece in choices:
        words = _length(piece)
        if used + words > most and (pieces or not first):
            break
        pieces.append(piece)
        used += words
    if not pieces:
        return None, 0
    if len(pieces) == len(choices):
        return block, used
    if isinstance(block, List):
        return replace(block, items=block.items[: len(pieces)]), used
    spans = [span for sentence in _sentences(block)[: len(pieces)] for span in sentence]
    return Paragraph((*spans[:-1], replace(spans[-1], text=spans[-1].text.rstrip()))), used


def _sentences(paragraph: Paragraph) -> list[tuple[Span, ...]]:
    """The paragraph's spans, sentence by sentence; a sentence may run over several spans."""
    sentences: list[tuple[Span, ...]] = []
    current: list[Span] = []
    for span in paragraph.spans:
        start = 0
        for end in (match.end() for match in _SENTENCE_END.finditer(span.text)):
            current.append(replace(span, text=span.text[start:end]))
            sentences.append(tuple(current))
            current, start = [], end
        if span.text[start:]:
            current.append(replace(span, text=span.text[start:]))
    if current:
        sentences.append(tuple(current))
    return sentences


def _length(piece: object) -> int:
    """The words of a sentence's spans, or of a list item's blocks."""
    match piece:
        case Span(text=text):
            return len(text.split())
        case Paragraph(spans=inner) | List(items=inner):
            return _length(inner)
        case tuple():
            return sum(map(_length, piece))
    return 0
