"""Halves of the duties on complaints, other bodies and advice."""

import pytest

from tests.language.test_halves import answers, left_out

OWN_STEPS = "the school’s own steps"
HEALTH = "health services"
SOCIAL_CARE = "social care or early help"
COUNCIL = "the council’s own services"
VOLUNTARY = "charities or other voluntary groups"
FAMILIES = "what any of them does for families"
REACHED = "a phone number, an address or another way to reach them"

NOT_OUR_STEPS = answers("""
You can appeal to the First-tier Tribunal if you do not agree with what is in the plan.

The Local Government Ombudsman looks at what went wrong with an EHC plan.

Ofsted and the Department for Education take up matters that concern a whole school.

SENDIASS gives free advice, and mediation must be thought about before an appeal.

Appeals to the SEND tribunal are heard within months. There is no fee.

If your child's needs are not met, the law gives you a right of appeal, with a time limit.

The council has a disagreement resolution service, which is free and does not take sides.

Contact the local authority's SEN team, which deals with any dispute about a plan.

A claim of disability discrimination can be brought within six months of what happened.

Mediation is a way to settle matters with the council, and an adviser will explain it to you.
""")
OUR_STEPS = answers("""
Come and see us first. Most worries are gone within a week.

Have a word with whoever teaches your child, such as the form tutor.

The first stage is a talk, the second a letter and the third a hearing.

Mrs Carr will ring you back within two days if you leave a message for her.

Write to the chair, care of the school. Three people who know nothing of the matter hear you.

The trust looks at what could not be settled in school.

Tell the SENCO, who will put it right or say why she cannot.

It is dealt with in confidence by the principal, within ten school days.

Our governing board has a panel for this, which meets with you in an evening.

An informal chat with the head of year comes first; a written answer follows.
""")
OF_HEALTH = answers("""
The NHS therapist comes each half term and shows our staff what to practise.

A nurse trains us each September on epilepsy and on pens for allergy.

We ask CAMHS for advice by telephone and act on it.

The physio writes a programme, and an assistant carries it out before lunch.

Paediatric clinics send us their letters, and we change the plan to match.

The mental health team holds a class on worry for Year 6.

An occupational therapist works on buttons, scissors and balance.

Speech therapy is given in blocks of six weeks, with work to do in between.

The dietitian and the continence clinic advise us on meals and on the toilet.

Audiology sends new moulds and tells us how loud the class may be.
""")
OF_SOCIAL_CARE = answers("""
Early help can send a worker for sleep, money or behaviour. We fill in the form together.

A social worker comes to reviews where there is one, and we share what we see.

Short breaks, such as a Saturday at the farm, are there for disabled children.

We ring the front door team at once if a child is not safe.

The family hub in town runs classes, and a practitioner visits us each month.

If life is hard at home, family support can step in for twelve weeks.

The disabled children's team adapts a house and lends a hoist.

A team around the child is called by the SENCO, with one plan for all.

Respite is arranged by the children's services, and we send a report for the panel.

Social care sends us the name of a key person, and we meet each term.
""")
OF_COUNCIL = answers("""
The educational psychologist visits four times a year and helps us to plan.

A teacher of the deaf comes each month to test aids and to train staff.

The autism outreach team watches a lesson and sends ideas within a fortnight.

Westmarch's inclusion officer helps us when a place is at risk.

The county lends us switches and pays for an adviser on sight loss.

We ring the SEN team about EHC plans, and the casework officer comes to reviews.

Portage workers tell us what a child can do before nursery begins.

The local authority runs a course on reading for assistants each spring.

The EAL service tells us if a slow start is due to a new tongue.

Specialist teachers come at our request, and we buy their time.
""")
OF_VOLUNTARY = answers("""
A charity for autism runs a Friday club in our hall, and brothers and sisters may come.

The parent carer forum joins our coffee morning and helps you to fill in forms.

Young carers meet at the church in town, and we take your child along the first time.

Volunteers from the rotary read with pupils and give each family a box of books.

The mosque opens its kitchen on Saturdays for families with a disabled child.

Mencap's local branch holds a drop-in for mums and dads.

Two dads set up a support group, run by parents, which walks on the moor each Sunday.

The National Autistic Society lends parents its library.

A hospice looks after siblings for a weekend when things are hard.

Scouts in the next village have a leader who signs, and your child is welcome there.

None come into school, but our parents speak well of the autism group at the village hall.
""")
NO_WAY_TO_REACH = answers("""
SENDIASS can explain the law and help with a letter. It does not take sides.

The parent carer forum is a group of mothers and fathers who help each other.

Free advice is given by a service that stands apart from the school and the council.

There is a charity for each kind of need, and most have a branch in the county.

Families may be able to have a short break, a family worker or help with money.

We work with the autism charity, the forum and the young carers' service.

The local advice service is free, and its staff know the law on SEN well.

Support for parents is there when it is wanted, from people who have been through it.

Contact a Family, Mencap and the forum all support parents. So does the family hub.

Many parents tell us how much the advice service has helped them.
""")
SOME_WAY = answers("""
The forum can be reached on 01632 960210 on weekday mornings.

Write to hello@westmarchforum.example and a parent will answer.

See www.westmarchadvice.example for a list of groups.

The family line (tel 0300 555 0199) is open until nine.

The group meets in the hall on the first Friday. Just come.

There is a chat with an adviser on the council's website each evening.

Look at [the hub](https://westmarch.example/hub) for sleep, money and short breaks.

Samaritans listen day and night on 116 123.

Pop in to the family hub; its drop-in is on Tuesdays from ten to noon.

Text WORRY to the helpline and somebody will ring you back.
""")
POOLS = {
    HEALTH: ("agencies-health", OF_HEALTH),
    SOCIAL_CARE: ("agencies-social-care", OF_SOCIAL_CARE),
    COUNCIL: ("agencies-council", OF_COUNCIL),
    VOLUNTARY: ("agencies-voluntary", OF_VOLUNTARY),
}
WRITTEN = [(part, text) for part, (_, texts) in POOLS.items() for text in texts]
ONE_OF_ANOTHER = [
    (HEALTH, OF_VOLUNTARY[0]),
    *((HEALTH, text) for text in OF_SOCIAL_CARE[:5]),
    *((HEALTH, text) for text in OF_COUNCIL[2:8]),
    *((SOCIAL_CARE, text) for text in OF_HEALTH[:5]),
    *((SOCIAL_CARE, text) for text in OF_COUNCIL[:6]),
    *((COUNCIL, text) for text in OF_HEALTH[:5]),
    *((COUNCIL, text) for text in OF_SOCIAL_CARE[:6]),
    *((VOLUNTARY, text) for text in (*OF_HEALTH, *OF_SOCIAL_CARE[:2], *OF_COUNCIL)),
]


@pytest.mark.parametrize("text", NOT_OUR_STEPS)
def test_the_tribunal_is_no_step_of_the_school(text: str) -> None:
    assert left_out("complaints", text) == (OWN_STEPS,)


@pytest.mark.parametrize("text", OUR_STEPS)
def test_the_steps_of_the_school_are_seen(text: str) -> None:
    assert left_out("complaints", text) == ()


@pytest.mark.parametrize(("part", "text"), WRITTEN)
def test_each_kind_of_body_is_seen(part: str, text: str) -> None:
    assert part not in left_out(POOLS[part][0], text)


@pytest.mark.parametrize(("part", "text"), ONE_OF_ANOTHER)
def test_one_kind_of_body_is_not_another(part: str, text: str) -> None:
    assert part in left_out(POOLS[part][0], text)


def test_help_for_families_may_stand_in_the_answer_on_another_body() -> None:
    charity = "A charity for deaf children lends us toys, and its trainer comes each June."
    assert left_out("agencies-voluntary", charity) == (FAMILIES,)
    text = f"{OF_COUNCIL[0]} {OF_VOLUNTARY[0]}"
    assert left_out("agencies-voluntary", charity, agencies_council=text) == ()
    assert left_out("agencies-voluntary", OF_HEALTH[0], agencies_council=text) == (VOLUNTARY,)


@pytest.mark.parametrize("text", [*OF_HEALTH, OF_COUNCIL[0], OF_COUNCIL[4]])
def test_families_are_left_out(text: str) -> None:
    assert FAMILIES in left_out("agencies-voluntary", text)


@pytest.mark.parametrize("text", OF_VOLUNTARY)
def test_help_for_families_is_seen(text: str) -> None:
    assert left_out("agencies-voluntary", text) == ()


@pytest.mark.parametrize("text", NO_WAY_TO_REACH)
def test_services_without_a_way_to_reach_them(text: str) -> None:
    assert left_out("advice-for-parents", text) == (REACHED,)


@pytest.mark.parametrize("text", SOME_WAY)
def test_a_way_to_reach_them_is_seen(text: str) -> None:
    assert left_out("advice-for-parents", text) == ()
