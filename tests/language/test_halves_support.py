"""Halves of the duties on kinds of need, finding out, progress, staff and equipment."""

import pytest

from tests.language.test_halves import answers, left_out

KINDS = "the kinds of need by name"
SPOTTED = "how a need is spotted in the first place"
FOUND_OUT = "how you find out what the need is"
REVIEWED = "how the goals are looked at again"
KNOWN_BY_STAFF = "what staff know or have been trained in"
ASKED_FOR = "how you ask for specialist help, not only who gives it"
EQUIPMENT = "equipment"
ROOMS = "rooms and other facilities"
GOT = "how you get what is needed"

NO_KIND = answers("""
We provide for all special educational needs and disabilities in our inclusive school.

Every child is welcome here. We meet the needs of all, whatever they are.

Our school is for all children in the village, with an EHC plan and without one.

A child has SEN where more help is called for than is made for others of the same age.

Pupils with additional needs are part of our school family and are treated as equals.

The school caters for a full range of needs and has done so for more than thirty years.

We hold high hopes for all pupils with SEN, and nobody is turned away at the door.

All four broad areas of the Code are provided for, at each of its levels of support.

We are proud to be a school where no need is too great and every child belongs.

The kinds of need that we see differ from one year to the next, and we are open to all.
""")
SOME_KIND = answers("""
Most of our extra help is for children who are slow to talk or hard to follow when they do.

We are used to autistic pupils, and those who cannot sit still for long.

Dyslexia and dyscalculia are what our tutors know best.

Many here find letters and spelling hard, and others lack words for what upsets them.

We have a hearing loop, and pupils who are deaf join us from across the county.

The school takes wheelchair users, and those who tire or hurt when they move.

Pupils with Down syndrome have been here since we opened.

Our provision is for moderate learning difficulties and for those with complex needs.

Children who are selectively mute, or very anxious, start with half days.

SEMH is our largest group of needs; SLCN comes next.
""")
NOT_HOW_IT_BEGINS = answers("""
Support plans are in place for all pupils with additional needs. Each lists what a child is given.

Every pupil on the register has a plan of support, which shows the elements chosen for them.

Provision is written down in a document for each child, and a copy goes home.

We meet the needs of every pupil with a plan of their own, which is kept in class.

Pupils with an EHC plan have a folder. Those without one have a sheet of support.

The SENCO keeps a register and a map of all that the school puts in place.

Help is given in class first, then in small groups, and at last with one adult.

We have a graduated approach in four waves, from help for all to help for a few.

Each learner with SEN has three aims, and the adults who teach them know these by heart.

We aim high for all children. No pupil waits for help, and none has to earn it.
""")
HOW_IT_BEGINS = answers("""
If reading, writing or number stalls, the class teacher speaks up. We watch a lesson and test.

Nursery sends us its notes. In the first weeks an adult plays with each child and writes down
what they see.

All pupils are screened for dyslexia in Year 3, and those who score low see the SENCO for a
closer look.

You may worry before we do. Tell us; we sit beside your child for a morning and then talk with
you.

Heads of year comb through attainment data each term. Where there are gaps we ask the pupil why.

Tutors fill in a round robin if a student seems stuck, and a checklist narrows the cause.

The health visitor rings us before school begins, so that therapists can meet the child early.

When a pupil underachieves, we rule out absence and a new language, then explore what is hard.

At pupil progress meetings any adult can raise a name. The SENCO goes on to observe and assess.

Our speech screen in Reception picks up those who need more, and a full profile follows.

We give a term of good teaching first, then sit with you and fill in our cause for concern form.
""")
NO_REVIEW = answers("""
Progress is shared at parents' evenings twice a year. A written report comes home in July.

You can see your child's marks on the app at any time. Certificates are sent home on Fridays.

Teachers track reading and number each half term on our system, and the SENCO sees the data.

Reports go home in December and June. They give a grade for effort and one for attainment.

We let you know by e-mail how your child is doing in each subject, once a term.

Progress is measured with a test in the autumn and another in the summer.

Parents' evenings are held in the hall, and you have ten minutes with each teacher.

All pupils are assessed in line with national expectations, and results are sent to parents.

Successes are recorded in individual support plans, and the annual report mentions them.

A home book tells you what your child did each day, and smiley faces show how it went.
""")
SOME_REVIEW = answers("""
Three times a year we sit down with you and go through what was hoped for and what came of it.

Each half term the teacher and your child look back at the plan and write a fresh one.

Targets are set in September, and in January you hear which of them are done.

You, your child and the tutor have a conference in spring, with a folder of work on the table.

After ten weeks we talk about what has helped, and change what has not.

The SENCO adjusts the plan with the teacher at the end of each block of teaching.

We follow the cycle of plan, do and look again, and each turn takes six weeks.

At a learning conversation in the evening we agree next steps for school and for home.

An annual review is held for pupils with an EHC plan, and termly ones for all others with SEN.

Small objectives are ticked off as they come, and parents get an update each month.

Key workers have a chat with you each half term about what comes next.
""")
NOBODY_KNOWS = answers("""
We have one SENCO, nine teaching assistants and a family worker. Each class has one adult more.

Every class has a teacher and an assistant in the mornings, and two adults share the afternoons.

The SENCO works three days a week and has a deputy. Four helpers work with groups.

Our team is warm, friendly and hard-working, and your child is at the heart of what we do.

There are five higher-level assistants in school, one in each year from Reception to Year 4.

The inclusion team has a leader, two tutors and a group of support assistants.

Staff are deployed with care so that pupils who need more adults have them in the morning.

Each unit is led by a manager who reports to the head of the whole school.

A learning mentor and three assistants are based in the hub, and others move between rooms.

All adults here are kind and patient. They go the extra mile for pupils with SEN.
""")
SOMEBODY_KNOWS = answers("""
Two of our helpers sign, and one reads braille.

The SENCO holds the national award, gained in 2019.

All adults had a morning on autism with the county's advisers in September.

One assistant studied dyslexia for two years at night school.

Lunchtime staff have been shown how to calm a child, and they practise it each term.

Mr Bell was a speech therapist before he became a teacher, and he coaches the rest of us.

New teachers learn how to teach children with SEN in their first half term with us.

Every spring there is an INSET day on SEN, with a follow-up in staff meetings.

Our nurture lead has twelve years of experience with children who find school hard.

We have ELSA and ELKLAN staff in each phase.
""")
ONLY_NAMES = answers("""
We work with an educational psychologist, a speech and language therapist and a school nurse.

The school has access to a wide range of specialist services, such as CAMHS and the autism team.

Our partners are the hearing team, the vision team and the occupational therapy service.

We currently or recently have worked with these services: psychologist, therapist, social care.

Specialist teachers of dyslexia, autism and behaviour work alongside our own staff.

- Educational psychology
- Speech and language therapy
- Occupational therapy
- The sensory service

We are lucky to have close links with health, social care and the special school next door.

A physiotherapist, a dietitian and two nurses are part of the wider team around our pupils.

Outside agencies include the inclusion service, the early help team and the child clinic.

We have strong links with specialists across the county and with three outreach schools.
""")
HOW_SPECIALISTS_COME = answers("""
If six weeks of extra teaching change little, the SENCO fills in a form to the therapy team.

With your consent we write to the sensory service, and a teacher comes within a month.

We buy eight days a year from a psychologist and plan them each September.

The trust employs two therapists, and each school has them for a morning.

Advice from the autism team is free to us; we ring them and agree a date.

Any teacher can ask the SENCO to call in a specialist.

The cluster's panel sits each half term and decides who is seen first.

Your GP can refer your child to the clinic, and we send a letter with what we see in class.

A service level agreement with the council gives us four visits.

We hire a signing tutor for as long as a deaf child is with us.
""")
ONLY_GROUPS = answers("""
Daily reading, number club and speech groups run three times a week, led by an assistant.

We offer phonics catch-up, handwriting practice and a social skills group.

Structured programmes take place in class and outside of it, in short blocks.

There are groups for spelling, for maths and for early talk, each with four pupils.

Interventions run for ten weeks. They take place in the mornings, in pairs or alone.

Precision teaching is done every day for ten minutes, and a reading volunteer comes on Fridays.

Pupils follow a programme of small steps in reading, and another in number.

Our assistants lead three programmes, one of them for pupils who stammer.

Extra lessons in English and maths run before school for pupils in Year 11.

We have a rich menu of programmes, from talk for the youngest to study skills for the oldest.
""")
WHAT_IS_NEEDED = answers("""
The SENCO asks the physio or the sensory team what a child needs and then buys or borrows it.

What a child needs is written in the plan. If it costs less than £500 the school pays.

We borrow from the council first. If nothing fits, the governors pay.
""")
ALL_THREE = answers("""
Small aids, such as wedges and timers, are bought at once. The hygiene suite came out of a grant.

We borrow a standing frame from the NHS. The lift was paid for by the council.

The therapist lists what is needed, and the school orders it: a slope, a grip, rails in the
toilet.

Our charity friends raised money for a sensory den and for switches that make a toy move.

Laptops are on loan from the county, and they are charged in the library.

The SENCO asks the sensory team for a radio aid and for advice on sound in the hall.

Governors set aside part of the budget for devices and for changes to the building.

Where a child needs a hoist, health supplies it, and we clear a room for it.

Reading pens and overlays come from our stock. The therapy room is shared with the nurse.

Applications for special furniture go to the council's panel, as do those for ramps.
""")


@pytest.mark.parametrize("text", NO_KIND)
def test_no_kind_of_need_is_named(text: str) -> None:
    assert left_out("needs-provided-for", text) == (KINDS,)


@pytest.mark.parametrize("text", SOME_KIND)
def test_some_kind_of_need_is_named(text: str) -> None:
    assert left_out("needs-provided-for", text) == ()


@pytest.mark.parametrize("text", NOT_HOW_IT_BEGINS)
def test_a_plan_of_support_is_not_how_a_need_is_found(text: str) -> None:
    assert left_out("identify-and-assess", text) == (SPOTTED, FOUND_OUT)


@pytest.mark.parametrize("text", HOW_IT_BEGINS)
def test_both_halves_of_finding_out_are_seen(text: str) -> None:
    assert left_out("identify-and-assess", text) == ()


def test_one_half_of_finding_out_is_missed_by_itself() -> None:
    text = "If your child falls behind or has trouble with the work, the class teacher helps first."
    assert left_out("identify-and-assess", text) == (FOUND_OUT,)
    text = "The SENCO listens to your child and to you, and puts together a picture of strengths."
    assert left_out("identify-and-assess", text) == (SPOTTED,)


@pytest.mark.parametrize("text", NO_REVIEW)
def test_reports_alone_review_nothing(text: str) -> None:
    assert left_out("review-progress", text) == (REVIEWED,)


@pytest.mark.parametrize("text", SOME_REVIEW)
def test_a_review_in_other_words_is_seen(text: str) -> None:
    assert left_out("review-progress", text) == ()


@pytest.mark.parametrize("text", NOBODY_KNOWS)
def test_a_list_of_staff_is_no_expertise(text: str) -> None:
    assert left_out("staff-expertise", text) == (KNOWN_BY_STAFF,)


@pytest.mark.parametrize("text", SOMEBODY_KNOWS)
def test_expertise_in_other_words_is_seen(text: str) -> None:
    assert left_out("staff-expertise", text) == ()


def test_the_table_of_training_counts_as_expertise() -> None:
    rows = ({"training": "Autism course", "staff": "All teachers", "when": "May 2026"},)
    assert left_out("staff-expertise", NOBODY_KNOWS[0], staff_training=rows) == ()


@pytest.mark.parametrize("text", ONLY_NAMES)
def test_names_of_services_do_not_say_how_they_come(text: str) -> None:
    assert left_out("specialists", text) == (ASKED_FOR,)


@pytest.mark.parametrize("text", HOW_SPECIALISTS_COME)
def test_how_specialists_come_is_seen(text: str) -> None:
    assert left_out("specialists", text) == ()


@pytest.mark.parametrize("text", ONLY_GROUPS)
def test_programmes_are_neither_equipment_nor_rooms(text: str) -> None:
    assert left_out("equipment", text) == (EQUIPMENT, ROOMS, GOT)


@pytest.mark.parametrize("text", WHAT_IS_NEEDED)
def test_what_a_child_needs_is_equipment(text: str) -> None:
    assert left_out("equipment", text) == (ROOMS,)


@pytest.mark.parametrize("text", ALL_THREE)
def test_equipment_rooms_and_how_they_are_got_are_seen(text: str) -> None:
    assert left_out("equipment", text) == ()


def test_rooms_may_stand_in_the_answer_on_the_building() -> None:
    text = "Small aids are bought at once, and larger ones are lent by the council or the NHS."
    assert left_out("equipment", text) == (ROOMS,)
    building = "The ground floor is on one level, with a lift to the hall and a wide toilet."
    assert left_out("equipment", text, access_facilities=building) == ()
    assert EQUIPMENT in left_out("equipment", ONLY_GROUPS[0], access_facilities=text)
