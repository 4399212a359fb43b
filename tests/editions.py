"""Small banks and their next editions, made up at random, and every text that answers hold."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.bank import Bank, Column, Kind, Option, Question, Section
from sendwizard.core.kinds import say_any

EDITIONS = ("2026.11", "2027.9", "2028.10")
YEAR = "2026-27"
KINDS = (Kind.PASSAGE, Kind.LINE, Kind.YES_NO, Kind.CHOICE, Kind.NUMBER, Kind.ROWS)
WORDS = st.text("abc é\n-*[", min_size=1, max_size=12).filter(lambda text: text.strip() != "")


def question(question_id: str, kind: Kind = Kind.PASSAGE, **more: object) -> Question:
    """A question of any kind, with what its kind needs."""
    made = Question(question_id, "all", kind, f"{question_id}?")
    if kind is Kind.CHOICE:
        made = replace(made, options=tuple(Option(f"{question_id}-{n}", str(n)) for n in range(2)))
    if kind is Kind.ROWS:
        made = replace(made, columns=(Column("name", Kind.LINE, "Name"),))
    return replace(made, **more)  # type: ignore[arg-type]  # names of fields, checked by replace


def bank_of(edition: str, *questions: Question) -> Bank:
    """A bank that asks just these."""
    section = Section("all", "All", tuple(questions))
    return Bank("small", "Small", edition, date(2026, 11, 23), (section,), ())


@st.composite
def next_edition(draw: st.DrawFn, bank: Bank, edition: str) -> Bank:
    """What became of each question: kept, reworded, renamed, split, merged, retired, or of another
    kind; and a new one.
    """
    made: list[Question] = []
    ids = (f"{edition.replace('.', '-')}-{n}" for n in range(100))
    waiting: list[str] = []
    for old in bank.questions:
        match draw(
            st.sampled_from(["keep", "reword", "rename", "split", "merge", "retire", "kind"])
        ):
            case "keep":
                made.append(replace(old, replaces=tuple(waiting)))
                waiting = []
            case "reword":
                made.append(replace(old, reworded=edition))
            case "rename":
                kind = draw(st.sampled_from([old.kind, *KINDS]))
                made.append(question(next(ids), kind, replaces=(old.id,)))
            case "split":
                made += [question(next(ids), replaces=(old.id,)) for _ in range(2)]
            case "merge":
                waiting.append(old.id)
            case "kind":
                kind = draw(st.sampled_from(KINDS))
                made.append(replace(question(old.id, kind), reworded=edition))
    if waiting:
        kind = draw(st.sampled_from(KINDS))
        made.append(question(next(ids), kind, replaces=tuple(waiting)))
    made.append(question(next(ids), since=edition))
    return bank_of(edition, *made)


@st.composite
def banks(draw: st.DrawFn) -> tuple[Bank, Bank, Bank]:
    """One bank through three editions."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))
    first = bank_of(EDITIONS[0], *(question(f"q{n}", kind) for n, kind in enumerate(kinds)))
    second = draw(next_edition(first, EDITIONS[1]))
    return first, second, draw(next_edition(second, EDITIONS[2]))


def value_for(asked: Question) -> st.SearchStrategy[Value]:
    """Any value that the question takes."""
    match asked.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.NUMBER:
            return st.integers(0, 999)
        case Kind.CHOICE:
            return st.sampled_from([option.id for option in asked.options])
        case Kind.ROWS:
            row = WORDS.map(lambda words: {"name": " ".join(words.split())})
            return st.lists(row, min_size=1, max_size=2).map(tuple)
        case Kind.LINE:
            return WORDS.map(lambda words: " ".join(words.split()))
    return WORDS


@st.composite
def answers_to(draw: st.DrawFn, bank: Bank) -> Answers:
    """Some questions answered, one way or another, and one that somebody added by hand."""
    by_id: dict[str, Answer] = {}
    for asked in bank.questions:
        if draw(st.booleans()):
            by_id[asked.id] = Answer(
                draw(value_for(asked)),
                draw(st.sampled_from(Source)),
                date(2026, 11, 3),
                note=draw(st.sampled_from(["", "my note"])),
                how=draw(st.sampled_from(["", "asked"])),
            )
        elif draw(st.booleans()):
            by_id[asked.id] = Answer(not_applicable=draw(WORDS))
    if draw(st.booleans()):
        by_id["by-hand"] = Answer(draw(WORDS))
    return Answers(YEAR, bank.id, bank.edition, by_id)


def texts_of(answers: Answers) -> set[str]:
    """Each text that stands, without the space round it."""
    said = {
        say_any(each.value).strip() for each in answers.by_id.values() if each.value is not None
    }
    reasons = {each.not_applicable.strip() for each in answers.by_id.values()}
    return {each for each in said | reasons if each}


def everything_in(answers: Answers) -> str:
    """All that the answers hold, notes and archive and all, as one text to look in."""
    parts: list[str] = []
    for each in answers.by_id.values():
        parts += [each.note, each.not_applicable, each.how]
        parts += [] if each.value is None else [say_any(each.value)]
    return "\n".join([*parts, *_leaves(answers.archive)])


def _leaves(thing: object) -> Iterator[str]:
    if isinstance(thing, Mapping):
        for each in thing.values():
            yield from _leaves(each)
    elif isinstance(thing, list):
        yield "\n".join("\n".join(_leaves(each)) for each in thing)
    elif isinstance(thing, bool):
        yield "Yes" if thing else "No"
    else:
        yield str(thing)
