"""Which look a terminal gets."""

import pytest

from sendwizard.tui.looks import CONTRAST, DARK, LIGHT, LOOKS, NONE, SIXTEEN, look_for


@pytest.mark.parametrize(
    ("chosen", "environment", "shows", "look"),
    [
        ("", {}, "truecolor", DARK),
        ("", {}, "256", DARK),
        ("", {}, "standard", SIXTEEN),
        ("", {}, "windows", SIXTEEN),
        ("", {}, None, NONE),
        ("", {"NO_COLOR": "1"}, "truecolor", NONE),
        ("", {"NO_COLOR": ""}, "truecolor", DARK),
        (LIGHT, {"NO_COLOR": "1"}, "truecolor", LIGHT),
        (CONTRAST, {}, "standard", CONTRAST),
        ("one of a newer program", {}, "standard", SIXTEEN),
    ],
)
def test_a_person_chooses_the_look_and_else_the_terminal_does(
    chosen: str, environment: dict[str, str], shows: str | None, look: str
) -> None:
    assert look_for(chosen, environment, shows).name == look


def test_every_look_has_the_same_variables() -> None:
    """Otherwise a page would not open in one of them."""
    names = {look.name: set(look.theme.variables) for look in LOOKS.values()}
    assert all(each == names[DARK] for each in names.values())


@pytest.mark.parametrize("look", [SIXTEEN, NONE])
def test_where_colours_are_few_the_frame_with_the_focus_is_drawn_another_way(look: str) -> None:
    values = LOOKS[look].theme.variables
    assert values["frame"].split()[0] != values["frame-focus"].split()[0]
