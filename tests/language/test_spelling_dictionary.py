"""The rules on spelling with the dictionary that is shipped, and what it knows."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sendwizard.core.findings import Severity
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known
from sendwizard.language.speller import Speller
from sendwizard.language.spelling import misspelt, suggestions
from sendwizard.store.answers_file import read_answers
from tests.language import lines
from tests.worlds import ROOT, real_bank

DICTIONARY = ROOT / "sendwizard" / "language" / "dictionary"


@pytest.fixture(scope="session")
def speller() -> Iterator[Speller]:
    """One child for all of these tests."""
    with Speller() as one:
        yield one


def codes(text: str, speller: Speller) -> set[str]:
    """The codes found in a text; each finding points at its words."""
    known = lines.known(extra_support=text)
    found = misspelt(known, speller.unknown)
    for each in found:
        lines.points_inside(each, known.texts_at("extra-support")[0])
    return {each.rule.code for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Each room has a calming cornner.",
        "We make a visaul timetable with your child.",
        "The helper sits bside your child in maths.",
        "Our aim is that chilren do more alone.",
        "You will hear from us within ten dayss.",
        "We talk with you abuot the plan.",
        "Puipls have a quiet place at lunch.",
        "A group meets on tuesday for reding.",
        "We lend laptps for work at home.",
        "- a soft start with brakfast",
        "- **Sounds**: work on sownds each day",
        "Staff are traned each autumn.",
        "The co-ordanator writes it down.",
        "Your child’s techer knows the plan.",
    ],
)
def test_a_word_that_nobody_knows_is_a_tip(text: str, speller: Speller) -> None:
    assert codes(text, speller) == {"SPELL001"}


@pytest.mark.parametrize(
    "text",
    [
        "We recieve help from the council.",
        "Lunch can be in a seperate room.",
        "We accomodate wheelchairs in each block.",
        "This ocurred, and that occured too, in spring.",
        "Our SENCO liases with the nursery.",
        "Ask for advice on behavour at home.",
        "The assesment takes an hour.",
        "- speach groups, twice a week",
        "## Childrens views",
        "We follow best practise in each room.",
        "Your child could of been missed.",
        "We seek specialist advise each term.",
        "There are forty pupils on role.",
        "We go over it untill it is secure.",
        "Parents fill in a questionaire in May.",
        "Alot of our children walk to school.",
    ],
)
def test_a_slip_that_many_make_is_a_warning(text: str, speller: Speller) -> None:
    assert "SPELL002" in codes(text, speller)


@pytest.mark.parametrize(
    "text",
    [
        "We organize a visit in June.",
        "Our organization is small.",
        "Staff analyze the marks.",
        "Books have a color for each level.",
        "Good behavior earns a star.",
        "There is a reading center by the hall.",
        "A counselor comes on Fridays.",
        "They follow a program of study of their own.",
        "Each has a training program.",
        "Children have time to practice their letters.",
        "We keep on practicing the sounds.",
        "Work is labeled with pictures.",
        "Your child may travel; many traveled last year.",
        "A favorite toy may come too.",
        "Enrollment is in September.",
        "We emphasize what goes well.",
        "It is a child-centered plan.",
    ],
)
def test_american_spelling_and_ize_are_a_tip(text: str, speller: Speller) -> None:
    assert codes(text, speller) == {"SPELL003"}


@pytest.mark.parametrize(
    "text",
    [
        # near SPELL001: names, addresses, short forms, words of the trade and of our time
        "We use Nessy and Lexia, and Mrs Okonjo leads a Zumbini group.",
        "Write to seno@larkbrigde.example or see larkbrigde.example/sen.",
        "Our SENDCo, the TAs, SaLT and ELSAs meet.",
        "Years R to 6, KS2, 9am, 2nd and 3rd, and 1:1 time.",
        "A neurodivergent child may be dysregulated by noise.",
        "We use Makaton, makaton signs, PECS and Widgit.",
        "A multi-sensory, co-produced, non-statutory, pre-taught plan.",
        "Children’s books, the child's coat, parents’ views, it’s, don’t, they’ve.",
        "A café, a naïve reader and a résumé.",
        "On the website and by e-mail, email, iPad, wifi and Wi-Fi.",
        "- Talkabout\n- Toe by Toe\n- Clicker\n- Precision Monkeys",
        "e.g. Larkton, i.e. Mr. Brindley, etc. Mossley is near.",
        # near SPELL002: the same letters, rightly used
        "We receive, achieve and believe.",
        "Nurses practise, and it is good practice to practise spelling.",
        "Ask for advice; we advise parents, and specialists advise us.",
        "You could, of course, ask again. You could of course wait.",
        "We had a positive effect, and noise can affect sleep.",
        "Her role is to keep the roll. Play the role of a guide.",
        "Dependants of staff, and those who depend on us.",
        "We liaise, separate, accommodate and refer; it occurred, occurs and is occurring.",
        "The Cambridge Childrens Services team and Mrs Teh came.",
        "A lot of help, all right, as well, at least, in fact, thank you.",
        "Speech and language, a sentence, a principal and a principle.",
        "Peace and a piece of fruit; past and passed; whether and weather.",
        "An annual review of the statement of account.",
        # near SPELL003: words that are right in Britain, and names
        "A prize, the size of a room, seize, capsize, citizens, horizon and quizzes.",
        "We exercise, advise, promise, revise, supervise and surprise.",
        "A computer program, laboratory, glamorous, humorous, honorary and vigorous.",
        "The parking meter, a thermometer, diameter and perimeter.",
        "Mrs Gray, the Kennedy Center and the World Health Organization.",
        "A doctor’s practice and its nurse; changes to practice; an approach to practice.",
        "Enrol, enrolled, enrolment, fulfil, fulfilled, skilful and instalment.",
        "Focused and focussed, learnt and learned, judgment and judgement.",
        "Licence and license, defence, offence, centre, theatre and litre.",
        "Analysis, paralysis, and a bronze or a frozen lake.",
        "The tyre, the kerb, the cheque, jewellery and pyjamas.",
        "A Harbor Lights book, Labor Day and the Color Monster.",
        # words that were called slips once
        "Our first aiders help three-year-olds and with bedwetting, for ten mins.",
        "Dimmable lights, chewies, a move'n'sit cushion, polybat and panathlon; notetakers too.",
        "Wakefield Council's team comes in. Barca helps families. Rochdale is near.",
    ],
)
def test_what_is_right_is_left_alone(text: str, speller: Speller) -> None:
    assert codes(text, speller) == set()


RIGHT = """
neurodivergent neurodiversity neurodevelopmental neurotypical dyslexia dyslexic dyscalculia
dyspraxia dysgraphia hyperacusis hypermobility hypersensitive hyposensitive proprioception
vestibular interoception sensory multisensory kinaesthetic echolalia stimming dysregulated
co-regulation self-regulation metacognition metacognitive phonics phonological grapheme graphemes
phoneme digraph decodable scaffolded scaffolding overlearning pre-teaching subitising manipulatives
makaton widgit teacch elsa senco sendco sendiass camhs ehcp ofsted orthoptist audiologist
physiotherapist paediatrician counsellor counselling habilitation nystagmus hemiplegia diplegia
epilepsy diabetes anaphylaxis epipen gastrostomy catheterisation tracheostomy mutism stammer
dysfluency apraxia tourette asperger autistic adhd hyperactivity foetal microdeletion comorbidity
wellbeing inclusivity cyberbullying playworker midday lunchtime breaktime wraparound timetable
headteacher coordinator co-ordinator coproduction co-produced multi-agency upskill signposting
proforma timescale lockdown covid benchmarking restorative de-escalation boxall nurture numicon
behaviour colour favourite centre theatre programme practise licence organise recognise emphasise
prioritise analyse fulfil enrol skilful modelling labelled travelling jewellery grey tyre cheque
mum maths whilst amongst learnt autumn holiday fortnight pavement pushchair nappy biro plimsolls
judgement acknowledgement catalogue dialogue defence pyjamas aeroplane manoeuvre anaesthetic
deafblind eyegaze soundfield visualiser touchscreen chromebook worksheet handwriting trampolining
boccia residential sixth-form apprenticeship traineeship employability ebsa upskilled looked-after
""".split()  # noqa: SIM905 - a hundred and more words, to be read in lines

WRONG = """
recieve beleive acheive seperate definately accomodation occured occurence neccessary
necesary independant enviroment goverment governer profesional sucessful succesful comittee
commited begining writting refered refering transfered prefered reccomend recomend dissapointed
embarass harrassment posess questionaire liason liase maintainance existance persistant relevent
guidence attendence assesment intergrated priviledge speach sentance vocabularly langauge
strategys stratergies oppurtunity responsability accessable availible knowlege behavour
childrens untill truely wich thier freind becuase usefull immediatly extremly completly
particulary similiar seperately psycologist pyschologist therepist vunerable dislexia
disabilites activites dificulties additonal equiptment experiance excercise interupt
""".split()  # noqa: SIM905 - ditto


def test_more_than_a_hundred_british_words_and_words_of_the_trade_are_known(
    speller: Speller,
) -> None:
    assert len(set(RIGHT)) > 150
    text = " ".join(RIGHT)
    assert misspelt(lines.known(extra_support=f"about {text}."), speller.unknown) == ()


def test_more_than_sixty_slips_are_found(speller: Speller) -> None:
    assert len(set(WRONG)) > 60
    found = misspelt(lines.known(extra_support=f"about {' '.join(WRONG)}."), speller.unknown)
    assert [each.words for each in found] == WRONG
    assert sum(each.severity is Severity.WARN for each in found) > 60


def test_no_word_of_the_dictionary_is_called_a_slip_or_american(speller: Speller) -> None:
    data = real_bank().checks["spelling"]
    lists = phrases(data)
    text = (DICTIONARY / "en_GB-ise.dic").read_text(encoding="utf-8")
    words = [line.partition("/")[0] for line in text.splitlines()]
    common = [word for word in words if word.islower() and "'" not in word]
    assert [word for word in common if next(lists.find(word), None)] == []
    single = [each for entry in data.entries for each in entry.find if each.isalpha()]
    assert speller.unknown(single) == set(single)


def test_what_is_suggested_is_a_word(speller: Speller) -> None:
    known = lines.known()
    right = [entry.instead for entry in known.data("spelling").entries]
    whole = " and ".join(each for each in right if not each.endswith("*"))
    assert misspelt(lines.known(extra_support=f"about {whole}."), speller.unknown) == ()


def test_our_own_words_are_those_that_the_dictionary_lacks(speller: Speller) -> None:
    ours = real_bank().checks["spelling"].lists["known"]
    assert len(ours) >= 150
    assert speller.unknown(ours) == set(ours)
    assert list(ours) == sorted(set(ours))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("recieve", "receive"),
        ("acommodation", "accommodation"),
        ("neurodiversty", "neurodiversity"),
        ("interventons", "interventions"),
        ("timetabel", "timetable"),
        ("organize", "organise"),
        ("Techer", "Teacher"),
        ("child-centered", "child-centred"),
    ],
)
def test_what_is_meant_is_among_what_is_suggested(word: str, meant: str, speller: Speller) -> None:
    assert meant in suggestions(lines.known(), word, speller.suggest)


@pytest.mark.parametrize(
    ("year", "today"), [("2025-26", date(2025, 11, 24)), ("2026-27", date(2026, 11, 23))]
)
def test_the_demo_school_spells_well(year: str, today: date, speller: Speller) -> None:
    answers = read_answers(ROOT / "sendwizard" / "demo" / year / "answers.toml")
    assert misspelt(Known(real_bank(), answers, today), speller.unknown) == ()


def test_the_dictionary_stands_beside_its_licence() -> None:
    licence = Path(DICTIONARY / "LICENCE.txt").read_text(encoding="utf-8")
    assert licence.startswith("en_GB-ise Hunspell Dictionary\nVersion 2020.12.07")
    assert "Copyright 2000-2018 by Kevin Atkinson" in licence
