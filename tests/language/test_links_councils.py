from datetime import date

import pytest

from sendwizard.core.answers import Value
from sendwizard.language import links
from sendwizard.language.said import Known
from tests.language.lines import codes_in_all, points_inside
from tests.worlds import answers_of, real_bank

NORTH = "https://northyorks.gov.uk/children-and-families/send-local-offer"
LEEDS = "https://www.leeds.gov.uk/localoffer"
OF_NORTH = ("north-yorkshire", NORTH)


def told(authority: str = "", offer: str = "", **advice: str) -> set[str]:
    """The codes for a school of an authority, its local offer and its advice service."""
    values: dict[str, Value] = {}
    if authority:
        values["local_authority"] = authority
    if offer:
        values["local_offer"] = offer
    if advice:
        values["sendiass"] = (advice,)
    return codes_in_all(links.in_all, **values)


OTHER_OFFERS = [
    *(("north-yorkshire", f"https://www.{each}/offer") for each in ("leeds.gov.uk", "york.gov.uk")),
    ("north-yorkshire", "http://durham.gov.uk"),
    ("north-yorkshire", "www.eastriding.gov.uk/send"),
    ("north-yorkshire", "https://families.bradford.gov.uk/offer"),
    ("north-yorkshire", "https://www.hackneylocaloffer.co.uk/"),
    ("north-yorkshire", "https://westsussex.local-offer.org/pages"),
    ("north-yorkshire", "https://www.lancashire.gov.uk/send?x=1"),
    ("north-yorkshire", "HTTPS://WWW.LEEDS.GOV.UK/"),
    ("other", NORTH),
    ("other", "https://sendiassnorthyorkshire.co.uk/offer"),
]
OWN_OFFERS = [
    OF_NORTH,
    ("north-yorkshire", "https://www.northyorks.gov.uk/send"),
    ("north-yorkshire", "https://www.gov.uk/send"),
    ("north-yorkshire", "https://families.example/leeds.gov.uk"),
    ("north-yorkshire", "https://notleeds.gov.uk/offer"),
    ("north-yorkshire", "https://harrogate.gov.uk/offer"),
    ("other", LEEDS),
    ("other", "https://westmarch.example/local-offer"),
    ("", LEEDS),
    ("", NORTH),
    ("north-yorkshire", ""),
]


@pytest.mark.parametrize(("authority", "offer"), OTHER_OFFERS)
def test_another_councils_local_offer_is_found(authority: str, offer: str) -> None:
    assert told(authority, offer) == {"LINK004"}


@pytest.mark.parametrize(("authority", "offer"), OWN_OFFERS)
def test_a_local_offer_that_may_be_the_schools_own_is_left_alone(
    authority: str, offer: str
) -> None:
    assert told(authority, offer) == set()


OTHER_ADVICE: list[tuple[str, str, dict[str, str]]] = [
    (*OF_NORTH, {"name": "Advice", "url": "https://www.leeds.gov.uk/sendiass"}),
    (*OF_NORTH, {"name": "Advice", "email": "sendiass@york.gov.uk"}),
    (*OF_NORTH, {"name": "Leeds SENDIASS", "phone": "01632 960200"}),
    (*OF_NORTH, {"name": "SENDIASS York", "phone": "01632 960200"}),
    (*OF_NORTH, {"name": "South Tyneside SENDIASS", "phone": "01632 960200"}),
    (*OF_NORTH, {"name": "Advice", "url": "https://www.southtynesidesendiass.co.uk/"}),
    ("", LEEDS, {"name": "Advice", "url": "https://www.bradford.gov.uk/advice"}),
    ("", LEEDS, {"name": "Advice", "email": "help@kirklees.gov.uk"}),
    ("other", LEEDS, {"name": "Bradford SENDIASS", "phone": "01632 960200"}),
    ("other", LEEDS, {"name": "SENDIASS North  Yorkshire", "phone": "01632 960200"}),
    ("", NORTH, {"name": "SENDIASS Kent", "phone": "01632 960200"}),
]
OWN_ADVICE: list[tuple[str, str, dict[str, str]]] = [
    (
        *OF_NORTH,
        {"name": "SENDIASS North Yorkshire", "url": "https://sendiassnorthyorkshire.co.uk"},
    ),
    (*OF_NORTH, {"name": "North Yorkshire and York SENDIASS", "phone": "01632 960200"}),
    (*OF_NORTH, {"name": "Parents’ advice", "phone": "01632 960200"}),
    (*OF_NORTH, {"name": "Advice", "email": "help@advice.example"}),
    ("", LEEDS, {"name": "Leeds SENDIASS", "url": "https://www.leeds.gov.uk/sendiass"}),
    ("", "", {"name": "Bradford SENDIASS", "url": "https://www.leeds.gov.uk"}),
    (
        "other",
        "https://westmarch.example/offer",
        {"name": "Kent SENDIASS", "phone": "01632 960200"},
    ),
    ("", "https://www.bristol.gov.uk/offer", {"name": "Advice", "email": "a@southglos.gov.uk"}),
    ("", "https://www.shropshire.gov.uk/", {"name": "Telford and Wrekin IASS", "phone": "1"}),
    ("", "https://www.york.gov.uk/offer", {"name": "York SENDIASS", "phone": "01632 960200"}),
    ("", "https://www.nottinghamcity.gov.uk", {"name": "Nottinghamshire IASS", "phone": "1"}),
]


@pytest.mark.parametrize(("authority", "offer", "advice"), OTHER_ADVICE)
def test_another_areas_advice_service_is_found(
    authority: str, offer: str, advice: dict[str, str]
) -> None:
    assert told(authority, offer, **advice) == {"LINK005"}


@pytest.mark.parametrize(("authority", "offer", "advice"), OWN_ADVICE)
def test_an_advice_service_that_may_be_the_areas_own_is_left_alone(
    authority: str, offer: str, advice: dict[str, str]
) -> None:
    assert told(authority, offer, **advice) == set()


NO_WAY = [
    *({"local_offer": each} for each in ("See the council", "Ask us", "local offer", "-", "TBC")),
    *(
        {"sendiass": ({"name": each},)}
        for each in (
            "SENDIASS",
            "Westmarch SENDIASS",
            "Ask the school",
            "Advice line",
            "NYCC, 2014",
        )
    ),
]
A_WAY: list[dict[str, Value]] = [
    {},
    {"local_offer": "https://westmarch.example/offer"},
    {"local_offer": "westmarch.example/offer"},
    {"sendiass": ()},
    {"sendiass": ({"name": "SENDIASS", "phone": "01632 960200"},)},
    {"sendiass": ({"name": "SENDIASS", "email": "a@b.example"},)},
    {"sendiass": ({"name": "SENDIASS", "url": "https://b.example"},)},
    {"sendiass": ({"name": "SENDIASS, 01632 960200"},)},
    {"sendiass": ({"name": "SENDIASS, a@b.example"},)},
    {"sendiass": ({"name": "SENDIASS, www.b.example"},)},
    {"sendiass": ({"name": "  "},)},
]


@pytest.mark.parametrize("values", NO_WAY)
def test_a_contact_that_nobody_can_follow_is_found(values: dict[str, Value]) -> None:
    assert codes_in_all(links.in_all, **values) == {"LINK006"}


@pytest.mark.parametrize("values", A_WAY)
def test_a_contact_with_any_way_is_left_alone(values: dict[str, Value]) -> None:
    assert codes_in_all(links.in_all, **values) == set()


def test_what_is_found_points_at_its_words_and_its_row() -> None:
    rows = ({"name": "SENDIASS", "phone": "1"}, {"name": "The Leeds SENDIASS", "phone": "1"})
    answers = answers_of(local_authority="north-yorkshire", sendiass=rows)
    one = Known(real_bank(), answers, date(2026, 11, 23))
    (found,) = links.in_all(one)
    assert (found.row, found.column, found.words) == (1, "name", "Leeds")
    points_inside(found, one.texts_at("sendiass")[2])
    assert "Leeds City Council" in found.message


def test_every_host_of_a_council_is_one_councils_alone() -> None:
    hosts = [
        host for several in real_bank().checks["link-councils"].lists.values() for host in several
    ]
    assert len(hosts) == len(set(hosts))
    assert all("." in host and "/" not in host and host == host.lower() for host in hosts)


def test_councils_that_share_a_service_or_a_county_are_known_councils() -> None:
    data = real_bank().checks["link-councils"]
    for entry in data.entries_of("LINK004", "LINK005"):
        assert set(entry.find) <= set(data.lists)
    for entry in data.entries_of("NAME003"):
        assert entry.instead in data.lists
