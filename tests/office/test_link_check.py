from collections.abc import Iterator, Mapping

import pytest

from sendwizard.core.answers import Value
from sendwizard.language import links, links_opened
from sendwizard.language.links_opened import Opened, State, findings_of
from sendwizard.language.said import Known
from sendwizard.office import link_check
from tests.language.lines import known, points_inside
from tests.office.bad_server import BadServer, bad_server, limits_for


@pytest.fixture
def server() -> Iterator[BadServer]:
    with bad_server() as running:
        yield running


def nobody(_done: int) -> None:
    """Hears how far it is, and says nothing."""


def found(server: BadServer, **values: Value) -> list[tuple[str, str, str]]:
    """Code, question and words of what comes of opening the addresses of these answers."""
    one = known(None, **values)
    several = link_check.link_findings(link_check.gather(one), nobody, limits_for(server))
    return [(each.rule.code, each.question, each.words) for each in several]


def passage(path: str) -> dict[str, str]:
    """An answer with one address that was, and one that leads to the server's path."""
    return {
        "extra_support": f"See [our policy](http://www.larkfield.sch.uk/{path}).",
        "local_offer": "http://www.westmarch.gov.uk/page",
    }


# -- which are opened -------------------------------------------------------------------


def test_each_address_is_gathered_once_with_every_place_where_it_stands() -> None:
    gathered = link_check.gather(
        known(
            extra_support=(
                "See [our policy](https://larkfield.sch.uk/policy#top), www.larkfield.sch.uk, and "
                "https://larkfield.sch.uk/policy."
            ),
            local_offer="https://larkfield.sch.uk/policy",
            sendiass=({"name": "SENDIASS", "url": "https://advice.org.uk"},),
        )
    )
    assert gathered.addresses == (
        "https://larkfield.sch.uk/policy",
        "https://www.larkfield.sch.uk",
        "https://advice.org.uk",
    )
    standing = gathered.standing["https://larkfield.sch.uk/policy"]
    assert [each.said.question.id for each in standing] == ["extra-support"] * 2 + ["local-offer"]
    for each in standing:
        assert "larkfield.sch.uk/policy" in each.said.text[each.start : each.end]


@pytest.mark.parametrize(
    "text",
    [
        "See [our policy](https://larkfield.example/policy) or www.westmarch.example.",
        "Write to office@larkfield.sch.uk or [the office](mailto:office@larkfield.sch.uk).",
        "See htpp://larkfield.sch.uk, http://localhost/a, https://example.com, S:\\policies.",
        "See [our policy](policies/sen.pdf), file:///a, ftp://larkfield.sch.uk and 01632 960101.",
        "See http://192.168.0.1/admin and https://intranet/policies.",
        "[a](javascript:alert(1)) [b](data:text/html,x) [c](tel:01632960101) http https://",
    ],
)
def test_what_is_no_address_of_a_website_is_not_opened(text: str) -> None:
    assert link_check.gather(known(extra_support=text)).addresses == ()


def test_only_what_may_be_printed_is_opened() -> None:
    made = known(extra_support="See https://larkfield.sch.uk", school_name="Larkfield").answers
    answer = made.get("extra-support")
    noted = made.with_answer("extra-support", type(answer)("Words.", note="https://a.sch.uk"))
    assert link_check.gather(Known(known().bank, noted, known().today)).addresses == ()


# -- what is said -----------------------------------------------------------------------

CODES = {
    "page": None,
    "status-404": "LINK101",
    "status-410": "LINK101",
    "status-401": "LINK102",
    "status-403": "LINK102",
    "status-429": "LINK102",
    "status-503": "LINK102",
    "head-405": None,
    "round": "LINK102",
    "away-file": "LINK102",
    "away-inside": "LINK102",
    "to-301/page": "LINK105",
    "to-302/page": None,
    "to-302/": "LINK106",
    "to-301/": "LINK106",
    "close": "LINK103",
    "garbage": "LINK103",
    "status-500": "LINK103",
}


@pytest.mark.parametrize("path", CODES)
def test_each_fault_has_its_finding_where_the_address_stands(server: BadServer, path: str) -> None:
    code = CODES[path]
    words = f"http://www.larkfield.sch.uk/{path}"
    expected = [(code, "extra-support", words)] if code else []
    assert found(server, **passage(path)) == expected


def test_a_dead_name_is_a_dead_link_while_others_answer(server: BadServer) -> None:
    values = {**passage("page"), "inclusion_strategy": "http://larkfield.missing/plan"}
    assert [each[:2] for each in found(server, **values)] == [("LINK101", "inclusion-strategy")]


def test_without_a_connection_that_is_said_once(server: BadServer) -> None:
    text = " ".join(f"See http://site{number}.later/page{number}." for number in range(40))
    several = found(server, extra_support=text, local_offer="http://westmarch.missing")
    assert [each[0] for each in several] == ["LINK107"]


def test_the_same_dead_address_is_found_at_each_place(server: BadServer) -> None:
    dead = "http://www.larkfield.sch.uk/status-404"
    text = f"See [our policy]({dead}) and [our plan]({dead})."
    several = found(server, extra_support=text, local_offer=dead)
    assert [each[1] for each in several] == ["extra-support", "extra-support", "local-offer"]


def test_what_is_found_points_at_the_address(server: BadServer) -> None:
    one = known(sendiass=({"name": "SENDIASS", "url": "http://advice.org.uk/status-404"},))
    several = link_check.link_findings(link_check.gather(one), nobody, limits_for(server))
    (each,) = several
    assert (each.row, each.column) == (0, "url")
    points_inside(each, one.texts_at("sendiass")[1])
    assert "“http://advice.org.uk/status-404” is a dead link" in each.message


# -- verdicts ---------------------------------------------------------------------------


def verdicts(*results: Opened) -> list[tuple[str, str]]:
    """Code and message for addresses that all stand in one answer."""
    text = " ".join(each.address for each in results)
    standing = link_check.gather(known(extra_support=text)).standing
    return [(each.rule.code, each.message) for each in findings_of(results, standing)]


def of(address: str, state: State, **more: str) -> Opened:
    return Opened(address, state, **more)  # type: ignore[arg-type]


FINE = of("https://other.sch.uk/page", State.FINE)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.GONE, "LINK101"),
        (State.NO_NAME, "LINK101"),
        (State.REFUSED, "LINK101"),
        (State.BLOCKED, "LINK102"),
        (State.INSIDE, "LINK102"),
        (State.ROUND, "LINK102"),
        (State.ELSEWHERE, "LINK102"),
        (State.UNKNOWN_ISSUER, "LINK102"),
        (State.SLOW, "LINK103"),
        (State.TROUBLE, "LINK103"),
        (State.NO_WAY, "LINK103"),
        (State.CERTIFICATE, "LINK104"),
    ],
)
def test_each_state_has_a_rule(state: State, code: str) -> None:
    ((found_code, message),) = verdicts(of("https://a.sch.uk/b", state), FINE)
    assert found_code == code
    assert message.startswith("“https://a.sch.uk/b” ")
    assert message.endswith(".")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("https://a.sch.uk/b", "https://a.sch.uk/c", "LINK105"),
        ("https://a.sch.uk/b", "https://new.sch.uk/b", "LINK105"),
        ("https://a.sch.uk", "https://new.sch.uk/", "LINK105"),
        ("http://a.sch.uk/b", "https://a.sch.uk/b", ""),
        ("https://a.sch.uk/b", "https://www.a.sch.uk/b/", ""),
        ("https://a.sch.uk/B", "https://a.sch.uk/b", ""),
        ("https://a.sch.uk/b", "https://a.sch.uk/", "LINK106"),
        ("https://a.sch.uk/b", "https://www.a.sch.uk/Home.aspx", "LINK106"),
        ("https://a.sch.uk", "https://a.sch.uk/home", "LINK105"),
    ],
)
def test_a_page_that_has_moved_is_told_from_one_that_has_only_been_tidied(
    before: str, after: str, code: str
) -> None:
    moved = of(before, State.FINE, moved_to=after, ended_at=after)
    assert [each for each, _ in verdicts(moved)] == [code] * bool(code)


def test_a_page_that_is_there_for_now_only_is_left_alone() -> None:
    assert verdicts(of("https://a.sch.uk/b", State.FINE, ended_at="https://a.sch.uk/c")) == []


def test_a_short_address_may_lead_to_the_front_of_another_site() -> None:
    assert verdicts(of("https://bit.ly/abc", State.FINE, ended_at="https://a.sch.uk/")) == []


OFFLINE: list[list[State]] = [
    [State.NO_NAME],
    [State.NO_WAY],
    [State.NO_NAME, State.NO_WAY],
    [State.REFUSED] * 3,
    [State.SLOW, State.REFUSED, State.NO_NAME],
    [State.UNKNOWN_ISSUER] * 3,
    [State.CERTIFICATE, State.UNKNOWN_ISSUER, State.SLOW],
]
ONLINE: list[list[State]] = [
    [],
    [State.REFUSED],
    [State.REFUSED] * 2,
    [State.CERTIFICATE] * 2,
    [State.NO_NAME, State.GONE],
    [State.CERTIFICATE, State.CERTIFICATE, State.FINE],
    [State.SLOW, State.SLOW, State.SLOW, State.BLOCKED],
]


@pytest.mark.parametrize("states", OFFLINE)
def test_where_no_site_is_reached_the_way_there_is_doubted(states: list[State]) -> None:
    several = [of(f"https://a{place}.sch.uk/b", state) for place, state in enumerate(states)]
    assert [code for code, _ in verdicts(*several)] == ["LINK107"]


@pytest.mark.parametrize("states", ONLINE)
def test_where_one_site_answers_the_way_there_is_not_doubted(states: list[State]) -> None:
    several = [of(f"https://a{place}.sch.uk/b", state) for place, state in enumerate(states)]
    assert "LINK107" not in [code for code, _ in verdicts(*several)]


def test_no_code_means_two_things() -> None:
    both = (*links.RULES, *links_opened.RULES)
    assert len({rule.code for rule in both}) == len(both)
    for rule in links_opened.RULES:
        assert rule.explanation.count(". ") in range(1, 5)


def test_nothing_is_said_where_nothing_stands() -> None:
    standing: Mapping[str, list[links_opened.Linked]] = {}
    assert findings_of((FINE,), standing) == ()
