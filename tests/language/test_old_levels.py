"""Levels of the National Curriculum and P scales: what OLD003 finds among the many other levels."""

import pytest

from sendwizard.language import old
from tests.language import lines

FOUND = [
    "We track National Curriculum levels each term.",
    "Targets are set in national curriculum sub-levels.",
    "Children move on by two sub-levels a year.",
    "Reports give the NC level of your child.",
    "Most make two levels of progress in a key stage.",
    "She explained that level 2b is usual at seven.",
    "Level 4C is where many pupils leave us.",
    "Small steps are shown on the P scales.",
    "Some pupils work at P levels.",
    "We use P-scales for pupils with complex needs.",
    "Progress from P1 to P8 is shown on a chart.",
    "Progress is reported with National\nCurriculum levels.",
    "Each sub level is shown in the report.",
    "Reports show curriculum levels.",
    "Some pupils are working at P4.",
    "By then most students will have reached Level 5 in English and mathematics.",
    "They should be at Level 2 by the end of the year.",
    "Children move up two levels in each key stage.",
    "He is working at 2b in Year 6.",
    "A child working at a 3c may need help.",
    "Attainment is shown as a sub-level.",
    "Most pupils reach Level 4 by the end of Key Stage 2.",
    "A pupil who is working at Level 1 in Year 4 has help.",
    "Most children achieve Level 2 by the end of Year 2.",
    "Pupils should make two levels progress in the key stage.",
    "We expect two levels of progress.",
    "Some pupils are working at P6 in maths.",
    "Children working below P4 follow a sensory curriculum.",
    "Many children reach 3b in reading.",
    "Reports give your child’s curriculum level.",
    "Pupils are expected to reach Level 2B by the end of Year 2.",
    "Pupils at P5 and below have a sensory diet.",
    "The average child is at level 3 by the end of Year 4.",
    "We assess with P Scales and National Curriculum Levels.",
    "Children should make at least two sub-levels of progress each year.",
    "He moved from 2c to 3b.",
    "By Year 6, most children attain Level 4.",
]
LEFT = [
    "Sport is a level playing field.",
    "The two-level building has a lift.",
    "Students take A level courses.",
    "She holds a level 3 qualification in play.",
    "Noise levels are kept low.",
    "Year 2 pupils sit near the front.",
    "Pupils make good levels of progress.",
    "We no longer use National Curriculum levels.",
    "Some work below National Curriculum level.",
    "A child may be operating below national curriculum levels.",
    "Ours is an assessment system without levels, sub-levels or scores.",
    "Help is given at three levels.",
    "The National Curriculum is taught to all.",
    "The P scales were replaced by the engagement model.",
    "Top scales weigh up to ten kilos.",
    "Three of our assistants have Level 2 in childcare.",
    "She holds a Level 2 qualification in English.",
    "All cooks have Level 3 food hygiene.",
    "Students take BTEC Level 3 in sport.",
    "Pupils can take Level 1 Functional Skills in maths by the end of Year 11.",
    "Class 2b is working at tables by the window.",
    "The class in room P4 is working on plants.",
    "Work in P4 is about plants.",
    "Teachers ensure sub-levels of the building are reached by lift.",
    "Many of our assistants hold a Level 3 diploma.",
    "She is a Level 5 trained dyslexia teacher.",
    "Students can gain Level 1 or Level 2 in English and maths.",
    "Pupils may reach Level 2 in Makaton by the end of Year 6.",
    "Our mentor has reached Level 4 in counselling.",
    "Help is at three levels: Level 1 is for all pupils, Level 2 for some.",
    "Level 2 support is given in small groups in Key Stage 1.",
    "At Level 3 an outside expert joins us in Key Stage 2.",
    "Pupils in Year 6 take Level 2 Bikeability.",
    "The lift goes up two levels.",
    "We move up two levels by lift to the library.",
    "Class 2B is working at the top of the building.",
    "Pupils of 3A achieve a lot.",
    "Lessons begin with P1 at nine.",
    "P4 is our music lesson.",
    "The P5 group meets in the hall.",
    "Room P3 is quiet.",
    "We stopped using IEPs, P scales and sub-levels.",
    "We assess without levels.",
    "Pupils working at Level 2 of the graduated approach have a plan.",
    "We have three curriculum levels: pre-formal, semi-formal and formal.",
    "Students are taught at Level 3 in the sixth form.",
    "We work at three levels: whole school, group and child.",
    "Each level has its own targets.",
    "We celebrate when children move up a level in swimming.",
    "The Year 1 class and the Year 2 class share a ramp.",
    "P.E. is for all; see p4 of the policy.",
]


@pytest.mark.parametrize("line", FOUND)
def test_a_line_is_found(line: str) -> None:
    assert "OLD003" in lines.codes(old.in_text, line)


@pytest.mark.parametrize("line", LEFT)
def test_a_near_miss_is_left(line: str) -> None:
    assert "OLD003" not in lines.codes(old.in_text, line)
