"""Answers as nobody would type them, for tests; cleaned, as the store hands them on."""

from datetime import date

from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Row, Scalar, Source, Value
from sendwizard.core.bank import Column, Kind, Question
from sendwizard.core.text import clean
from tests.report.making import demo, only, the_bank

LONG_WORD = "Donaudampfschifffahrtselektrizität" * 15
"""A word of more than 500 letters."""
DEEP_LIST = "\n".join("  " * level + f"- level {level}" for level in range(6))
AS_TYPED = (
    "{{ 7*7 }}",
    "{% raw %}{# not a comment #}{% endraw %}",
    "#eval",
    "#let x = 1",
    "[@click]",
    "[red] not red [/red]",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;",
    "# no heading",
    "\\input{secret} $x$",
    "a | b || c",
    "]]> --> */",
    "```code```",
    "~~no~~ ==mark== ^up^",
    "1986 was a good year.",
    "A\\B and C:\\temp",
    "3 < 4 > 2 & 5",
    "snake_case_word and 2 * 3 * 4",
    "=SUM(A1)",
    "+44 1632 960000",
    "www.school.example and a@b.example",
    "smile 😀 👩‍👧 and שלום עולם",
)
"""Each is printed as it is typed, in a passage as in a line."""
AS_MARKED = (
    "[press](javascript:alert(1))",
    "[press](data:text/html,x)",
    "[see **this**](https://b.example/a_b?c=1&d=2)",
    "**bold** and *italics*",
    "a\n---\nb\n===\n***",
    "a | b\n--:\nc",
    "10) x\n2. y\n\n- z",
    DEEP_LIST,
    LONG_WORD,
)
_PIECES = ("**", "*", "_", "\n", "\n\n", "- ", "1. ", "  ", "\\", "|", "`", "!", "[a](https://b.x)")


def texts() -> st.SearchStrategy[str]:
    """Anything that can be typed, and more often what has a meaning somewhere."""
    pieces = st.lists(st.one_of(st.text(max_size=6), st.sampled_from(_PIECES)), max_size=12)
    known = st.sampled_from((*AS_TYPED, *AS_MARKED))
    return st.one_of(st.text(max_size=30), known, pieces.map("".join)).map(clean)


def cells(column: Column) -> st.SearchStrategy[Scalar]:
    """A value of the column's kind, or a text that somebody put into the file by hand."""
    good: st.SearchStrategy[Scalar]
    match column.kind:
        case Kind.NUMBER:
            return st.integers(0, 60)
        case Kind.DATE:
            return st.dates(date(2020, 1, 1), date(2030, 12, 31))
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            good = st.sampled_from([option.id for option in column.options])
        case Kind.EMAIL:
            good = st.sampled_from(["first_last@school.example", "javascript:x@b.example"])
        case Kind.PHONE:
            good = st.sampled_from(["01632 960000 ext 12", "+44 (0)1632 960000"])
        case Kind.URL:
            good = st.sampled_from(["https://xn--a-eka.example/b%20c_d", "http://a.example?b|c&d;"])
        case _:
            return texts()
    return st.one_of(good, texts())


def values(question: Question) -> st.SearchStrategy[Value]:
    """A value of the question's kind."""
    if question.kind is Kind.CHOICES:
        ids = st.sampled_from([option.id for option in question.options])
        return st.lists(st.one_of(ids, texts()), min_size=1, max_size=4).map(tuple)
    if question.kind is Kind.ROWS:
        row: st.SearchStrategy[Row] = st.fixed_dictionaries(
            {}, optional={column.id: cells(column) for column in question.columns}
        )
        return st.lists(row, min_size=1, max_size=question.most or 3).map(tuple)
    return cells(question.column)


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """An answer, or a reason why there is none."""
    given = st.builds(
        Answer,
        values(question),
        source=st.sampled_from(Source),
        on=st.none() | st.dates(date(2025, 9, 1), date(2026, 8, 31)),
    )
    return st.one_of(given, texts().map(lambda reason: Answer(not_applicable=reason)))


@st.composite
def answers_strategy(draw: st.DrawFn, most: int = 8) -> Answers:
    """A year's answers: an empty or a finished one, with up to `most` others put in."""
    begun = only(school_type="maintained-mainstream", roll=210, numbers_shown=True)
    answers = draw(st.sampled_from((only(), begun, demo())))
    questions = st.lists(
        st.sampled_from(the_bank().questions), max_size=most, unique_by=lambda each: each.id
    )
    for question in draw(questions):
        answers = answers.with_answer(question.id, draw(answers_to(question)))
    return answers
