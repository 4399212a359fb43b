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
The teacher helps Tom Barlow with his autism.
We support Priya, a wheelchair user in Year 4.
We support Priya, a wheelchair user with a teaching assistant.
Tom Barlow, a boy with autism, has a den.
Mia, a deaf child, sits at the front.
The TA supports Grace with her anxiety.
Noah (wheelchair user) has a ramp.
Zara, a girl who has Down syndrome, signs.
Our wheelchair user Priya has a ramp.
Jack is a wheelchair user.
Tom Barlow’s ADHD means that he moves about.
Staff understand Lucy Marsh’s dyslexia and read with her.
With her hearing aids, Priya can follow.
Because of his autism, Tom Barlow works in the den.
Tom Barlow gets help for his epilepsy.
Grace gets daily help with her stammer.
Omar, a seven-year-old with cerebral palsy, swims.
Noah, a pupil in Year 6, chose the books.
Finley Marsh, a blind boy, uses Braille.
Ella, an autistic Year 3 pupil, has a timer.
The class helps Max manage his anxiety.
We teach Tom Barlow through his hearing loss.
We helped Oliver Shaw with his speech.
Amir, a boy with ADHD, has a timer.
Elsie in Year 2 has an EHC plan.
Billy has autism.
Florence, who has epilepsy, sits near the door.
Émile has autism.
Łukasz needs help with speech.
Siân has dyslexia.
Mary-Jane has autism.
Lily-Mae has autism.
Zoë-Rose has asthma.
Xinyi uses a wheelchair.
Ayaan's epilepsy is well managed.
Ruby in Year 3 has cerebral palsy, and she swims.
Ruby, in Year 3, has cerebral palsy.
Ruby (Year 3) has autism.
Aisha in our Year 5 class is deaf.
Aisha in Willow Class is deaf.
Aisha in 4B is deaf.
For instance, Aisha now comes in through the side door because of her anxiety.
Kayden joined us in Year 2 unable to read.
Joshua Smith has a plan.
Kai (Year 3) has a one-to-one.
Ella, who has anxiety, reads to our dog.
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
Helen Tarrant, our SENCO, with her autism training, leads this.
Mr Cole has a qualification in dyslexia.
Jo with her dyslexia certificate teaches groups.
Helen Tarrant with her autism and ADHD training helps staff.
Emma, a deaf teacher, signs.
Emma, a wheelchair user who leads our choir, plans the ramps.
Emma, a wheelchair user, works in the office.
Emma Shaw is a trained wheelchair user assessor.
Emma Shaw – deaf child support
Emma Shaw, parent of a deaf child, is a governor.
Sam Shaw, a former pupil with dyslexia, spoke at assembly.
Louis Braille, a blind boy, made a way to read.
We read about Max, a boy with autism.
The film is about Max, a deaf boy.
Carol Gray’s autism books are in the room.
Sarah Lorne’s dyslexia programme is used.
Emma, a student nurse, knows about epilepsy.
Emma, a child therapist, visits.
Emma Shaw, a pupil and family support worker, helps with anxiety.
Jo, with her Level 5 dyslexia diploma, tests reading.
Emma with her dyslexia Level 5 certificate tests reading.
Anna uses her ADHD course in groups.
Rose class has a wheelchair ramp.
The Max Centre has a wheelchair.
Grace House has a ramp for a wheelchair user.
Mrs Helen Tarrant, with her dyslexia diploma, leads this.
Tom Barlow, an autism specialist, visits.
Tom Barlow supports children with their anxiety.
In May her anxiety group starts.
Hope is a value, and a pupil with autism may need it.
With her dyslexia training, Emma teaches groups.
Mrs Fern has autism training.
Ruby Fern, our SENCO, has the NPQ and teaches dyslexia groups.
Our dog Bailey has epilepsy.
A parent, Emma, who has a wheelchair, tested the ramp.
Our caretaker, Glyn, who is deaf, signs with the children.
Florence Nightingale, who had epilepsy, was a nurse.
Chester has a speech clinic.
Chester Road has a speech base.
Devon’s EHC plan process takes 20 weeks.
Elsa has groups for anxiety.
Nelson Handwriting is used for dyslexia.
Roma pupils with SEN get help.
Emma Shaw has a plan to train staff in autism.
Emma has a one-to-one meeting with parents about SEN.
Emma joined us in Year 2 as a teaching assistant.
Emma comes to us each Tuesday because of her autism expertise.
""".strip().splitlines()

FRAMED = """
Qoraxley in Year 2 has autism.
Qoraxley, in Year 3, has epilepsy.
Qoraxley (Year 3) has a hearing loss.
Qoraxley, Year 4, is on the SEN register and has an EHC plan.
Qoraxley, who has dyslexia, uses a reader.
But Qoraxley in Willow Class is deaf.
Åsveig in Reception wears hearing aids.
A pupil, Qoraxley, came in May.
One of our pupils, Qoraxley, has a den.
One of our pupils, Lily, has epilepsy.
On the trip to Ypres Oliver, who has Tourette's, had a room of his own.
Qoraxley Brunt in 9R has one-to-one support.
""".strip().splitlines()

NOT_FRAMED = """
Makaton, who uses it?
Portage, who visit homes, help with speech.
Barnardo’s, who have a team for autism, run a group.
Everyone in Year 2 has a speech check.
Nobody in Year 3 has an EHC plan.
Mathletics in Year 3 has a dyslexia setting.
Oak in Year 3 is a base for autism.
Maple, in Year 3, has two autistic pupils.
Support in Year 2 is one-to-one support.
Ms Qoraxley, who has dyslexia, leads the club.
Our SENCO, Qoraxley, who has dyslexia, leads the club.
Mum, who has epilepsy, can park by the gate.
Beethoven, who was deaf, wrote music.
The Wallis Trust, who has an autism adviser, helps.
Autism Outreach, who has autism experts, visits.
Amber (Year 3) has a wheelchair space.
Teachers in Year 2 have speech training.
London, in Year 6, is wheelchair friendly.
A pupil, Parent and teacher sign the plan.
""".strip().splitlines()

FOUND_AMONG_STAFF = """
Tom Barlow with his autism gets help.
Ahmed has ADHD and uses a wheelchair.
Ahmed has ADHD.
The nurse sees Priya, a wheelchair user, in May.
Mia Shaw has epilepsy and she needs rest.
The service helps Tom Barlow with his speech.
Jack is deaf and wears hearing aids.
Lucy gets help each week with her stammer.
Harry, a boy with autism, sees him.
Grace is registered blind.
The physiotherapist helps Omar with his cerebral palsy.
Sam, who has autism, is in Year 4.
""".strip().splitlines()

LEFT_AMONG_STAFF = """
Emma has autism and dyslexia covered.
Emma has autism, dyslexia and ADHD training.
Emma is in on Tuesdays for her autism sessions.
Emma has SEND.
Emma with her SEND hat on visits us.
Emma is autism lead.
Emma has dyslexia on Mondays.
Lucy has speech and language.
Lucy (dyslexia) helps too.
Karen comes each week for her hearing impairment clinic.
Sarah has ADHD and autism as her areas.
Claire Shaw: Autism Outreach
Claire Shaw, hearing impairment advisory teacher
Claire Shaw has autism and hearing impairment in her team.
""".strip().splitlines()


@pytest.mark.parametrize("line", FOUND)
def test_a_name_beside_a_need_is_found(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL001"}


@pytest.mark.parametrize("line", FRAMED)
def test_a_name_of_no_list_is_found_where_only_a_pupil_can_be_meant(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL001"}


@pytest.mark.parametrize("line", NOT_FRAMED)
def test_a_word_with_a_capital_is_not_taken_for_a_name(line: str) -> None:
    assert codes(in_text, line) == set()


def test_a_name_of_no_list_is_let_be_in_an_answer_about_staff() -> None:
    assert codes(in_text, "Qoraxley in Year 2 has autism.", "specialists") == set()


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


@pytest.mark.parametrize("line", FOUND_AMONG_STAFF)
def test_a_pupil_in_an_answer_about_staff_is_found(line: str) -> None:
    assert codes(in_text, line, "specialists") == {"PUPIL001"}


@pytest.mark.parametrize("line", [*LEFT_AMONG_STAFF, *LEFT_ALONE])
def test_answers_about_staff_are_read_with_more_trust(line: str) -> None:
    assert codes(in_text, line, "specialists") == set()


def test_it_points_from_the_name_to_the_need_and_says_what_to_do() -> None:
    (found,) = in_text(said("Then **Ella** has\nautism. But Sam, who has ADHD, sings."), known())
    assert found.words == "Sam, who has ADHD"
    assert "“Sam, who has ADHD”" in found.message
    assert found.suggestion
