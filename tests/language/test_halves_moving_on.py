"""Halves of the duties on moving on, on adult life and on the accessibility plan."""

import pytest

from tests.language.test_halves import answers, code_left_out, left_out

STARTING = "starting at the school"
GOING_ON = "going on to the next school or stage"
INDEPENDENCE = "steps towards independence and adult life"
WORK = "work or further study"
LIVING = "living independently"
IN_LESSONS = "taking part in lessons"
BUILDING = "the building and grounds"
INFORMATION = "information that disabled pupils can use"
COMMUNITY = "friends and taking part in the community"
HEALTHY = "being healthy as an adult"

OF_STARTING = answers("""
Before your child starts, we come to your house and make a book of photos together.

New pupils have a guide from their own class, and you ring us whenever you like.

We read what the nursery sends and sit down with you in June.

A child who joins us half way through a year has a quiet first week, with an adult close by.

On entry we ask what your child loves and what scares them.

Admissions are handled with care: two mornings with us, a tour and a song to learn.

The settling-in weeks are short days, and you may stay as long as you wish.

Every newcomer has a card with faces and names, and a peg with their own picture.

Stay and play is on Tuesdays, so that your child knows the room and the adults.

We welcome each family at the gate, and the SENCO has met all those with a plan by then.
""")
OF_GOING_ON = answers("""
In Year 6 pupils have extra visits to the secondary school, and we pass their files along.

The SENCOs of both high schools meet your child with us in the spring.

We help students to look round colleges and to fill in the forms.

When pupils leave, we send the plan to whoever teaches them next.

For the move up to the middle school there are four visits and a map.

A child who changes school in spring takes a letter and a box of their own things with them.

Talks about the next setting begin a year ahead where there is an EHC plan.

Our leavers write a page about themselves, which the receiving teachers read.

Before they go on to the juniors, children practise the walk and the lunch hall.

Each July a morning is spent with the next teacher, and photos go home for the summer.
""")
NO_INDEPENDENCE = answers("""
We hold extra visits for Year 6 and send records to the secondary school in July.

The SENCO from the high school comes to the last review, and a map is given to each child.

Support plans are passed to the next teacher, and there is a meeting at the end of summer.

Pupils visit the new building twice, and photographs are sent to families.

We have good links with all the schools nearby and talk with them each term.

Our school has a warm ethos. Each child is valued and learns at a pace that suits them.

In July classes spend a morning with the next teacher, and those with SEN have two.

An adult is with your child for the whole day, in lessons and at break.

Transition books with photos are made by the assistant and sent for the holidays.

Reviews are held each term, and the plan is changed when the goals are reached.
""")
INDEPENDENT = answers("""
Children hang up their coats and zip their bags, with a picture for each step.

Helpers fade out bit by bit as your child can do more.

In Year 4 each table buys its fruit at the market and counts the change.

Pupils try first, then ask a friend, and only then an adult.

Every child has a job in class for half a term.

We practise crossing the road, and older pupils take the bus into town.

Your child picks from two, then three, then many: the snack, the book, the partner, by choosing.

Grown-ups with disabilities come in and tell us about where they live and earn.

Washing hands, brushing teeth and eating with a fork are taught, not just done for a child.

We do not rush in. Your child has time to find a way round a problem.
""")
OF_WORK = answers("""
Every student does two weeks in a garage, a bakery or an office, with a coach.

From Year 9 a careers adviser talks with each pupil, and the plan lists jobs they might like.

We run supported internships with the hospital, and half of those who did one were hired.

Students tour three colleges and fill in the forms with us.

Apprenticeships are explained by people who have done one.

University is a real option for many, and we help with the grant for disabled students.

Mock interviews are held in spring by firms from the town.

Pupils write a CV, and practise how to tell a boss what helps them.

Vocational courses start in Year 10, on one day a week.

Our enterprise group sells what it makes and keeps the books.
""")
OF_LIVING = answers("""
Pupils learn to use the bus, to read a map and to ring if they are lost.

In our flat each student cooks, cleans and makes a bed once a week.

Money is taught with a real bank card and a list from the shop.

We help families to think about tenancies and who might share a house.

By Year 11 each pupil can plan a meal and do the laundry.

Travel training starts in Year 8, first with an adult, then alone.

Students choose what they wear, eat and do at the weekend, and say why.

Life skills are on the timetable each day, from ironing to bills.

We talk early about supported living and take you to see two places.

Your child learns to say yes and no to care, and takes decisions about it themselves.
""")
OF_COMMUNITY = answers("""
Pupils join a club in town, first with an adult and then alone, and may work there later.

We teach how to vote, and each student works for a local cause and lives on a small budget.

Students help in a cafe for older neighbours, and they learn to cook at home.

Relationships are taught in small groups; so are jobs and how to run a home.

Every student gives an hour a week as a volunteer, goes there by bus and has an interview.

They use the library, the cinema and the leisure centre, and they earn and spend.

Our social evenings are planned by students, who shop and cook for them, as a course.

Sixth formers play in the town's football team, work in the kiosk and travel alone.

A trip to the council teaches how to take part in local life. Careers and cooking are taught.

Pupils do the Duke of Edinburgh award, go to college tasters and plan meals.
""")
OF_HEALTH = answers("""
A nurse shows students how to book a doctor, how to work and how to live alone.

By Year 11 they know their own medicines. They have had a job, and can use a bus.

The gym is open to students, who also do courses and learn to budget.

We plan the change to adult clinics a year ahead, next to college and housing.

Sleep, food and exercise are taught beside careers and independent travel.

Students learn whom to tell if they feel low, how to pay a bill and how to find work.

The dentist comes in to explain. Work experience and home skills go with it.

Mental health has a place in each plan, with jobs, a home and travel.

They keep a diary of what they eat, run a home for a week, and apply for a course.

RSE is taught for all, in words and signs that suit, along with work and living skills.
""")
OF_PLAN_LESSONS = answers("""
By July 2027 all staff will have been trained to teach a pupil who is deaf.

We want each disabled pupil to take part in every subject, PE among them.

The curriculum in science will be opened up with models that can be held.

Our aim is that disabled pupils join in with clubs, on the same footing as the rest.

Over three years, each lesson is to be watched once through the eyes of a disabled pupil.

Makaton will be used in each class by Easter 2028, and the governors will check.

A tablet for each pupil who needs one will come by spring, to help them learn.

Differentiation is looked at each year, department by department, until 2028.

By 2027 pupils with a disability will participate in all that the school does.

Teaching assistants move from one-to-one to small groups, so that nobody works apart.
""")
OF_PLAN_BUILDING = answers("""
A ramp to the field is due by Easter 2027, and handrails by the summer.

We will paint the edges of steps in yellow, and put in a lift when the hall is rebuilt.

The second toilet with a hoist opens in September. Governors check on it in May.

Doors will be widened in the old block over the next two years.

Between 2025 and 2028 the car park has two more bays, near the gate.

Blinds against glare come first; better lighting in the corridors comes next.

The surface of the playground is to be made level by July 2027.

A hearing loop goes into the hall in the autumn, at a cost that governors have agreed.

Our site is on a slope. The path from the road will be rebuilt by 2028.

By spring there will be a changing place for older pupils beside the medical room.
""")
OF_PLAN_INFORMATION = answers("""
Letters will come in large print from January 2027, on request.

By summer all key documents can be had in easy read, with symbols.

Pupils may have texts read aloud by a machine from the autumn of 2026.

We will bring out the newsletter as audio by 2028 and ask families if it helps.

Braille copies are ordered from the county within a week.

The timetable goes up in pictures as well as in words by Easter.

A new font, chosen by dyslexic pupils, will be used throughout from September.

Sign language is to be offered at each parents' evening by 2027.

Handouts are enlarged before they are given out, and this is checked each half term.

Captions will be put on all our films by the end of the plan in 2028.
""")


@pytest.mark.parametrize("text", OF_STARTING)
def test_starting_alone_leaves_going_on_out(text: str) -> None:
    assert left_out("moving-on", text) == (GOING_ON,)


@pytest.mark.parametrize("text", OF_GOING_ON)
def test_one_line_about_leaving_leaves_starting_out(text: str) -> None:
    assert left_out("moving-on", text) == (STARTING,)


def test_a_move_may_stand_in_the_answer_on_it() -> None:
    found = left_out(
        "moving-on", OF_STARTING[0], school_has=("infant",), infant_to_junior=OF_GOING_ON[8]
    )
    assert found == ()


@pytest.mark.parametrize("text", NO_INDEPENDENCE)
def test_a_transfer_is_no_step_towards_independence(text: str) -> None:
    found = left_out("early-independence", text, school_has=("primary",))
    assert found == (INDEPENDENCE,)


@pytest.mark.parametrize("text", INDEPENDENT)
def test_steps_towards_independence_are_seen(text: str) -> None:
    assert left_out("early-independence", text, school_has=("primary",)) == ()


@pytest.mark.parametrize("text", OF_WORK)
def test_work_alone_leaves_living_out(text: str) -> None:
    found = left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert found == (LIVING,)


@pytest.mark.parametrize("text", OF_LIVING)
def test_living_alone_leaves_work_out(text: str) -> None:
    assert left_out("preparing-for-adulthood", text, school_has=("secondary",)) == (WORK,)


@pytest.mark.parametrize("text", [*OF_COMMUNITY, *OF_HEALTH])
def test_work_and_living_are_both_seen(text: str) -> None:
    assert left_out("preparing-for-adulthood", text, school_has=("secondary",)) == ()


@pytest.mark.parametrize("text", OF_COMMUNITY)
def test_the_community_is_seen(text: str) -> None:
    said = code_left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert COMMUNITY not in said


@pytest.mark.parametrize("text", OF_HEALTH)
def test_health_is_seen(text: str) -> None:
    said = code_left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert HEALTHY not in said


@pytest.mark.parametrize("text", [*OF_WORK[1:6], *OF_WORK[7:9], *OF_LIVING[:3], OF_LIVING[9]])
def test_the_community_is_left_out(text: str) -> None:
    said = code_left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert COMMUNITY in said


@pytest.mark.parametrize("text", [*OF_WORK[3:], *OF_LIVING[2:4], OF_LIVING[8]])
def test_health_is_left_out(text: str) -> None:
    said = code_left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert HEALTHY in said


@pytest.mark.parametrize("text", OF_PLAN_LESSONS)
def test_a_plan_for_lessons_alone(text: str) -> None:
    assert left_out("accessibility-plan", text) == (BUILDING, INFORMATION)


@pytest.mark.parametrize("text", OF_PLAN_BUILDING)
def test_a_plan_for_the_building_alone(text: str) -> None:
    assert left_out("accessibility-plan", text) == (IN_LESSONS, INFORMATION)


@pytest.mark.parametrize("text", OF_PLAN_INFORMATION)
def test_a_plan_for_information_alone(text: str) -> None:
    assert left_out("accessibility-plan", text) == (IN_LESSONS, BUILDING)


@pytest.mark.parametrize(
    "text",
    [
        "Our plan runs from 2025 to 2028: [the plan](https://larkfield.example/plan.pdf).",
        "The plan was agreed in May 2026 and runs for three years. You can read it on our website.",
        "Governors agreed the plan in June 2025. You can download it or ask for it on paper.",
        "It covers all three strands until 2028. Ask the clerk, who will send you a copy.",
    ],
)
def test_a_link_to_the_plan_says_all_three(text: str) -> None:
    assert left_out("accessibility-plan", text) == ()
