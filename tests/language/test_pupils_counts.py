"""PUPIL005 and 006: the only pupil, and numbers of pupils from one to four."""

import pytest

from sendwizard.language.pupils import RULES, in_text
from sendwizard.language.said import Known, texts_of
from tests.language.lines import codes, known
from tests.worlds import answers_of, real_bank

ONLY = """
She is the only pupil who uses a hoist.
Our one pupil with a hearing loss sits at the front.
We think of the one child who cannot walk.
We have a single pupil with Down syndrome.
He is our only deaf child.
Just one child has a care plan.
The only girl in the unit has lunch with Year 4.
Only one pupil uses a frame.
This is for **the only child** on our register.
There is only one child with a tube.
Our sole wheelchair user has a ramp.
The only child that uses a frame eats early.
The only pupil that needs a hoist eats early.
The only pupil that we have with epilepsy has a nurse near.
""".strip().splitlines()

NOT_ONLY = """
Your child is not the only child with a plan.
It is the only way.
We are the only special school in the town.
Only pupils with an EHC plan can have it.
A child may feel that they are the only child with a hearing aid.
The lift takes one pupil at a time.
No child is the only child in the family here.
Mr Pryce is the only child protection lead.
A single pupil may need more.
We never say that somebody is the only child who is late.
The room can be used by a single child.
It works with only one child at a time.
The only pupils in the hall are those who eat early.
This is the only pupil referral unit near us.
If there is only one child in a class, we find a friend.
She may be the only child in her family.
The one pupil that we must never forget is the quiet one.
The one child that we think of first is the one who says least.
""".strip().splitlines()

COUNTED = """
Two pupils have EHC plans.
We have 3 children with autism.
On SEN support: 1 (0.5 %)
We have three deaf pupils.
Two of our pupils have EHC plans.
One of our children has epilepsy.
EHC plans: 2
| Autism | 3 |
- Speech and language – 4
Four pupils are on SEN support.
3 of our 98 pupils have an EHC plan.
Two children in Year 4 have autism.
Three children made good progress.
One pupil left for a special school.
We currently have 2 EHCPs.
There are 2 pupils on the SEN register.
Number of pupils with EHCPs: 3
We support two autistic pupils.
Last year one pupil was permanently excluded.
4 students receive top-up funding.
34 pupils are on the SEN register, 4 of whom have EHC plans.
| HI | 0 | 2 | 2 |
3 pupils are on an EHC plan (the national average is 4%).
We have two CLA (children looked after) SEN pupils.
One of our pupils is on the transplant list.
We have a pair of twins with hearing loss.
A set of twins with epilepsy started in May.
Three sisters have hearing loss.
A couple of pupils have epilepsy.
1 x hearing impaired, 2 x autistic
- 3 x deaf
1 EHC plan
2 EHCPs, 14 SEN support
Currently there are 2 on SEN support.
2 on SEN support
One LAC child has a PEP.
One in Year 3 has an EHC plan.
Two in Reception have autism.
Two pupils in four classes have autism.
Two children in 4B have autism.
Each of our three pupils with EHC plans has a key adult.
Two pupils with autism often need a break.
Speech help is often given: two pupils have EHC plans.
The class has two children with EHC plans.
Mr Hay, who has two children with EHC plans in his class, goes too.
Mr Hay, who has two pupils with EHC plans, goes too.
Four of our pupils have speech and language needs.
Two pupils have autism assessments this term.
One of our pupils with autism made the book himself.
Autism was met in Year 3: 3 (2%)
""".strip().splitlines()

NOT_COUNTED = """
Two teaching assistants lead the speech groups.
We meet three times a year.
Year 2 pupils have phonics and speech checks.
We teach groups of four children with speech needs.
Up to four pupils with autism share the den.
We have 2 adults to 3 children with SEN.
Some have one to one help.
One in four pupils has SEN nationally.
Between 1 and 4 children have speech needs in most classes.
No two children with autism are the same.
What helps one child with autism may not help another.
Years 3 and 4 pupils have dyslexia checks.
Two children from each class sit on the school council.
If two children have the same need, we may group them.
We can change more for one child.
It is one of the main reasons children have speech needs.
Two or three children with autism share an adult.
Two pupil mentors are trained in autism.
Three pupils with speech needs can share a group.
Twenty-two pupils have EHC plans.
Our unit has places for four pupils with autism.
Speech and language: 3 times a week
EHC plan: 2 meetings a year
Groups have a max of 4 pupils with SEN.
| Speech and language | 3 | times a week |
| Autism | 12 | 30 | 42 |
Autism: Level 3 training
Two pupils with SEND are on the school council.
Between 5 and 10 children have EHC plans.
12 pupils have EHC plans.
1,204 pupils have SEN support across the trust.
Take one pupil at a time.
A child has an EHC plan, and the council reads it each year.
Key Stage 2 children have speech checks.
Nationally 3 pupils in a class (about 10%) have speech needs.
Two reviews (one in each half term) look at how pupils with SEN get on.
Three meetings (CLA and SEN) are held each term.
1 in 5 children has SEN.
One of our pupils said that the den helps with anxiety.
A couple of pupils from each class plan the SEN fair.
A couple of teaching assistants have autism training.
2 x speech and language sessions a week
2 x wheelchair, 1 x walking frame
1 x SEN TA, 2 x HLTA
2 x SEN support
1 EHC plan review is held each year.
Each review has one class teacher, one SENCO and one EHC plan.
There are two with speech training.
There is one on autism.
We have two leaflets: one on dyslexia and one on ADHD.
We have four teaching assistants; one in Year 3 has autism training.
We have five rooms. One in Year 3 is for autism.
Two siblings may share a review of an EHC plan.
We have one SEND link governor.
One pupil in ten has SLCN.
One of our children in five has SEN support.
Three pupils in four have SEMH needs.
Four pupils in ten have autism
Four pupils in ten have autism and three in ten have PMLD.
About three children in 30 have dyslexia.
Two children in three caught up.
One boy in every ten has dyslexia.
Two children out of three with SEND met the standard.
1 in 4 (25%) of our children has SEN support.
1 in 3 (32%) of pupils are autistic.
Parents of two children with SEND helped us to write it.
A parent of one of our pupils with an EHC plan helped us to word this.
Our SEN governor, who has two children with SEND herself, reads this.
Our SEN governor is a parent of two children with SEND.
Our parent governor has two children with SEND of her own.
Our parent governor Kath has three children, one of whom has autism.
Jo, our office manager, has two children with autism herself.
In pairs, two children with speech and language targets work with an adult.
Two children with SEN work in a pair.
Sometimes two children with autism like to work side by side.
Often two children with SEN share a table.
Each of our key workers supports two children with EHC plans.
We match one child with good speech with one child who has speech targets.
We put two children with speech targets together with two who speak well.
Two children with speech sounds to learn play a game.
Set 4 pupils with dyslexia have a second adult.
""".strip().splitlines()


@pytest.mark.parametrize("line", ONLY)
def test_one_pupil_who_is_singled_out_is_found(line: str) -> None:
    assert "PUPIL005" in codes(in_text, line)


@pytest.mark.parametrize("line", NOT_ONLY)
def test_words_that_single_nobody_out_are_let_be(line: str) -> None:
    assert codes(in_text, line) == set()


@pytest.mark.parametrize("line", COUNTED)
def test_a_small_number_of_pupils_is_found(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL006"}


@pytest.mark.parametrize("line", NOT_COUNTED)
def test_a_number_of_something_else_is_let_be(line: str) -> None:
    assert codes(in_text, line) == set()


def found_in(all_known: Known, question: str) -> set[str]:
    """The codes in every text of one answer, cells and reasons too."""
    asked = real_bank().by_id[question]
    texts = texts_of(asked, all_known.answers.get(question))
    return {each.rule.code for said in texts for each in in_text(said, all_known)}


def test_cells_of_text_are_read_and_tables_that_count_pupils_are_not() -> None:
    training = ({"training": "Signing, as two pupils are deaf", "staff": "All", "when": "May"},)
    numbers: tuple[dict[str, str | int], ...] = ({"need": "learning", "ehc": 2, "support": 3},)
    all_known = known(answers_of(staff_training=training, numbers=numbers))
    assert found_in(all_known, "staff-training") == {"PUPIL006"}
    assert found_in(all_known, "numbers") == set()


def test_a_cell_about_training_may_name_the_pupil_it_is_for() -> None:
    training = (
        {"training": "How to help Ollie (autism)", "staff": "All", "when": "May"},
        {"training": "Speech groups", "staff": "Lucy (dyslexia)", "when": "May"},
    )
    all_known = known(answers_of(staff_training=training))
    texts = texts_of(real_bank().by_id["staff-training"], all_known.answers.get("staff-training"))
    found = [each for said in texts for each in in_text(said, all_known)]
    assert [each.words for each in found] == ["Ollie (autism"]


def test_each_rule_stops_until_it_is_set_aside() -> None:
    assert [rule.code for rule in RULES] == [f"PUPIL00{each}" for each in range(1, 7)]
    assert {rule.severity.value for rule in RULES} == {"stop"}
    assert all(rule.can_be_set_aside for rule in RULES)
