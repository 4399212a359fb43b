"""PUPIL001: a name beside a need is found; staff, saints, months, dogs and books are let be."""

import pytest

from sendwizard.language.pupils import in_text
from tests.language.lines import codes, known, said

FOUND = """
Sam, who has autism, has a quiet place to work.
We changed Ella’s speech sessions after half term.
In the case of Jack, we asked the council for more.
Our pupil Mia uses a wheelchair.
**Sam** has autism and works in the den.
Noah (ADHD) sits near the door.
Noah, aged 7, likes the den.
“I like Talk Time.” – Ella, Year 4
We help Kofi with his speech.
This year a boy called Will joined us.
Support for Aisha began in May.
Pupils such as Ella and Noah have a den.
Grace, who has epilepsy, takes part in PE.
Sam and Ella have autism.
In Year 4, Ahmed is deaf.
Harry's support plan was read again.
Sam Jones has cerebral palsy.
One child, Jack, has moved on.
Zainab in Year 2 has an EHC plan.
Mark’s needs have changed.
Zoë needs a hearing aid in the hall.
A girl named Oyinkan came in spring.
""".strip().splitlines()

LEFT_ALONE = """
Our SENCO, Helen Tarrant, speech and language lead, plans this.
Mrs Oduya has a diploma in dyslexia.
Emma is our speech and language therapist.
Helen has been trained in autism.
We give parents Emma’s Diary and books about autism.
St John’s has a speech group.
April is World Autism Month.
May has a week on anxiety.
Will your child have speech therapy?
The Oliver McGowan training is about learning disability and autism.
Carol Gray’s social stories help autistic children.
Bella, our therapy dog, helps children with anxiety.
Mark each speech sound in the book.
Hope is one of our values, and SEN support shows it.
We use Lego groups and Makaton for speech.
Rose class has a speech corner.
Mr Daniel Pryce, our head, leads on SEN.
Sarah (SENCO) has experience of autism.
Please ask Julie about SEN support.
Laura is in school on Tuesdays for speech and language therapy.
Claire, who has a master’s degree in dyslexia, teaches groups.
SAM is our software for speech.
Alex Kelly’s Talkabout is for speech.
Our teaching assistant, Tom, has autism training.
Children with Down syndrome, Asperger’s or Tourette’s are welcome.
For each child, Emma will write a plan.
King James’s portrait hangs in the speech room.
Sophie Lee, deputy head, has a lead role for SEND.
Summer has come, and SEN support goes on in June.
The Grace Foundation has an autism line.
Grace Primary has a speech base.
The plan is written with Emma’s support.
""".strip().splitlines()


@pytest.mark.parametrize("line", FOUND)
def test_a_name_beside_a_need_is_found(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL001"}


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_a_name_that_is_no_pupils_is_let_be(line: str) -> None:
    assert codes(in_text, line) == set()


def test_names_that_the_answers_give_to_staff_are_no_pupils() -> None:
    """The SENCO's first name is known from her row, and the head's from his title."""
    line = "Amara has dyslexia herself. Daniel’s support was a help."
    staff = ({"name": "Amara Oduya", "email": "senco@larkfieldbridge.example"},)
    first = "Talk to Mr Daniel Pryce, our head."
    assert codes(in_text, line) == {"PUPIL001"}
    assert codes(in_text, line, senco=staff, first_contact=first) == set()


def test_a_dog_that_is_told_of_elsewhere_is_no_pupil() -> None:
    line = "Poppy’s support means a lot, and Milo is blind."
    assert codes(in_text, line) == {"PUPIL001"}
    dogs = "Our reading dog is called Milo. Poppy is a guinea pig."
    assert codes(in_text, line, emotional_social=dogs) == set()


def test_answers_about_staff_are_read_with_more_trust() -> None:
    line = "Emma has autism and dyslexia covered. Lucy (dyslexia) helps too."
    assert codes(in_text, line, "staff-expertise") == set()
    assert codes(in_text, "Sam, who has autism, is in Year 4.", "staff-expertise") == {"PUPIL001"}


def test_it_points_from_the_name_to_the_need_and_says_what_to_do() -> None:
    (found,) = in_text(said("Then **Ella** has\nautism. But Sam, who has ADHD, sings."), known())
    assert found.words == "Sam, who has ADHD"
    assert "“Sam, who has ADHD”" in found.message
    assert found.suggestion
