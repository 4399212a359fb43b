"""NAME003: another council's name, left in from elsewhere."""

import pytest

from sendwizard.core.answers import Answers
from sendwizard.language import other_places
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes, known, said
from tests.worlds import answers_of, real_bank

COUNCIL = """
Leeds City Council decides on the plan.
Ask Lancashire County Council for a form.
The London Borough of Camden pays for it.
Our school is in the care of Kent County Council.
The City of York Council has a team.
Devon LA sends a teacher.
Ask Hull’s local authority.
Barnsley Metropolitan Borough Council has the rules.
Bath & North East Somerset Council has a list.
Write to Stoke-on-Trent City Council.
Reading Borough Council decides.
**Durham** County Council sends it.
Leeds City Council and the school help each child.
Our children have help from Leeds City Council.
A place is given by Leeds City Council.
Kent County Council sends a teacher to children here.
Plans come from Leeds City Council, and Leeds City Council reads them.
""".strip().splitlines()

NO_COUNCIL = """
North Yorkshire Council decides on the plan.
North Yorkshire County Council decided on it then.
Our School Council meets on Mondays.
The Reading Council chooses our books.
If you live in Leeds, ask Leeds City Council.
Children who live in Lancashire apply to Lancashire County Council.
We trained with Kent County Council.
The Arts Council has a mark.
We went to York by train.
The parish council owns the field.
A neighbouring council, Durham County Council, sends some of our children.
Bradford has a museum.
The LA and the council work together.
Leeds Local Offer is for families in Leeds.
If your home is in Leeds, ring Leeds City Council.
Leeds children: the caseworker is from Leeds City Council.
Our Redcar families have a worker from Redcar and Cleveland Borough Council.
We are close to Lancashire, so some of our children have plans from Lancashire County Council.
A few children come to us from Darlington; Darlington Borough Council sees to their plans.
Some pupils come from Leeds. Leeds City Council writes their plans.
The plans of our York pupils are written by City of York Council.
Half of our pupils are placed here by Leeds City Council.
Leeds City Council places eight pupils with us.
Our sensory teacher is employed by Leeds City Council.
Our pupils are taught with help from North Yorkshire Council and Leeds City Council.
Our pupils are placed by North Yorkshire Council, City of York Council and Leeds City Council.
Children in the care of Bradford Council have a PEP with the Bradford Virtual School.
For a child looked after by Leeds City Council, we ring the social worker there.
Where Leeds City Council looks after a child, its virtual school leads the PEP.
Leeds City Council decides on places for Leeds children.
If you pay council tax to Leeds City Council, your plan comes from there.
City of York Council pays for transport for its own pupils.
A plan may come from City of York Council if the family lives there.
""".strip().splitlines()


@pytest.mark.parametrize("line", COUNCIL)
def test_another_council_is_found(line: str) -> None:
    assert codes(other_places.in_text, line, local_authority="north-yorkshire") == {"NAME003"}


@pytest.mark.parametrize("line", NO_COUNCIL)
def test_a_council_that_is_ours_or_named_on_purpose_is_let_be(line: str) -> None:
    assert codes(other_places.in_text, line, local_authority="north-yorkshire") == set()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The City of York Council has a team.", "City of York Council"),
        ("City of York Council has a team.", "City of York Council"),
        ("The London Borough of Camden Council pays.", "London Borough of Camden Council"),
        ("Ask Kent County Council.", "Kent County Council"),
    ],
)
def test_the_whole_name_of_the_council_is_quoted(line: str, name: str) -> None:
    told = known(local_authority="north-yorkshire")
    (found,) = other_places.in_text(said(line), told)
    assert found.words == name
    assert f"“{name}”" in found.message


@pytest.mark.parametrize(
    ("advice", "offer", "line"),
    [
        ("SENDIASS Leeds", "", "Ask Leeds City Council."),
        ("", "https://www.leeds-offer.example/send", "Ask Leeds City Council."),
        ("Advice", "https://www.northsomerset.example", "Ask North Somerset Council."),
    ],
)
def test_our_council_is_known_from_what_is_answered(advice: str, offer: str, line: str) -> None:
    told = known(answers_of(sendiass=({"name": advice},), local_offer=offer))
    other = "Ask Kent County Council."
    assert not list(other_places.in_text(said(line), told))
    assert [each.rule.code for each in other_places.in_text(said(other), told)] == ["NAME003"]


def test_where_no_council_is_known_the_one_that_is_named_least_is_found() -> None:
    kent = "Kent County Council decides."
    leeds = "Leeds City Council has a form. Ask Leeds City Council."
    assert codes(other_places.in_text, kent) == set()
    assert codes(other_places.in_text, kent, complaints=kent) == set()
    assert codes(other_places.in_text, kent, complaints=kent, money=leeds) == {"NAME003"}
    assert codes(other_places.in_text, leeds, complaints=kent, money=leeds) == set()


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("https://www.derbyshire.gov.uk/send", "Derby City Council"),
        ("https://www.derby.gov.uk/send", "Derbyshire County Council"),
        ("https://www.nottinghamshire.gov.uk/send", "Nottingham City Council"),
        ("https://www.leicestershire.gov.uk/send", "Leicester City Council"),
        ("https://www.northlincs.gov.uk/send", "Lincolnshire County Council"),
        ("https://somerset.offer.example", "North Somerset Council"),
        ("https://north-somerset.offer.example", "Somerset Council"),
    ],
)
def test_a_council_whose_name_is_within_another_is_another(own: str, other: str) -> None:
    line = f"{other} pays for this."
    assert codes(other_places.in_text, line, local_offer=own) == {"NAME003"}


def test_a_council_that_the_bank_does_not_know_is_our_own_if_two_answers_have_its_name() -> None:
    ours = answers_of(
        sendiass=({"name": "Westmarch SENDIASS"},), local_offer="https://westmarch.example/offer"
    )
    told = Known(real_bank(), ours, TODAY)
    assert [
        each.rule.code
        for each in other_places.in_text(said("Leeds City Council sends a teacher."), told)
    ] == ["NAME003"]
    assert not list(other_places.in_text(said("Westmarch Council sends a teacher."), told))


def test_no_rule_speaks_of_answers_that_are_not_there() -> None:
    nobody = Known(real_bank(), Answers("2026-27", "england", "2026.11"), TODAY)
    assert not list(other_places.in_text(said(COUNCIL[0]), nobody))
