"""Lists in Word: true ones, nested, each beginning where it was told to."""

from docx.oxml.ns import qn

from sendwizard.report.model import Cell, Values
from tests.report.reading_word import WordReport, made, prose, word


def numbered(read: WordReport, text: str) -> tuple[str, str, str]:
    """Style, level and list of the item that says this."""
    (line,) = (each for each in read.lines if each.text == text)
    return (
        line.style,
        line.value("w:pPr/w:numPr/w:ilvl") or "",
        line.value("w:pPr/w:numPr/w:numId") or "",
    )


def level_of(read: WordReport, number: str, level: str) -> tuple[str, str]:
    """How a list marks its items at a level, and where it begins."""
    numbering = read.document.part.numbering_part.element
    (one,) = numbering.findall(f"{qn('w:num')}[@{qn('w:numId')}='{number}']")
    kind = one.find(qn("w:abstractNumId")).get(qn("w:val"))
    (abstract,) = numbering.findall(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{kind}']")
    (at,) = abstract.findall(f"{qn('w:lvl')}[@{qn('w:ilvl')}='{level}']")
    override = one.find(f"{qn('w:lvlOverride')}[@{qn('w:ilvl')}='{level}']")
    start = at if override is None else override
    begin = start.find(qn("w:startOverride"))
    first = start.find(f".//{qn('w:start')}") if begin is None else begin
    text = start.find(f".//{qn('w:lvlText')}")
    mark = at.find(qn("w:lvlText")) if text is None else text
    return mark.get(qn("w:val")), first.get(qn("w:val"))


def test_lists_are_true_lists_six_deep() -> None:
    text = "\n".join(
        "   " * level + f"{'1.' if level % 2 else '-'} level {level}" for level in range(6)
    )
    read = word(made(prose(text)))
    for level in range(6):
        style, at, number = numbered(read, f"level {level}")
        assert (style, at) == ("list number" if level % 2 else "list bullet", str(level))
        mark, start = level_of(read, number, at)
        assert (mark, start) == (f"%{level + 1}." if level % 2 else mark, "1")


def test_a_list_deeper_than_word_knows_stays_a_list() -> None:
    text = "\n".join("  " * level + f"- level {level}" for level in range(14))
    read = word(made(prose(text)))
    assert [numbered(read, f"level {level}")[1] for level in range(14)] == [
        str(min(level, 8)) for level in range(14)
    ]


def test_each_numbered_list_begins_where_it_was_told_to() -> None:
    text = "1. one\n2. two\n\nwords\n\n1. again\n\nwords\n\n7. seven\n8. eight"
    read = word(made(prose(text)))
    starts = {}
    for item in ("one", "two", "again", "seven", "eight"):
        _, level, number = numbered(read, item)
        starts[item] = (number, level_of(read, number, level))
    assert starts["one"] == starts["two"]
    assert starts["one"][0] != starts["again"][0] != starts["seven"][0]
    assert [starts[item][1] for item in ("one", "again", "seven")] == [
        ("%1.", "1"), ("%1.", "1"), ("%1.", "7"),
    ]  # fmt: skip


def test_a_number_too_high_for_word_is_written_out() -> None:
    read = word(made(prose("999999999. high\n1. higher")))
    marks = [level_of(read, numbered(read, text)[2], "0")[0] for text in ("high", "higher")]
    assert marks == ["999999999.", "1000000000."]


def test_several_values_are_a_list_and_one_is_a_line() -> None:
    read = word(made(Values((Cell("one"), Cell("two"))), Values((Cell("alone"),))))
    assert numbered(read, "two")[0] == "list bullet"
    assert numbered(read, "alone") == ("normal", "", "")
