"""PUPIL005 where a year or class and a need single out one child, and what is said of any child."""

import pytest

from sendwizard.language.pupils import in_text
from tests.language.lines import codes, known, said

FOUND = """
A boy in Year 5 is deaf.
A girl in Reception has Down syndrome.
A child in our class uses a wheelchair.
A pupil in Year 3 has an EHC plan.
One boy in Year 5 is deaf.
One girl in Year 2 has a diagnosis of autism.
We have a boy in Year 5 who is deaf.
There is a child in Reception with Down syndrome.
A deaf boy in Year 5 sits at the front.
A Year 4 girl has epilepsy.
In Year 6, a pupil is blind.
Another boy in Year 1 has severe autism.
We have a wheelchair user in Year 4.
Staff learnt to sign because a girl in Year 5 is deaf.
A boy with autism in Year 3 has a den.
A boy in Maple class is autistic.
A girl in Year 4 needs a hearing aid.
A pupil in Nursery has a feeding tube.
A child in Year 2 is a wheelchair user.
We currently have a child in Y3 who uses a wheelchair.
A boy in Reception wears hearing aids.
We have one little girl who is registered blind.
We have a pupil with diabetes.
There is a girl with sickle cell in the infants.
One boy with epilepsy in Willow Class sits near the door.
A girl in Willow Class who has Rett syndrome learnt to point.
The child in Year 6 with a feeding tube eats with us.
The deaf boy in Year 5 has a radio aid.
The wheelchair user in Year 4 goes in by the ramp.
Our pupil with diabetes has a nurse.
Our deaf pupil uses sign.
""".strip().splitlines()

LEFT_ALONE = """
A child in Year 5 who finds reading hard may have dyslexia.
If a child in Reception has a hearing loss, we ask the nurse.
When a pupil in Year 6 is deaf, we teach signs.
A pupil with autism may need a quiet room.
For example, a child in Year 2 with autism has a timer.
Children in Year 5 with dyslexia use a reader.
A girl in Year 5 with autism may hide it.
A pupil in Year 6 with dyslexia gets extra time.
A child in Reception has a speech and language screening.
A child in Year 1 with a hearing loss sits near the front.
Where a child in Reception has an EHC plan, we meet in May.
A teacher notices that a child in Year 2 has speech needs.
Imagine a boy in Year 4 is deaf.
What happens when a girl in Year 3 has epilepsy?
Is a boy in Year 3 deaf?
A boy in Year 3 is autistic if a doctor says so.
Any child in Year 3 has SEN support as soon as it is needed.
A pupil in Reception who has a hearing loss needs a quiet room.
A boy in Year 2 has a desk near the door.
A teacher in Year 5 is deaf.
A teaching assistant in our class has dyslexia training.
We ask how a child in Year 3 with autism would feel.
A child in our school has SEN when help is needed that others do not need.
Usually a child in Year 1 has SEN support for a term.
Examples: a boy in Year 4 is deaf; a timer helps.
A child with SEN in Year 6 visits the new school twice.
Some things (e.g. a girl in Year 2 has a stammer) are for the nurse.
A boy in Year 5 leads the reading club.
A child in Year 4 has a test for dyslexia.
A parent of a child in Year 5 has a speech workshop.
We have a teaching assistant in Year 5 who is trained in autism.
In Year 1 a child has a phonics check.
A child in Year 3 will have a wheelchair space.
We have a wheelchair ramp in Year 4.
We have a wheelchair user group.
A pupil in Key Stage 2 with SEN has a one-page profile.
A child in Reception is checked for hearing loss.
A child in Reception with SEN is given help.
In Year 6, a pupil with SEN has a transition plan.
A boy or girl in Year 5 with SEN has a plan.
A child in Year 1 is on SEN support for at least a term.
There is a learner profile for SEN in each class.
A child in Year 6 who has an EHC plan is invited.
The child in Year 6 who has an EHC plan is invited to the new school.
When a child in Year 6 has a plan we meet.
Each pupil with diabetes has a care plan.
Where we have a pupil with diabetes, the nurse trains us.
If we have one child with epilepsy, all staff are trained.
We have a pupil with SEND on the school council.
We have a child-friendly SEND leaflet.
How will you help our child with autism?
“Our child with autism loves it here.”
The pupil with dyslexia uses a reader.
The child with an EHC plan goes first.
Our pupil voice with SEND is heard.
Our student council has a SEND rep.
There is a boy with autism in the story.
""".strip().splitlines()


@pytest.mark.parametrize("line", FOUND)
def test_one_child_of_a_class_with_a_need_is_found(line: str) -> None:
    assert codes(in_text, line, "adapt-curriculum") == {"PUPIL005"}


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_is_said_of_any_child_is_let_be(line: str) -> None:
    assert codes(in_text, line, "adapt-curriculum") == set()


def test_an_example_in_the_line_before_counts() -> None:
    line = "A boy in Year 5 is deaf."
    assert codes(in_text, f"For example:\n- {line}") == set()
    assert codes(in_text, f"For example, we use ramps. {line}") == {"PUPIL005"}
    assert codes(in_text, f"Our building:\n- {line}") == {"PUPIL005"}


def test_it_points_from_the_child_to_the_need() -> None:
    (found,) = in_text(said("We sign, as one **boy** in Year 5 is deaf, and he leads."), known())
    assert found.words == "one **boy** in Year 5 is deaf"
