"""PUPIL001: names of dolls, animals, adults, books and made-up children are no pupils' names."""

import pytest

from sendwizard.language.pupils import in_text
from tests.language.lines import codes

LEFT_ALONE = """
Our Persona Doll, Zara, uses a wheelchair.
We have dolls such as Lottie, who has a hearing aid.
Lottie is a doll with cochlear implants.
Our two puppets are Max, who has autism, and Mia, who is deaf.
Puppets Max and Mia each have a need: Max has a stammer, Mia is anxious.
Our soft toy, Ollie, has epilepsy.
Biscuit, who is deaf in one ear, is our school cat.
Ted, who has a walking frame, is the doll
Ted, who has a walking frame, is the doll that we use in circle time.
Barnaby, in Reception, is a bear who has a hearing aid.
Sunil, who has ADHD himself, is our behaviour lead.
Mel, who has dyslexia, is our English lead.
Our crossing patrol, Stan, is deaf
Our crossing patrol, Stan, is deaf and children sign good morning to him.
Rabbi Daniel, who has a son with autism, talks to our classes.
Our rabbi, Daniel, has a son with autism.
Our chaplain, Grace, has a daughter with epilepsy.
Clicker, in Year 2, is for dyslexia.
Molly has all our EHC plans on her list.
Talking Tom is a game that children with speech delay like.
Peter Pan, in Year 2, has a crocodile that stands for anxiety.
Children read “Aaron's Autism” and “Tom's Tics” in our library corner.
“Max has autism” is one of the books in our library.
Moses, who had a stammer, shows our children that God can use anyone.
Max and Mia are made-up children in our bullying lessons; Max has ADHD.
Take a child called Jo. Jo has ADHD
Take a child called Jo. Jo has ADHD and finds mornings hard. This is what we would do.
Imagine a girl called Ella. Ella has a stammer.
Noah is a pretend pupil in our lessons: Noah is deaf.
Ella (not her real name) has anxiety.
""".strip().splitlines()

LEFT_AMONG_STAFF = """
Mel, who is dyslexic, leads on English.
Priya, who has a hearing loss, runs our signing club.
Omar, who has dyslexia, teaches Year 3.
""".strip().splitlines()

FOUND = """
We use puppets with Sam, who has autism.
Sam gets help with his autism from our puppets.
We have a dog. Sam, who has autism, walks it.
Sam, who has autism, is a cat lover.
Ella, who is deaf, is our dog walker.
Sam, who has autism, is our head boy.
Sam, who has autism, is our lead learner.
Sam, who has autism, is a peer mentor.
Sam, who has autism, is our school council chair.
Sam, who has autism, runs out of class.
Stan, who is deaf, is helped by our crossing patrol.
Daniel, who has a stammer, will be a rabbi.
Sam is on our SEN register.
Sam is one of our pupils with autism.
Sam has all his help for epilepsy.
Sam has a very high level of anxiety.
Moses has an EHC plan.
Moses, who has autism, sits at the front.
Sam, who has autism, likes pretend play.
You can imagine how Sam, who is deaf, felt.
“Sam has Down syndrome and we all love him.”
Sam has autism and reads “Tom's Tics”.
In the library Sam, who has autism, reads.
A child called Jo joined us.
We teach a child called Jo, who has ADHD.
""".strip().splitlines()


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_a_name_of_somebody_else_is_let_be(line: str) -> None:
    assert codes(in_text, line) == set()
    assert codes(in_text, line, "specialists") == set()


@pytest.mark.parametrize("line", LEFT_AMONG_STAFF)
def test_one_who_leads_or_teaches_is_no_pupil_in_an_answer_about_staff(line: str) -> None:
    assert codes(in_text, line, "staff-expertise") == set()


@pytest.mark.parametrize("line", FOUND)
def test_a_pupil_near_a_doll_a_dog_or_a_book_is_found(line: str) -> None:
    assert "PUPIL001" in codes(in_text, line)
