"""The editor in plain mode: said after an answer, read on request, set aside with a word."""

from tests.plain.conftest import Place, Talk
from tests.worlds import answers_of, filled

OLD = "Our statemented pupils have more help in class each day."
AT = "extra-support"


def test_the_worst_that_is_found_is_said_when_an_answer_is_saved(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    said = talk(OLD, "Ella, who has autism, has a helper.", ".", at=AT)
    assert "Fix before approval: “Ella, who has autism”" in said
    assert "1 more was found. Go back to that question" in said
    assert "2 things were found in this answer. The word found says what." in talk(at=AT)


def test_a_tip_waits_until_it_is_asked_for(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    text = "We help each child in order to learn."
    said = talk(text, ".", at=AT)
    assert "plainer" not in said
    said = talk("found", at=AT)
    assert "Tip: There is a plainer way to say “in order to”" in said


def test_found_sets_one_aside_with_a_reason_and_takes_that_back(talk: Talk, place: Place) -> None:
    place.write(filled())
    talk(OLD, ".", at=AT)
    said = talk("found", "1", "We quote a letter.", "found", at=AT)
    assert "Set aside." in said
    assert "Set aside; its number takes that back:" in said
    assert list(place.answers.get(AT).set_aside.values()) == ["We quote a letter."]
    said = talk("found", "1", at=AT)
    assert "It is to be looked at again." in said
    assert place.answers.get(AT).set_aside == {}


def test_no_reason_sets_nothing_aside(talk: Talk, place: Place) -> None:
    place.write(filled())
    talk(OLD, ".", at=AT)
    for typed in (("",), ("back",), ("1", ""), ("1", "back")):
        talk("found", *typed, at=AT)
    assert place.answers.get(AT).set_aside == {}


def test_nothing_found_is_said(talk: Talk, place: Place) -> None:
    place.write(filled())
    assert "Nothing was found in this answer." in talk("found", at="school-name")


def test_spelling_names_each_word_and_leads_there(talk: Talk, place: Place) -> None:
    place.write(filled())
    talk("We know autisim and otherss.", ".", at=AT)
    said = talk("spelling", "1", at="money")
    assert "2 words to look at." in said
    assert "“autisim”" in said
    assert place.at == AT


def test_the_review_reads_what_was_found(talk: Talk, place: Place) -> None:
    place.write(filled())
    talk(OLD, ".", at=AT)
    said = talk("review", "1", at="money")
    assert "Look again, 1:" in said
    assert "“What extra help can my child have?” “statemented” is out of date." in said
    assert place.at == AT


def test_the_head_hears_what_was_set_aside_before_it_is_locked(talk: Talk, place: Place) -> None:
    place.write(filled())
    talk(OLD, ".", "back", "found", "1", "We quote a letter.", at=AT)
    said = talk("approve", "1", "Ann Lee", "Chair", "", "", "", "no", at="money")
    assert "Set aside by the writer" in said
    assert "We quote a letter." in said
