"""Halves of the duties on lessons and rooms, on joining in, and on feelings and friends."""

import pytest

from tests.language.test_halves import answers, left_out

ROOM = "the classroom and the building, not only lessons"
LESSONS = "what changes in lessons, tasks or tests"
CLUBS = "clubs or other activities after lessons"
TRIPS = "trips and visits"
PE = "PE, sport or other physical activities"
FEELINGS = "feelings"
FRIENDS = "friendships and getting on with others"
MENTAL = "mental health"

OF_LESSONS = answers("""
Teachers break each task into small steps. Homework is shorter for those who tire soon.

Our curriculum is broad and balanced. All work is differentiated so that each pupil can succeed.

We pre-teach hard words a day early, and pupils may record an answer by voice.

In maths there are cubes and number lines. In English there are word banks and frames.

Your child may have more time in tests, a scribe, or someone who reads the questions to them.

We use scaffolds and worked examples, and we check often that each learner follows.

Texts come in larger print and with fewer words on a page. Topics are chosen with care.

Phonics is taught in short bursts, and those who need it hear each sound again in the afternoon.

All subjects are planned so that pupils with SEN can access the curriculum alongside peers.

Reading books are matched to what a child can decode, and spelling lists are kept short.

Tutors adapt the content of each unit, set fewer questions and give instructions one at a time.
""")
OF_ROOMS = answers("""
Every classroom has a calm corner with cushions, and the lamps are soft.

Chairs have felt under their legs so that it is less noisy. We put up blinds against the glare.

We keep the learning environment free of clutter, with clear labels on every drawer.

A child may sit close to the whiteboard, away from the draught, with nobody behind them.

There is a low-arousal base with plain walls where anyone may go for ten minutes.

The corridors are painted in two shades so that those with little sight find their way.

Pupils who dread the canteen eat in the library with a friend, and come in by the side entrance.

We have wide doors, ramps to each exit and a toilet that takes a wheelchair.

An adult walks round with you to see what is too loud, too bright or too smelly.

Workstations with screens on three sides stand at the back for those who drift off.

In the playground there is a shaded shelter with beanbags for hot or hectic days.

Pictures on the doors show which room is which, and the hall is parted by a curtain.
""")
OF_CLUBS = answers("""
All our clubs are open to every child, and an adult goes along if your child needs one.

The choir and the drama group take whoever would like to come. Words are learnt from pictures.

At breakfast club there is a quiet table, and helpers know what your child likes.

Pupils with special needs take part in every production, on the stage or with the sound desk.

Our enrichment hour on Fridays has something for each child, from chess to baking.

After-school sessions are planned with you, and places are kept for pupils with an EHC plan.

The school council has two seats for pupils with SEN. They help to plan assemblies.

Lunchtime has drawing, building bricks and a gardening patch, with an adult at each.

Extra-curricular life here is for all. We pay for an extra adult where your child needs one.

Pupils help to run the fairs and concerts, each with a job that suits them.
""")
OF_TRIPS = answers("""
Your child can come on every trip. We go and look at the place with you beforehand.

Before each outing we make a book of photos, and we hire a coach with a lift.

Residentials are for all. A child who sleeps badly can have a room near an adult.

On museum days we ask for the hour when it is least crowded, and take ear defenders along.

We never leave a child behind when the class goes out for the day. Helpers are booked early.

Nights away can be cut into days, and we drive your child home in the evening if you wish.

Excursions are costed with one more adult from the start, so nobody pays more for it.

For the farm day in June the teacher calls you six weeks ahead to plan medicines and meals.

Year 6 go camping in May; a child may bring their own tent and their own bedding.

When a class goes to the theatre we book seats by the aisle, where it is easy to slip out.
""")
OF_PE = answers("""
All pupils take PE with their class. We change the rules or the space so that all can play.

Swimming is in a warm pool with a hoist, and changing takes place in a small cubicle.

On sports day each child is in a team, whether they roll, throw or steer.

Games are adapted with a larger bat, a softer ball and more time on the pitch.

The physiotherapist shows us stretches, and they are done in the hall with the whole class.

Dance and yoga are taught to everyone, seated if need be.

Boccia and table cricket are played by mixed teams each Friday.

Pupils who dislike the changing room come to school in kit on those days.

Our gym has a wide beam and low bars, and nobody sits at the side to keep the score.

Bikeability runs with trikes too, so that all of Year 5 can take part.
""")
NEITHER = answers("""
Every child is included in everything that we do. Staff plan ahead with parents.

All pupils with SEND are fully included and are treated no less favourably than others are.

We make reasonable adjustments so that no child misses out on what the others are doing.

We are an inclusive school. A risk assessment is made where your child may need one.
""")
NO_ROOM_AFTER_ALL = answers("""
In the classroom, teachers set light homework and use Makaton signs with everybody.

Children learn their times tables in steps, and write on mini whiteboards.

Pupils with physical and sensory needs have enlarged work, and texts are read out loud.

A classroom assistant helps pupils with tasks, and those who sit tests have more time.

Multi-sensory teaching in literacy helps pupils to remember what they have been taught.
""")
OF_FEELINGS = answers("""
Your child can tell a trusted adult if they are sad or scared. Each class has a worry jar.

We use colours to show moods, and teach what calms us when we are cross.

An ELSA sees your child each week and helps them to find words for anger.

Every morning begins with a check-in, where pupils point to a face that shows how they are.

The pastoral lead is free each day after registration for anyone who is upset.

We teach breathing and mindfulness, and there is a soft place to go when it is all too much.

Staff listen first. Pupils who are anxious have a card to leave the lesson without a word.

Our thrive practitioner builds self-esteem with those who doubt themselves.

A helper comforts children who grieve, with the help of a book of memories.

Pupils learn to name an emotion, to rate it and to pick a way to cope.
""")
OF_FRIENDS = answers("""
At lunch a play leader starts games and brings in those who stand at the side.

Older pupils act as buddies. A bench in the yard is for those who look for a partner.

In a group of six, children practise how to take turns and how to mend a quarrel.

A circle of peers is built round a pupil who is new, and they sit with them at break.

Board game club is a gentle way to meet others who like the same things.

We show pupils how to begin a conversation, how to wait and how to lose a game.

Social stories explain what happens on the playground and why someone may say no.

Our restorative approach brings both sides together after an argument.

Children are put in mixed teams for the week, so that nobody is left out when pairs are picked.

Lego builders meet on Tuesdays. One child has the plan and the others have the bricks.
""")
OF_MENTAL = answers("""
Our head leads on mental health, and two adults are trained to help a child who is low.

If your child is anxious for more than two weeks, we call you and agree what to do.

A counsellor is in school on Mondays. Pupils can refer themselves with a slip.

We know how to ask CAMHS for advice, and what to do for a pupil while they wait.

The education psychologist helps us to plan for children who have lived through trauma.

A member of the MHST runs six sessions with pupils who do not sleep for fear of school.

Any adult who hears of self-harm goes to the safeguarding lead on the same day.

Each form has a wellbeing ambassador, and the nurse keeps an hour free for teenagers who panic.

Art therapy is offered for one term to pupils with a bereavement.

Pupils who feel hopeless have a safety plan, a person to go to and a number to text at night.
""")


@pytest.mark.parametrize("text", OF_LESSONS)
def test_lessons_alone_leave_the_room_out(text: str) -> None:
    assert left_out("adapt-environment", text) == (ROOM,)
    assert left_out("adapt-curriculum", text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We use real things, songs and pictures, and break jobs down into steps.",
        "Teachers break each long job down, and show every part of it with pictures.",
    ],
)
def test_small_children_have_lessons_too(text: str) -> None:
    assert left_out("adapt-curriculum", text) == ()


@pytest.mark.parametrize("text", OF_ROOMS)
def test_the_room_alone_leaves_lessons_out(text: str) -> None:
    assert left_out("adapt-environment", text) == ()
    assert left_out("adapt-curriculum", text) == (LESSONS,)


@pytest.mark.parametrize("text", OF_CLUBS)
def test_clubs_alone_leave_trips_out(text: str) -> None:
    assert left_out("clubs-and-trips", text) == (TRIPS,)
    assert left_out("physical-activities", text) == (PE,)


@pytest.mark.parametrize("text", OF_TRIPS)
def test_trips_alone_leave_clubs_out(text: str) -> None:
    assert left_out("clubs-and-trips", text) == (CLUBS,)
    assert left_out("physical-activities", text) == (PE,)


@pytest.mark.parametrize("text", OF_PE)
def test_physical_activities_are_seen(text: str) -> None:
    assert left_out("physical-activities", text) == ()


def test_sport_is_neither_a_club_nor_a_trip() -> None:
    assert left_out("clubs-and-trips", OF_PE[8], physical_activities=OF_PE[8]) == (CLUBS, TRIPS)
    sport = f"{OF_CLUBS[0]} {OF_PE[8]}"
    assert left_out("physical-activities", OF_CLUBS[0], clubs_and_trips=sport) == (PE,)


@pytest.mark.parametrize("text", NEITHER)
def test_kind_words_are_neither_a_club_nor_a_trip(text: str) -> None:
    assert left_out("clubs-and-trips", text) == (CLUBS, TRIPS)


@pytest.mark.parametrize("text", NO_ROOM_AFTER_ALL)
def test_words_that_only_sound_like_a_room_are_none(text: str) -> None:
    assert left_out("adapt-environment", text) == (ROOM,)


@pytest.mark.parametrize("text", OF_FEELINGS)
def test_feelings_alone_leave_friends_out(text: str) -> None:
    assert left_out("emotional-social", text) == (FRIENDS,)


@pytest.mark.parametrize("text", OF_FRIENDS)
def test_friends_alone_leave_feelings_and_mental_health_out(text: str) -> None:
    assert left_out("emotional-social", text) == (FEELINGS,)
    assert left_out("mental-health", text) == (MENTAL,)


@pytest.mark.parametrize("text", OF_MENTAL)
def test_mental_health_is_seen(text: str) -> None:
    assert left_out("mental-health", text) == ()
