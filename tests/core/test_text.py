"""The bank's prose as it is shown: lines flow, and lists stay lists."""

from sendwizard.core.text import flowing
from tests.worlds import real_bank


def test_lines_flow_together_and_points_stay_apart() -> None:
    text = "We sit\ntogether.\n\n- One point\n  goes on\n- Another\n\n1. First\n2. Second\n"
    assert (
        flowing(text) == "We sit together.\n\n- One point goes on\n- Another\n\n1. First\n2. Second"
    )


def test_no_word_of_an_example_is_lost() -> None:
    for question in real_bank().questions:
        assert flowing(question.example).split() == question.example.replace("**", "").split()
