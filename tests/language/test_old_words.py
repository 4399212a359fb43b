"""What the rules on dated words say, where they look, and the words of the bank themselves."""

import pytest

from sendwizard.core.findings import Severity
from sendwizard.language import old
from sendwizard.language.phrases import phrases
from tests.language import lines
from tests.worlds import real_bank


def test_what_is_said_names_the_words_and_what_to_write() -> None:
    (finding,) = old.in_text(lines.said("We ask *School\nAction* pupils."), lines.known())
    assert finding.message.startswith("“School Action” is out of date. ")
    assert finding.suggestion == "Write “SEN support”."
    assert finding.words == "School\nAction"


def test_an_act_to_do_is_said_as_it_stands() -> None:
    (finding,) = old.in_text(lines.said("Connexions comes."), lines.known())
    assert finding.suggestion.startswith("Name your council’s careers service")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("We fill in a CAF form.", "Write “early help assessment”, or the name that your council"),
        ("Your child has an IEP.", "Write “SEN support plan”, or what your school calls it."),
        ("Tasks are differentiated.", "Write “adapt” or “adapted”, as in “we adapt lessons”."),
        (
            "Ask Cumbria County Council.",
            "Write “Cumberland Council” or “Westmorland and Furness Council”.",
        ),
        (
            "A statemented child.",
            "Write “with an EHC plan” or “without an EHC plan”, as in “a child",
        ),
        ("A child has a statement.", "Write “EHC plan” in place of “statement”."),
        ("A visually impaired child.", "Write “with a vision impairment”, as in “a pupil with"),
        ("A mentally handicapped child.", "Write “learning disability”, as in “people with a"),
        ("A handicapped child.", "Write “disabled”, as in “disabled people” or “a disabled"),
    ],
)
def test_quotation_marks_stand_round_what_to_write_alone(text: str, suggestion: str) -> None:
    (finding,) = old.in_text(lines.said(text), lines.known())
    assert finding.suggestion.startswith(suggestion)


def test_words_to_write_hold_no_advice() -> None:
    """They come to stand in quotation marks, so advice beside them is for a whole sentence."""
    bank = real_bank()
    renamed = [entry for overlay in bank.overlays for entry in overlay.renamed]
    for entry in (*bank.checks["old"].entries, *renamed):
        if not entry.instead.endswith("."):
            assert not {"or", "your", "what"} & set(entry.instead.split()), entry.instead
            assert "“" not in entry.instead


def test_a_tip_is_given_once_in_an_answer_and_a_warning_each_time() -> None:
    text = "An IEP. Another IEP. School Action Plus. Then School Action Plus."
    found = [each.rule.code for each in old.in_text(lines.said(text), lines.known())]
    assert sorted(found) == ["OLD001", "OLD001", "OLD006"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wave 1 is for all, Wave 2 for some and Wave 3 for a few.", ["Wave 1"]),
        ("Wave 1 is for all. Wave 2 is for some.", ["Wave 1", "Wave 2"]),
        ("- Wave 1 for all\n- Wave 2 for some", ["Wave 1", "Wave 2"]),
        ("The LEA pays, and the CCG asks the LEA.", ["LEA", "CCG"]),
        ("EHC plans replaced statements of SEN, so pupils with a statement of SEN ring us.",
         ["statement of SEN"]),
    ],
)  # fmt: skip
def test_the_same_is_said_once_in_a_sentence_of_the_first_words(
    text: str, words: list[str]
) -> None:
    assert [each.words for each in old.in_text(lines.said(text), lines.known())] == words


@pytest.mark.parametrize("text", ["We are rated Good by Ofsted.", "We are an Ofsted Good school."])
def test_a_grade_of_before_the_report_cards_may_stay_with_its_day(text: str) -> None:
    (finding,) = old.in_text(lines.said(text), lines.known())
    assert finding.suggestion.startswith("Give the day of the inspection if it was before")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We keep to the Code of Practice: 0-25 (July 2014).", "Code of Practice: 0-25 (July 2014"),
        ("Ofsted judged the school to be good.", "judged the school to be good"),
        ("She suffers from severe anxiety.", "suffers from severe anxiety"),
    ],
)
def test_what_belongs_to_the_words_is_quoted_with_them(text: str, words: str) -> None:
    (finding,) = old.in_text(lines.said(text), lines.known())
    assert finding.words == words


@pytest.mark.parametrize(
    "text",
    [
        "The Visual Impairment Team visits us.",
        "Ask Special Educational Needs Statutory Assessment and Provision.",
        "We work with the Sensory and Visual Impairment Service.",
        "Ring the Statutory Assessment Team.",
    ],
)
def test_the_name_of_a_team_is_left_as_the_council_writes_it(text: str) -> None:
    assert lines.codes(old.in_text, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Visual Impairment is one of the needs that we meet.",
        "Our Statutory Assessment form is on the website.",
        "A child is put on the SEN Register.",
        "Each child has an Individual Education Plan (IEP).",
    ],
)
def test_capitals_alone_make_no_name_of_a_team(text: str) -> None:
    assert "OLD006" in lines.codes(old.in_text, text)


@pytest.mark.parametrize("question", ["local-offer", "roll"])
def test_an_address_or_a_figure_holds_no_words(question: str) -> None:
    text = "https://www.council.example/statemented"
    assert lines.codes(old.in_text, text, question) == set()


def test_a_number_in_a_row_of_contacts_is_found() -> None:
    row = {"name": "SENDIASS", "phone": "0845 496 0123", "email": "a@b.example"}
    known = lines.known(sendiass=(row,))
    found = [each for said in known.texts for each in old.in_text(said, known)]
    assert [(each.rule.code, each.row, each.column) for each in found] == [("OLD005", 0, "phone")]


def test_every_entry_of_the_file_has_a_rule_of_its_own_a_reason_and_a_cure() -> None:
    known = {rule.code for rule in old.RULES}
    entries = real_bank().checks["old"].entries
    assert entries
    assert all(each.code in known and each.why and each.instead for each in entries)


def test_every_list_of_the_file_is_about_an_entry_of_it() -> None:
    data = real_bank().checks["old"]
    names = {entry.find[0] for entry in data.entries} | {entry.code for entry in data.entries}
    kinds = ("only beside ", "not beside ", "right after ", "right before ", "between ")
    about = {key.removeprefix(kind) for key in data.lists for kind in kinds if key.startswith(kind)}
    assert about - {"history"} <= names


def test_a_name_in_small_letters_is_a_name_of_the_file() -> None:
    lists = real_bank().checks["old"].lists
    small = {key.removeprefix("small ") for key in lists if key.startswith("small ")}
    assert small
    assert small <= set(lists["proper"])


def test_small_words_stand_between_what_must_stand_side_by_side() -> None:
    """A list of small words beside nothing would never be looked at."""
    lists = real_bank().checks["old"].lists
    for key in lists:
        if key.startswith("between ") and key != "between history":
            name = key.removeprefix("between ")
            assert {f"right after {name}", f"right before {name}"} & lists.keys()


def test_every_phrase_of_the_file_is_found_by_its_own_entry() -> None:
    """A longer phrase of another entry, or its own `unless`, would hide it for ever."""
    data = real_bank().checks["old"]
    for entry in data.entries:
        for phrase in entry.find:
            found = list(phrases(data).find(phrase.replace("*", "")))
            assert [each.entry for each in found] == [entry], phrase


def test_no_phrase_stands_twice_in_the_file() -> None:
    found = [each.casefold() for entry in real_bank().checks["old"].entries for each in entry.find]
    assert sorted(set(found)) == sorted(found)


def test_only_what_may_still_be_right_is_a_tip() -> None:
    tips = {rule.code for rule in old.RULES if rule.severity is Severity.TIP}
    assert tips == {"OLD006", "OLD008"}
    assert not any(rule.severity is Severity.STOP for rule in old.RULES)
