"""Points that the Code of Practice names: DUTY006, a tip."""

import pytest

from tests.language.test_halves import answers, code_left_out
from tests.language.test_halves_say import ONLY_PARENTS

OWN_SAY = "what children say themselves"
OWN_PART = "the child’s own part in it"
PREVENTED = "what you do to prevent it"
BY_AGE = "how it differs by age or year"
WHOM = "whom to turn to, by name or by role"
POLICY = "the SEN policy"

HEARD = answers("""
Before each review your child tells us what helps, in words or with pictures.

The school council has two seats for those with SEN.

We listen to your child first, and to adults second.

A worry box stands by the door of each room, and replies go up on the board.

Children draw their week, and we talk about what is in the drawing.

Pupil interviews are held each spring by somebody who does not teach them.

They choose one of the goals, and they mark how it went with a thumb.

Talking mats are used with those who have no speech yet.

Each child's own page comes first in the plan.

One-page profiles are written with the class and hang where all staff see them.
""")
NO_CHILD_IN_REVIEW = answers("""
We meet you three times a year to go through the goals, and send you notes within a week.

The teacher and the SENCO look at each target in the last week of term.

Parents sit down with the tutor in November, March and July to agree next steps.

Targets are reviewed every six weeks by the adults who teach the group.

You are asked for your comments before the meeting, and the plan is changed there.

The SENCO goes over the outcomes with the class teacher and rings you after.

An annual review is called by the council. Reports are gathered two weeks ahead.

Your hopes are noted at the top of the page, and the goals below are checked each term.

Staff discuss what has worked and what has not, and a new plan is drawn up.

Reviews last half an hour, with an interpreter if you would like one.
""")
CHILD_IN_REVIEW = answers("""
Your child comes for the first ten minutes and shows their best work.

We go through the goals with you and your child in the last week of term.

Pupils tell us beforehand what went well, with smiley faces if that is easier.

Nothing is agreed before we ask your child what they would like to learn next.

The review opens with the child's own page.

Students lead the meeting from Year 9 and choose who sits where.

The views of parents stand beside the voice of the child.

Each target is set with the pupil, in their own words.

A self-assessment sheet with pictures is filled in the day before the review.

It is a talk between three: the teacher, the parent and the young person.
""")
ONLY_AFTER = answers("""
We talk with both sides on the same day, ring both homes and write down what was said.

The head deals with each case. Parents are told, and it goes into the log.

All reports are taken seriously and acted upon within a day, in line with the policy.

Bullying is not tolerated. Those who bully lose their break and a letter goes home.

If it happens, come and see us. We will look into it and tell you what we did.

We keep a record of each case, which governors read once a term.

A pupil who was hurt has an adult to go to, and the others have to make up for it.

We ring you on the day, and again after a week and after a month.

Sanctions range from a warning to a day at home, as the policy sets out.

Online abuse is dealt with too, whether it took place in school or out of it.
""")
BEFORE = answers("""
Every class has lessons on what bullying is and how to tell.

Adults look out for those who stand alone, since they are picked on more.

Buddies in yellow caps walk round the yard at lunch.

Each child picks three adults they can tell, and has a card to point to.

Staff know the signs, and all of us keep an eye on the places where it starts.

We ask pupils twice a year where they do not feel safe, and we put an adult there.

Children hear about disability in assembly from people who live with it.

Our ambassadors are trained by a charity and meet each week.

Kindness is praised every day, and quarrels are mended early.

Supervision on the bus and by the lockers has doubled.
""")
NO_AGE = answers("""
Tasks are broken into small steps, and hard words come a day early.

Pupils may speak an answer, use a laptop or have more time.

Homework is shorter, and the print is larger where a child needs it.

Teachers plan for all learners and use real things, pictures and signs.

Work is made to fit: fewer questions, clearer words, a model to follow.

We use scaffolds, word banks and writing frames in all lessons.

A scribe or someone who reads aloud can be there for tests.

Your child learns the same things as friends, in a way that suits them.

Instructions are given one at a time and written on a card.

Topics are chosen so that everyone can join in, and lessons have breaks.
""")
SOME_AGE = answers("""
In Reception we sing and sign; by Year 5 pupils dictate to a tablet.

The youngest have sand and water, and the oldest have study guides.

In Key Stage 3 there is a second teacher in English, and in KS4 fewer subjects.

[What we teach, and how it is adapted](https://larkfield.example/curriculum) is online.

Infants use blocks where juniors use squared paper.

GCSE groups may drop one option and have more time for the rest.

See the long-term plan of each subject page for what is changed.

At the foundation stage work is play, with more adults at each table.

What is changed depends on age: from pictures to coloured print to audio books.

Sixth formers may take three units in place of four.
""")
NOBODY = answers("""
Ring the school on 01632 960100 and somebody will call you back within two days.

Write to office@larkfield.example, or come by after half past three.

Do tell us early. We are here to listen, by phone, in the evening or on a video call.

Our door is open each morning, and no worry is too small for us to hear.

Fill in the form on our website, and you will have an answer by Friday.

You can e-mail us at any time. If English is hard for you, we find someone who helps.

Please contact the school by phone or by letter, and we will find a time to meet.

Drop in on Tuesdays between three and five, when we keep time for parents.

Send a message on the app. It is read each day before nine and after four.

Speak to us at the gate or at the desk, or leave a note in the blue box.
""")
SOMEBODY = answers("""
Start with whoever takes your child's register, the form tutor.

Mrs Ahmed is at the gate each morning and will find you a time to talk.

The key person in nursery is the one to catch first.

Ask for our inclusion manager, who keeps Tuesdays free for parents.

Your first port of call is the pastoral office, on the left as you come in.

The person who greets you at the desk, our receptionist, will put you through.

Talk with the head of year, then with the deputy.

If it is about speech, the therapist is here on Mondays; for the rest, ask the SENDCo.

In each phase one leader has time for families after school.

A family worker rings you back on the same day.
""")
NO_POLICY: tuple[tuple[str, ...], ...] = (
    ("Behaviour policy",),
    ("Behaviour policy", "Attendance policy"),
    ("Complaints", "Medicines"),
    ("Anti-bullying policy",),
    ("Equality policy", "Admissions"),
    ("Safeguarding and child protection",),
    ("How we deal with bullying", "How to complain"),
    ("Accessibility plan",),
    ("Medicines policy", "Intimate care policy", "Trips policy"),
    ("Charging policy", "Uniform"),
)
SOME_POLICY: tuple[tuple[str, ...], ...] = (
    ("SEN policy", "Behaviour policy"),
    ("SEND policy and information report",),
    ("Special educational needs policy",),
    ("Inclusion policy", "Attendance"),
    ("Policy on additional needs",),
    ("Our policy for special needs",),
    ("SEN&D",),
    ("Behaviour", "Learning support"),
    ("Inclusive education policy",),
    ("Policy for pupils with special education needs",),
)


@pytest.mark.parametrize("text", ONLY_PARENTS)
def test_parents_speak_but_not_children(text: str) -> None:
    assert OWN_SAY in code_left_out("hear-pupils", text)


@pytest.mark.parametrize("text", HEARD)
def test_children_are_heard_in_other_words(text: str) -> None:
    assert not code_left_out("hear-pupils", text)


@pytest.mark.parametrize("text", NO_CHILD_IN_REVIEW)
def test_a_review_without_the_child(text: str) -> None:
    assert OWN_PART in code_left_out("review-progress", text)


@pytest.mark.parametrize("text", CHILD_IN_REVIEW)
def test_a_review_with_the_child(text: str) -> None:
    assert not code_left_out("review-progress", text)


@pytest.mark.parametrize("text", ONLY_AFTER)
def test_bullying_is_dealt_with_but_not_prevented(text: str) -> None:
    assert PREVENTED in code_left_out("bullying", text)


@pytest.mark.parametrize("text", BEFORE)
def test_bullying_is_prevented_in_other_words(text: str) -> None:
    assert not code_left_out("bullying", text)


@pytest.mark.parametrize("text", NO_AGE)
def test_lessons_without_an_age(text: str) -> None:
    assert BY_AGE in code_left_out("adapt-curriculum", text)


@pytest.mark.parametrize("text", SOME_AGE)
def test_lessons_with_an_age_or_a_link(text: str) -> None:
    assert not code_left_out("adapt-curriculum", text)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_to_turn_to(text: str) -> None:
    assert WHOM in code_left_out("first-contact", text)


@pytest.mark.parametrize("text", SOMEBODY)
def test_somebody_to_turn_to(text: str) -> None:
    assert not code_left_out("first-contact", text)


@pytest.mark.parametrize("names", NO_POLICY)
def test_policies_without_the_one_on_sen(names: tuple[str, ...]) -> None:
    rows = tuple({"name": name} for name in names)
    assert POLICY in code_left_out("related-policies", rows)


@pytest.mark.parametrize("names", SOME_POLICY)
def test_the_sen_policy_under_another_name(names: tuple[str, ...]) -> None:
    rows = tuple({"name": name} for name in names)
    assert not code_left_out("related-policies", rows)
