"""The duty to judge whether the help works, where an answer tells of each child's progress."""

import pytest

from tests.language.test_halves import answers, left_out

WORKS = "whether the help works, not only how each child is doing"

EACH_CHILD = answers("""
Each child's progress is checked every half term against their targets. The teacher tells you how
your child is doing.

Teachers track reading and number for every pupil. Where progress is slow, the plan is changed.

We assess each child three times a year, set new targets and share them at parents' evening.

Your child's teacher marks work daily and knows what to teach next. Targets are reviewed termly.

Progress is measured with tests in October and May. You get a written report in July.

The SENCO and the teacher look at your child's plan each term and set the next steps.

Pupils are assessed against age-related expectations, and the data is put into our system.

We know that a child is making progress when targets are met. If they are not, we meet you.

Every pupil has a learning journey with photographs, which shows small steps over time.

At annual reviews we look at the outcomes in the EHC plan and see how far your child has come.

Progress of pupils in each year group is tracked, and everyone works hard to meet targets.
""")
HELP = answers("""
We check each group at its start and at its end, and drop what does not help.

The SENCO visits lessons and asks pupils which kind of help they liked best.

Last year we stopped a spelling scheme since it made no odds, and put in another.

Our SEND governor comes in each term to see what we have found.

Parents and pupils fill in a questionnaire each March about the help that is given.

Senior leaders look at the results of all pupils with SEN next to those of others.

Two teachers from another school spend a day with us and write down what they see.

We add up what each intervention costs and what pupils gained from it.

An adviser from the council looks at our SEN work once a year.

Reading ages are taken before and after each programme, and the numbers go to the head.

We ask: did it work? If reading has not moved on in ten weeks, we try something else.

We count what we do and what children gain from it, and drop what does not work.

Peer visits with another nursery school help us to see what could be better.

Each July we list the groups, keep what did some good and stop what didn't.
""")


@pytest.mark.parametrize("text", EACH_CHILD)
def test_each_childs_progress_does_not_say_whether_the_help_works(text: str) -> None:
    assert left_out("evaluate-provision", text) == (WORKS,)


@pytest.mark.parametrize("text", HELP)
def test_the_help_is_judged_in_other_words(text: str) -> None:
    assert left_out("evaluate-provision", text) == ()
