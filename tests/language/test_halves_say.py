"""Halves of the duties to ask parents and to ask students: each has a say of their own."""

import pytest

from tests.language.test_halves import answers, left_out

ASKED = "how you ask parents what they think"
PARENTS = "the parents’ own say, not only their children’s"
OWN_SAY = "the say of the students themselves"

ONLY_TOLD = answers("""
We send a newsletter each week and post photos on the app. A written report comes in July.

There are planners for home and school, an open door policy and a class page.

Progress is reported at parents' evenings and more often if requested. An annual report follows.

Homework is set each Friday, so that you see what your child is learning.

The website holds letters, dates and menus. Texts are sent when a club is cancelled.

Parents get a copy of the support plan in the post, along with the date of the next one.

Letters go home at the start of each half term with the topics to come.

You will find us at the gate each morning with a smile, and our door is always open.

Class assemblies, fairs and sports days are open to all families.

We keep parents informed by e-mail, on the app and in the home book.
""")
ALSO_ASKED = answers("""
Before each plan is written we want to hear what you hope for.

You know your child best, and the goals on the page are yours as much as ours.

Each spring there is a survey for families, and what changed because of it is on the website.

Mums, dads and carers of pupils with SEN come to a coffee morning with the head.

We ring those at home who cannot come in, and note down their wishes for the year.

A parent forum is held each half term. Its minutes go to the governors.

The teacher and you choose together what to try next.

Your comments stand on the plan beside those of the teacher.

Two parent governors were elected by families of children with SEN.

An evening surgery with the SENCO lets you bring whatever is on your mind.
""")
ONLY_PARENTS = answers("""
Parents come to the annual meeting and hear from each tutor how the year has gone.

Mums and dads are rung each half term by the SENCO, who tells them of any change.

Families receive a letter in spring which sets out the choices for September.

We work closely with parents, who sign each plan and have a copy of it at home.

Carers are asked what they hope for, and their views are noted on the first page.

The home book goes back and forth each day, and parents write in it when they like.

A parents' evening is held each term, with an interpreter on hand if one is wanted.

The SENCO has a coffee hour once a month for those at home to come and meet her.

We ask families to fill in a questionnaire about the help that is given.

Every mother and father can see the plan on our system and add a note to it.
""")
OF_STUDENTS_PARENTS = answers("""
Parents of Sixth Form students are invited to a review each term and receive a letter afterwards.
Their views are recorded on a form and they can telephone the Head of Sixth Form at any time.
Parents sign the plan.

The parents of our post-16 students are asked for their views in a survey each May.

Students have a timetable of thirty periods and a tutor base. Parents are asked for their views.

We keep a file on every student. The tutor rings parents each half term to talk about progress.

Students' parents are invited to each review, and their wishes are recorded.

Sixth formers have free periods in the library and lockers near the common room.

Families of older pupils are consulted each spring on the courses for September.

Students receive a copy of the plan. Carers discuss it with the tutor at the parents' evening.

Mothers and fathers of young people with EHC plans attend the annual review.

There are forty students in the sixth form, and each of them has a pastoral file.

Tutors see to it that learners have what they need, and parents are told each half term.
""")
ONLY_CHILDREN = answers("""
Each class has a council. Children vote on what to spend money on.

Before a review we ask your child what helps and what does not.

Pupils fill in a survey each spring, and the answers are put up on the wall.

We ask pupils what they think of the help. Children's comments go on the plan.

Your child has a one-page profile. It says what they like and what they want to learn.

The school council meets each month and has two seats for pupils with SEN.

Children choose their own targets and say how each went with a thumb.

Pupils are interviewed by the SENCO, who notes down what they say.

Students lead their own reviews and decide who comes.

Pupil voice is at the heart of all we do. We listen to children in circle time.
""")
OWN_WORDS = answers("""
Students lead the first part of their review and choose who is in the room.

Each young person has a tutor who helps them to get ready.

Learners tell us by video what they want from the year.

Letters are sent to the student, with a copy home if they agree.

Sixth formers with an EHC plan sit on the panel that hires new staff.

The student voice group meets each month over pizza.

Their own reviews are planned by them, with pictures if need be.

Young adults decide which courses to visit, and we go along.

Pupils past sixteen speak for themselves, or bring a friend who does.

Parents and students are asked what they hope for, and the student has the last word.

If a student does not have the capacity to decide, the family and an advocate are asked.

We use a person-centred form, filled in before anything is agreed.
""")


@pytest.mark.parametrize("text", ONLY_TOLD)
def test_to_tell_parents_is_not_to_ask_them(text: str) -> None:
    assert ASKED in left_out("consult-parents", text)


@pytest.mark.parametrize("text", ONLY_CHILDREN)
def test_what_children_say_is_not_what_parents_say(text: str) -> None:
    assert PARENTS in left_out("consult-parents", text)


@pytest.mark.parametrize("text", ALSO_ASKED)
def test_parents_are_asked_in_other_words(text: str) -> None:
    assert left_out("consult-parents", text) == ()


@pytest.mark.parametrize("text", ONLY_PARENTS)
def test_what_parents_say_is_not_what_students_say(text: str) -> None:
    assert left_out("consult-young-people", text, school_has=("sixth-form",)) == (OWN_SAY,)


@pytest.mark.parametrize("text", OF_STUDENTS_PARENTS)
def test_students_who_are_only_named_have_no_say(text: str) -> None:
    assert left_out("consult-young-people", text, school_has=("sixth-form",)) == (OWN_SAY,)


@pytest.mark.parametrize("text", OWN_WORDS)
def test_students_speak_for_themselves(text: str) -> None:
    assert left_out("consult-young-people", text, school_has=("sixth-form",)) == ()
