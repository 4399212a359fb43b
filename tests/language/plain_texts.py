"""Answers as schools write them, hard and fairly hard to read; all are made up."""

HARD_ANSWERS = {
    "of process": (
        "Provision is determined in accordance with individual requirements and is subject to "
        "continuous evaluation by appropriately qualified professionals. The effectiveness of "
        "each intervention is established through systematic analysis of assessment information, "
        "and modifications are implemented where expectations have not been realised."
    ),
    "of admission": (
        "The identification of additional requirements commences prior to admission, when "
        "information is obtained from the previous setting and, where appropriate, from external "
        "agencies that have had involvement with the family. Thereafter, standardised "
        "assessments are administered in order to establish a comprehensive profile of "
        "attainment."
    ),
    "a list of sentences": (
        "- Differentiated resources facilitate independent participation in every lesson.\n"
        "- Technological adaptations accommodate individual preferences and capabilities.\n"
        "- Environmental modifications minimise unnecessary distraction and over-stimulation.\n"
        "- Collaborative activities encourage communication and co-operation.\n"
        "- Continuous observation informs subsequent adaptation of the curriculum.\n"
        "- Motivational certificates acknowledge individual achievement."
    ),
    "a table of sentences": (
        "| Area | What happens |\n"
        "| --- | --- |\n"
        "| Lessons | Individualised methodologies are incorporated into everyday planning. |\n"
        "| Evidence | Systematic observation supplements quantitative assessment information. |\n"
        "| Families | Regular consultation facilitates collaborative decision-making. |\n"
        "| Staff | Professional development opportunities are identified annually. |\n"
        "| Review | Effectiveness is evaluated by comparing attainment with expectations. |"
    ),
    "one breath": (
        "When we meet you in the first week of the term we will go through all that was said at "
        "the last meeting and all that the class teacher has seen since then and then we will "
        "ask you what you have seen at home and what your child has said to you about how the "
        "lessons go and what they would like us to try next so that we can put all of it in the "
        "plan."
    ),
    "of money": (
        "The school allocates its resources according to the severity of individual "
        "difficulties. Additional funding may be available from the council where a pupil "
        "requires considerable support, although applications have to demonstrate that "
        "alternative strategies have been unsuccessful over a period of at least two terms."
    ),
    "of behaviour": (
        "## Behaviour\n"
        "\n"
        "Challenging behaviour is conceptualised as communicative, and its antecedents are "
        "systematically investigated. Proactive strategies are prioritised over reactive "
        "consequences. Individual behaviour management programmes incorporate environmental "
        "modification, anticipatory guidance and restorative conversation."
    ),
    "of moving on": (
        "Transitional arrangements are individualised according to the anticipated vulnerability "
        "of the student concerned. Enhanced induction opportunities are negotiated with the "
        "receiving establishment, incorporating additional familiarisation visits and "
        "photographic materials, and relevant documentation is communicated to the appropriate "
        "personnel."
    ),
    "of staff, quoted": (
        "> All members of staff have access to a comprehensive programme of professional "
        "development. New teachers receive an induction which includes a session on inclusion, "
        "and assistants are encouraged to obtain a recognised qualification. Visiting "
        "specialists contribute to this programme whenever opportunities arise."
    ),
    "of wellbeing, with a number to ring": (
        "Emotional difficulties may necessitate personalised therapeutic intervention. "
        "Appropriate provision is negotiated sensitively with individuals and their families, "
        "and confidentiality is maintained unless safeguarding considerations predominate. "
        "Psychological supervision is available to practitioners.\n"
        "\n"
        "Mrs Oakes, 01632 960000, senco@school.example"
    ),
    "in capitals": (
        "PARTICIPATION IN EXTRA-CURRICULAR ACTIVITIES IS ACTIVELY ENCOURAGED. INDIVIDUAL RISK "
        "ASSESSMENTS ARE UNDERTAKEN PRIOR TO RESIDENTIAL VISITS, AND ADDITIONAL SUPERVISION IS "
        "ARRANGED WHERE NECESSARY. FINANCIAL CONSIDERATIONS SHOULD NEVER CONSTITUTE AN "
        "IMPEDIMENT TO THE INVOLVEMENT OF ANY INDIVIDUAL."
    ),
    "short": (
        "Pedagogical considerations necessitate comprehensive differentiation of instructional "
        "methodologies. Individualised interventions facilitate participation and incorporate "
        "multi-disciplinary recommendations wherever appropriate."
    ),
}
"""Reading ease below 50; below 30 in the short one."""

FAIRLY_HARD = {
    "agreeing": (
        "Teachers notice when children need more help, and they discuss it with families before "
        "anything is decided. We usually agree a simple programme of lessons together, and the "
        "teacher explains every detail of it. Parents receive a copy within the week and can ask "
        "questions."
    ),
    "trips": (
        "Every pupil is invited on every visit, and nobody is left behind because of a "
        "disability. The leader of the visit looks at the place beforehand and considers what "
        "might be difficult. Families are asked for their opinion, and a suitable seat or an "
        "additional adult is organised."
    ),
    "medicine": (
        "Medicines are kept in a locked cupboard in the office and are given by members of staff "
        "who have had training. Parents complete a form that explains the dose and the time. "
        "Anything unusual is recorded immediately, and the family receives a telephone call from "
        "a member of the medical team."
    ),
    "bullying": (
        "Any report of bullying is investigated within two days by the deputy headteacher. "
        "Pupils who find it difficult to explain what happened can use pictures or write it "
        "down. Both families are contacted, and the situation is monitored for at least half a "
        "term afterwards."
    ),
    "list": (
        "- Coloured paper and thick pencils are available in every classroom.\n"
        "- Each instruction is repeated and written on the board.\n"
        "- Hard words are explained before the lesson begins.\n"
        "- Laptops can be borrowed for longer pieces of writing.\n"
        "- Regular breaks are part of everybody's timetable."
    ),
    "heading": (
        "## Checking progress\n"
        "\n"
        "Each half term the teacher compares what a pupil can do with the targets on the plan. "
        "Evidence is collected from ordinary lessons and not only from examinations. Families "
        "receive a short written summary, and there is an opportunity to discuss it at a meeting."
    ),
    "quote": (
        "> Reading is assessed three times a year, and the results are discussed with the "
        "family. Pupils who are making little progress have an additional lesson every day with "
        "an experienced assistant. The programme lasts for a term, and afterwards we decide "
        "together whether it should continue."
    ),
    "money": (
        "The school receives money for special needs as part of its annual budget. The governors "
        "decide how it is divided between staff, equipment and training. If a pupil needs "
        "considerably more than this, we can apply to the council for additional funding, and we "
        "will always explain the result."
    ),
    "clubs": (
        "A variety of clubs is available before school, at lunch and in the afternoon. The "
        "person who leads a club is told what a pupil may find difficult, and simple changes are "
        "organised. Transport can usually be arranged, and there is no charge for families who "
        "are receiving certain benefits."
    ),
    "staff": (
        "All teachers have had training in autism during the last two years. Assistants have a "
        "regular meeting with the speech therapist, who demonstrates new activities and answers "
        "questions. One member of staff has a qualification in dyslexia, and another is trained "
        "to teach pupils who cannot see well."
    ),
    "complaint": (
        "Please talk to the class teacher first, because most difficulties can be resolved "
        "quickly. If you are still unhappy, arrange an appointment with the headteacher, who "
        "will investigate and write to you within ten days. After that you may complain formally "
        "to the governors, who will organise an independent committee."
    ),
    "figures": (
        "In 2025-26 there were 24 pupils on the register, and 19 of them reached their "
        "individual targets. We noticed that the spelling programme was not making a difference, "
        "and another was introduced in January 2026. Attendance at the reading club improved "
        "after the time was altered."
    ),
}
"""Reading ease from 50 to 60."""

EASY = "We help each child to read. We sit with them and look at the words."
MIDDLING = (
    "Teachers notice when children need more help, and they discuss it with families before "
    "anything is decided. We usually agree a simple programme of lessons together, and the teacher "
    "explains every detail of it. Parents receive a copy within the week and can ask questions."
)
HARD = (
    "Individualised programmes facilitate considerable improvements in organisational capability. "
    "Comprehensive evaluation of participation necessitates collaborative professional activity. "
    "Appropriate methodologies incorporate systematic consideration of environmental implications. "
    "Responsibility for coordination of universal activities remains predominantly managerial. "
    "Continuous observation determines subsequent modification of individual activities."
)
LONG = (
    "When your child comes to us in the first week of the term we will look at all of the work "
    "that they did in the class that they were in before and at what they say"
)
"""Thirty-five words or so, without an end."""


def lengthened(text: str, times: int) -> str:
    """The same several times over."""
    return "\n\n".join([text] * times)
