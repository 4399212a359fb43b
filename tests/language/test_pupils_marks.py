"""PUPIL002 to 004: initials, dates of birth and numbers of one pupil."""

import pytest

from sendwizard.language.pupils import in_text
from tests.language.lines import codes, known, said

INITIALS = """
J.S. in Year 4 has a den.
We work with pupil AB each day.
Child K has a den of her own.
We bought a den for one boy (T.W.).
A girl (MK) needs rest after lunch.
AB in Year 4 has a den.
Student J.S. comes on Mondays.
T.W. has a laptop.
One child in Reception (J.L.) has a walking bus.
**Pupil D** has met all the goals.
M.R., who joined in May, has a buddy.
Pupil A has a hoist.
Child X has ADHD.
Child A has autism and hits others.
Student B is dyslexic.
Pupil B in Year 6 gets help with reading.
Case study: Pupil C struggles in class.
KM in 9R has five strategies.
JW in 4B has a den.
""".strip().splitlines()

NO_INITIALS = """
Year 4 (KS2) and TA time are planned together.
Each pupil PP plan is read in June.
Ask for pupil SEN support.
The EP in Year 4 is new.
P.E. in Year 4 is outdoors.
As a child I was shy.
Child A and Child B share one adult in this story.
We keep child CP files in the office.
Each student ID has a photo.
The O.T. has a room here.
Every child (VI) has large print.
J. S. Bach is played at rest time.
We asked one child, “Do U.S. films help?”
CHILD IN CARE is a heading.
A pupil T-shirt is given to each leaver.
PE in Year 4 is in the hall.
For example, Child A has autism.
In this story, Child A has autism and Child B does not.
Class A has a ramp.
Pupil A and Pupil B share an adult.
PE in 9R has five stations.
CT in Year 4 has a list.
Imagine that Pupil A is deaf.
""".strip().splitlines()

BORN = """
DOB: 03/03/2017
D.O.B. 3.3.2017
She was born on 3 March 2017.
Date of birth: 12th May 2019
One boy, born 1 June 2015, uses a frame.
dob 2018-02-11
Mia (born 04-09-16) has moved.
a girl born on the 21st of Sept 2014
date of birth is 7 Jan 2012
Born: 30 November 2011
""".strip().splitlines()

NOT_BORN = """
We ask for your child’s date of birth.
Children born on 1 September 2020 start school.
The school was born on 1 September 2012.
Our plan covers children born on or after 1 September 2021.
Louis Braille was born on 4 January 1809.
This report was written on 3 March 2025.
Ideas are born in the staff room in 2024.
Write the name and date of birth on the form by 3 March 2026.
Summer-born children may start a year later.
All pupils born 1 April 2018 are in Year 2.
If your child was born on 31 August 2022, you may wait a year.
A new calm room was born of this in 2023.
""".strip().splitlines()

NUMBERS = """
A820200014001
The number is H801200001001.
UPN: H801200001001
upn a820200014001
UPN A 8202 0001 4001
NHS number 943 476 5919
NHS No. 9434765919
NHS number: 943-476-5919
His UPN is B37220001512A.
UPN number 820200014001
""".strip().splitlines()

NO_NUMBERS = """
Ring 01632 960100.
Ring NHS 111 at any time.
The UPN moves with your child.
Each child has an NHS number.
Form A82020001 is in the office.
https://larkfieldbridge.example/A820200014001
Our charity number is 1234567890123.
The NHS number for advice is 0300 123 1000.
Model A8202-000-14 is a hearing loop.
UPN stands for unique pupil number.
DfE number 815/2345
""".strip().splitlines()


@pytest.mark.parametrize("line", INITIALS)
def test_initials_of_a_pupil_are_found(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL002"}


@pytest.mark.parametrize("line", NO_INITIALS)
def test_other_letters_are_let_be(line: str) -> None:
    assert codes(in_text, line) == set()


@pytest.mark.parametrize("line", BORN)
def test_a_date_of_birth_is_found(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL003"}


@pytest.mark.parametrize("line", NOT_BORN)
def test_another_date_is_let_be(line: str) -> None:
    assert codes(in_text, line) == set()


@pytest.mark.parametrize("line", NUMBERS)
def test_a_number_of_one_pupil_is_found(line: str) -> None:
    assert codes(in_text, line) == {"PUPIL004"}


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_another_number_is_let_be(line: str) -> None:
    assert codes(in_text, line) == set()


def test_a_number_is_found_once_with_its_label() -> None:
    (found,) = in_text(said("Her UPN: H801200001001."), known())
    assert found.words == "UPN: H801200001001"
