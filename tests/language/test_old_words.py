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


def test_history_in_the_sentence_before_excuses_nothing() -> None:
    text = "Levels were replaced long since. Pupils with statements have help."
    assert lines.codes(old.in_text, text) == {"OLD001"}


def test_a_point_of_a_list_is_a_sentence_by_itself() -> None:
    text = "- formerly in the old hall\n- help at School Action Plus"
    assert lines.codes(old.in_text, text) == {"OLD001"}


def test_a_tip_is_given_once_in_an_answer_and_a_warning_each_time() -> None:
    text = "An IEP. Another IEP. School Action Plus. Then School Action Plus."
    found = [each.rule.code for each in old.in_text(lines.said(text), lines.known())]
    assert sorted(found) == ["OLD001", "OLD001", "OLD006"]


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
    about = {
        key.removeprefix("only beside ").removeprefix("not beside ")
        for key in data.lists
        if " beside " in key
    }
    assert about <= names


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
