"""Takes one question of a bank file apart into the core's types. Reads no file."""

from collections.abc import Iterator

from sendwizard.core import bank as core
from sendwizard.core.conditions import AllOf, AnyOf, AtLeast, Condition, Not, OneOf
from sendwizard.store.table import Table


def question_of(table: Table, section: str) -> core.Question:
    """One question, from its table."""
    kinds = tuple(kind.value for kind in core.Kind)
    words = table.numbers("words")
    question = core.Question(
        id=table.text("id"),
        section=section,
        kind=core.Kind(table.one_of("kind", kinds)),
        prompt=table.text("prompt"),
        guidance=table.text("guidance", needed=False),
        example=table.text("example", needed=False),
        requirements=table.texts("requirements", needed=False),
        parts=table.texts("parts", needed=False),
        required=table.flag("required", default=False),
        extra=table.flag("extra", default=False),
        applies_when=_condition(table.table("applies_when")),
        allows_not_applicable=table.flag("allows_not_applicable", default=False),
        each_year=table.one_of("each_year", ("confirm", "ask-again"), default="confirm"),
        replaces=table.texts("replaces", needed=False),
        since=table.text("since", needed=False),
        reworded=table.text("reworded", needed=False),
        begun_year=table.flag("begun_year", default=False),
        depends_on=table.texts("depends_on", needed=False),
        names_the_school=table.flag("names_the_school", default=False),
        proforma=table.text("proforma", needed=False) or None,
        printed=table.flag("printed", default=True),
        words=(words[0], words[1]) if len(words) == len(("least", "most")) else None,
        options=_options(table),
        columns=tuple(_column(each) for each in once(table.tables("columns", needed=False))),
        needs_one_of=table.texts("needs_one_of", needed=False),
        least=table.number("least"),
        most=table.number("most"),
        form=table.one_of("form", ("any", "colour"), default="any"),
        counts=table.flag("counts", default=False),
        ask_to_see=table.text("ask_to_see", needed=False),
    )
    table.no_more()
    return question


def whole(tables: list[Table], *keys: str) -> Iterator[Table]:
    """Small tables that hold these keys and no others, and no id twice."""
    for table in once(tables):
        table.asked.update(keys)
        table.no_more()
        yield table


def once(tables: list[Table], key: str = "id") -> Iterator[Table]:
    """The tables; an id that stood before is a problem."""
    seen: set[object] = set()
    for table in tables:
        name = str(table.data.get(key, id(table)))
        if name in seen:
            table.fault(key, f"The {key} “{name}” is used twice.")
        seen.add(name)
        yield table


def _options(table: Table) -> tuple[core.Option, ...]:
    return tuple(
        core.Option(
            each.text("id"),
            each.text("label"),
            each.text("note", needed=False),
            each.text("value", needed=False),
        )
        for each in whole(table.tables("options", needed=False), "id", "label", "note", "value")
    )


def _column(table: Table) -> core.Column:
    kinds = tuple(kind.value for kind in core.Kind if kind in core.COLUMN_KINDS)
    column = core.Column(
        id=table.text("id"),
        kind=core.Kind(table.one_of("kind", kinds)),
        label=table.text("label"),
        required=table.flag("required", default=False),
        options=_options(table),
        least=table.number("least"),
        most=table.number("most"),
    )
    table.no_more()
    return column


def _condition(table: Table | None) -> Condition | None:
    """A condition as data; a problem, and no condition, where it is none."""
    if table is None:
        return None
    keys = set(table.data)
    if keys == {"question", "one_of"}:
        return OneOf(table.text("question"), table.texts("one_of"))
    if keys == {"question", "at_least"}:
        return AtLeast(table.text("question"), table.number("at_least") or 0)
    if keys == {"not"}:
        inner = _condition(table.table("not"))
        return Not(inner) if inner is not None else None
    for key, make in (("all", AllOf), ("any", AnyOf)):
        if keys == {key}:
            several = [_condition(each) for each in table.tables(key)]
            return make(tuple(each for each in several if each is not None))
    table.fault(
        "",
        "A condition is { question, one_of }, { question, at_least }, { all }, { any } or { not }.",
    )
    return None
