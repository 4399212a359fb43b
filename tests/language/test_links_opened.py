"""LINK101 to LINK107: what is said of addresses by how they answered, over made-up answers."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.findings import Finding
from sendwizard.language.links_opened import Linked, Opened, State, findings_of
from tests.language.lines import points_inside, said

PAGE = "https://larkfield.example/policy"
OTHER = "https://westmarch.example/send/plan"
FRONT = "https://larkfield.example/"
FINE = Opened("https://advice.example/page", State.FINE, 200)
"""A site that answers, so that it is not the way there that is doubted."""


def found(*opened: Opened) -> tuple[Finding, ...]:
    """What is said of addresses that all stand in one text."""
    one = said(" ".join(each.address for each in opened))
    standing = {}
    for each in opened:
        start = one.text.index(each.address)
        standing[each.address] = [Linked(one, start, start + len(each.address))]
    findings = findings_of(opened, standing)
    for finding in findings:
        points_inside(finding, one)
    return findings


def codes(*opened: Opened) -> list[str]:
    return [each.rule.code for each in found(*opened)]


def at(state: State, *statuses: int, address: str = PAGE, why: str = "") -> list[Opened]:
    return [Opened(address, state, status, why=why) for status in statuses]


def ended(address: str, at_end: str, moved_to: str = "") -> Opened:
    """A page that is there, perhaps elsewhere."""
    return Opened(address, State.FINE, 200, moved_to=moved_to, ended_at=at_end)


def down(state: State, *hosts: str) -> list[Opened]:
    return [Opened(f"https://{host}/page", state) for host in hosts]


SITES = ("a.example", "b.example", "c.example", "d.example")
GOOD = [*at(State.FINE, 200, 204, 206), ended(PAGE, PAGE), ended(PAGE, PAGE + "/")]

FOUND: dict[str, list[Opened]] = {
    "LINK101": [
        *at(State.GONE, 404, 410),
        *at(State.NO_NAME, 0),
        *at(State.REFUSED, 0),
        *(
            each
            for state in (State.GONE, State.NO_NAME, State.REFUSED)
            for address in (OTHER, FRONT)
            for each in at(state, 0, address=address)
        ),
    ],
    "LINK102": [
        *at(State.BLOCKED, 400, 401, 403, 407, 429, 451, 503, 999),
        *at(State.INSIDE, 0),
        *at(State.ROUND, 302),
        *at(State.ELSEWHERE, 302),
        *at(State.UNKNOWN_ISSUER, 0),
    ],
    "LINK103": [
        *at(State.SLOW, 0),
        *at(State.TROUBLE, 0, 500, 502, 504, 522, 304),
        *at(State.NO_WAY, 0),
        *at(State.SLOW, 0, address=OTHER),
        *at(State.TROUBLE, 500, address=OTHER),
        *at(State.NO_WAY, 0, address=OTHER),
    ],
    "LINK104": [
        Opened(address, State.CERTIFICATE, why=why)
        for address, why in product(
            (PAGE, OTHER, FRONT), ("", "it has run out", "it is another site’s", "it is its own")
        )
    ],
    "LINK105": [
        ended(PAGE, new, moved_to=new)
        for new in (
            OTHER,
            "https://larkfield.example/policies/send",
            "https://www.larkfield.example/policies",
            "https://larkfield.example/policy.pdf",
            "https://larkfield.example/policy?id=2",
            "https://new.larkfield.example/policy",
            "https://larkfield.sch.example/policy",
            "http://larkfield.example/send/policy",
            "https://larkfield.example/policy/2026",
            "https://westmarch.example/",
        )
    ],
    "LINK106": [
        *(
            ended(
                PAGE, f"https://larkfield.example{end}", moved_to=f"https://larkfield.example{end}"
            )
            for end in ("", "/", "/home", "/index.html", "/index.php", "/default.aspx", "/en")
        ),
        ended(PAGE, "https://www.larkfield.example/"),
        ended(PAGE, "http://larkfield.example/Home/"),
        ended(PAGE, "https://larkfield.example/404"),
    ],
}
LEFT: dict[str, list[Opened]] = {
    "LINK101": [*GOOD, *FOUND["LINK102"], *FOUND["LINK103"]],
    "LINK102": [*GOOD, *FOUND["LINK101"], *FOUND["LINK103"]],
    "LINK103": [*GOOD, *FOUND["LINK101"], *FOUND["LINK102"]],
    "LINK104": [*GOOD, *FOUND["LINK101"], *at(State.UNKNOWN_ISSUER, 0)],
    "LINK105": [
        *GOOD,
        ended(PAGE, OTHER),  # for today only
        *(
            ended(PAGE, new, moved_to=new)
            for new in (
                "http://larkfield.example/policy",
                "https://www.larkfield.example/policy",
                "https://larkfield.example/policy/",
                "https://larkfield.example/policy#top",
                "https://Larkfield.example/Policy",
            )
        ),
        *FOUND["LINK106"],
    ],
    "LINK106": [
        *GOOD,
        ended(FRONT, FRONT),
        ended("https://larkfield.example", "https://larkfield.example/home"),
        ended("https://larkfield.example/home", FRONT),
        ended("https://short.example/a1", "https://larkfield.example/"),
        ended(PAGE, "https://larkfield.example/homework"),
        ended(PAGE, "https://larkfield.example/index"),
        *FOUND["LINK105"][:-1],
    ],
}


@pytest.mark.parametrize(
    ("code", "opened"), [(code, each) for code, several in FOUND.items() for each in several]
)
def test_each_answer_has_its_finding(code: str, opened: Opened) -> None:
    assert codes(FINE, opened) == [code]


@pytest.mark.parametrize(
    ("code", "opened"), [(code, each) for code, several in LEFT.items() for each in several]
)
def test_an_answer_of_another_kind_has_none_of_this_rule(code: str, opened: Opened) -> None:
    assert code not in codes(FINE, opened)


@pytest.mark.parametrize("code", FOUND)
def test_each_table_is_long_enough(code: str) -> None:
    assert len(FOUND[code]) >= 10
    assert len(LEFT[code]) >= 10


OFFLINE = [
    down(State.NO_NAME, *SITES),
    down(State.NO_NAME, *SITES[:2]),
    down(State.NO_NAME, *SITES[:1]),
    down(State.NO_WAY, *SITES[:1]),
    down(State.NO_WAY, *SITES),
    down(State.SLOW, *SITES[:3]),
    down(State.REFUSED, *SITES[:3]),
    down(State.CERTIFICATE, *SITES[:3]),
    down(State.UNKNOWN_ISSUER, *SITES),
    [*down(State.NO_NAME, "a.example"), *down(State.NO_WAY, "b.example")],
    [*down(State.SLOW, *SITES[:2]), *down(State.REFUSED, *SITES[2:])],
    [*down(State.SLOW, *SITES[:2]), *down(State.CERTIFICATE, *SITES[2:])],
]
CONNECTED = [
    [],
    [FINE],
    [FINE, *down(State.NO_NAME, *SITES)],
    [FINE, *down(State.CERTIFICATE, *SITES)],
    down(State.SLOW, *SITES[:2]),
    down(State.REFUSED, *SITES[:1]),
    down(State.CERTIFICATE, *SITES[:2]),
    down(State.GONE, *SITES),
    down(State.TROUBLE, *SITES),
    down(State.BLOCKED, *SITES),
    down(State.INSIDE, *SITES),
    [*down(State.NO_NAME, *SITES), *down(State.GONE, "e.example")],
    [*down(State.SLOW, "a.example"), Opened("https://a.example/b", State.SLOW)],
]


@pytest.mark.parametrize("opened", OFFLINE)
def test_where_nothing_was_reached_that_is_said_once(opened: list[Opened]) -> None:
    assert codes(*opened) == ["LINK107"]


@pytest.mark.parametrize("opened", CONNECTED)
def test_where_something_answered_it_is_not_the_way_that_is_doubted(opened: list[Opened]) -> None:
    assert "LINK107" not in codes(*opened)


@pytest.mark.parametrize(
    ("opened", "says", "advice"),
    [
        (Opened(PAGE, State.GONE, 404), "no such page", "on the site"),
        (Opened(PAGE, State.NO_NAME), "no site of this name", "spelt right"),
        (Opened(PAGE, State.REFUSED), "does not answer", "another day"),
        (Opened(PAGE, State.BLOCKED, 503), "too busy", "private window"),
        (Opened(PAGE, State.BLOCKED, 429), "too often", "private window"),
        (Opened(PAGE, State.BLOCKED, 401), "sign in", "private window"),
        (Opened(PAGE, State.BLOCKED, 403), "let this program in", "private window"),
        (Opened(PAGE, State.CERTIFICATE, why="it has run out"), "(it has run out).", "browser"),
    ],
)
def test_what_is_said_and_advised_fits_how_the_site_answered(
    opened: Opened, says: str, advice: str
) -> None:
    (one,) = found(FINE, opened)
    assert says in one.message
    assert advice in one.suggestion
    assert ("on the site" in one.suggestion) == (opened.state is State.GONE)


ADDRESSES = st.one_of(st.text(max_size=40), st.sampled_from((PAGE, OTHER, FRONT, "https://")))


@given(
    st.lists(
        st.builds(
            Opened,
            ADDRESSES,
            st.sampled_from(State),
            st.integers(0, 999),
            ADDRESSES,
            ADDRESSES,
            st.text(max_size=20),
        ),
        max_size=6,
    )
)
def test_no_mixture_of_answers_is_too_odd(opened: list[Opened]) -> None:
    one = said("a" * 50)
    standing = {each.address: [Linked(one, 0, 5)] for each in opened}
    for each in findings_of(opened, standing):
        assert each.message.endswith(".")
        points_inside(each, one)
