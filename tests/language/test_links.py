import pytest

from sendwizard.language import link_rules, links
from tests.language.lines import codes, codes_in_all, known, said

FOUND: dict[str, tuple[str, ...]] = {
    "LINK001": (
        "Our policy is at htpp://www.larkfield.example/policy for all to read.",
        "See https//www.larkfield.example for more.",
        "See http:/www.larkfield.example/send",
        "See [the policy](https://https://larkfield.example/policy).",
        "See [the policy](http://http//larkfield.example/policy).",
        "Read [our policy](S:\\Shared\\Policies\\SEN policy.docx).",
        "It lies in file:///C:/policies/sen.pdf",
        "Staff find it on \\\\server\\shared\\policies",
        "Read [our policy](policies/sen-policy.pdf).",
        "Read [our policy](www.larkfield.example/policy).",
        "Read [our policy]().",
        "Read [our policy](https://larkfield.example/sen policy.pdf).",
        "Read [our policy](https://larkfield.example/policy.).",
        "Our site is www.larkfield for now.",
        "Our site is www,larkfield.example",
        "Our site is ww.larkfield.example",
        "Our site is https://www.larkfield.couk/send",
        "Our site is https://www.larkfield.gov.ul/send",
        "Our site is http://localhost:8080/policy",
        "Our site is http://intranet/policies",
        "Our site is http://192.168.0.4/policies",
        "Our site is https://staff.larkfield.local/policies",
        "Our site is https://www.example.com/policy",
        "Our site is https://larkfield..example/policy",
        "Our site is https:// www.larkfield.example",
        "Our site is www. larkfield.example/send",
        "Write to [the office](office@larkfield.example).",
        "Read it [on our drive](ftp://larkfield.example/policy).",
        "Our site is https;//www.larkfield.example",
        "Our site is https:\\\\www.larkfield.example",
    ),
    "LINK002": (
        "See http://www.larkfield.example/send",
        "See [our policy](http://www.larkfield.example/policy).",
        "(http://larkfield.example)",
        "Our site, http://larkfield.example, has it.",
        "HTTP://LARKFIELD.EXAMPLE/SEND",
        "**http://larkfield.example**",
        "- [Policy](http://larkfield.example/policy)",
        "See <http://larkfield.example/policy>.",
        "Ask at http://families.westmarch.example/advice?area=2",
        "“http://larkfield.example”",
    ),
    "LINK003": (
        "Our policy is [here](https://larkfield.example/policy).",
        "[Click here](https://larkfield.example/policy) for our policy.",
        "For the plan, see [this link](https://larkfield.example/plan).",
        "The plan: [link](https://larkfield.example/plan)",
        "[Read more](https://larkfield.example/plan)",
        "[**Here**](https://larkfield.example/plan) it is.",
        "[HERE.](https://larkfield.example/plan)",
        "[Find out more…](https://larkfield.example/plan)",
        "[“this page”](https://larkfield.example/plan)",
        "[click  here](https://larkfield.example/plan)",
        "[More info](https://larkfield.example/plan)",
        "[](https://larkfield.example/plan)",
        "Please click here for the SEN policy.",
        "To read our accessibility plan, click on this link.",
        "The whole plan is on the link below.",
        "Click below for a map of the site.",
    ),
    "LINK007": (
        "Write to senco@larkfield for help.",
        "Write to senco@@larkfield.example",
        "Write to senco@larkfield..example",
        "Write to www.senco@larkfield.example",
        "Write to senco@www.larkfield.example",
        "Write to office@larkfield.couk",
        "Write to jo.marsh@larkfield",
        "Write to [the SENCO](mailto:senco@larkfield).",
        "Write to senco@larkfield,example",
        "E-mail: office@example.com",
        "Write to senco.@larkfield.example",
        "Write to office@larkfield.shc.uk",
    ),
    "LINK008": (
        "Ring the office on 01632 9600.",
        "Ring 01632 9601011 and ask for the SENCO.",
        "Tel: 016329601",
        "Telephone 020 7946 012",
        "Phone 07700 90012 after four",
        "Call us: 0300 123 45",
        "Text 0770 0901 2345",
        "You can reach her on 01632 960 1011.",
        "Our helpline, 0800 123 45678, is free.",
        "Fax (01632) 9601012",
        "Tel. +44 1632 9601",
    ),
    "LINK009": tuple(
        f"{before}https://www.larkfield.example/information-for-parents/policies/{path}{after}"
        for before, path, after in (
            ("Read ", "send-policy-2026.pdf", " today."),
            ("See: ", "accessibility-plan", ""),
            ("(", "accessibility-plan", ")"),
            ("- ", "send?section=4&page=12", ""),
            ("It is at\n", "complaints-procedure", "\nand in the office."),
            ("**", "accessibility-plan", "**"),
            ("“", "accessibility-plan", "”."),
            ("a ", "accessibility-plan", ", b"),
            ("1. ", "equality-objectives", ""),
            ("", "admissions-2027", ""),
        )
    ),
    "LINK010": (
        "See [the plan](https://docs.google.com/document/d/1abc/edit?usp=sharing).",
        "See [the plan](https://docs.google.com/spreadsheets/d/1abc/edit).",
        "See [the plan](https://drive.google.com/file/d/1abc/view).",
        "See [the plan](https://larkfield.sharepoint.com/:w:/s/staff/abc).",
        "See [the plan](https://larkfield-my.sharepoint.com/personal/jo/doc.aspx).",
        "See [the plan](https://onedrive.live.com/edit?id=1).",
        "See [the plan](https://1drv.ms/w/abc).",
        "See [the plan](https://www.dropbox.com/s/abc/plan.pdf).",
        "The plan is at https://we.tl/t-abc",
        "The plan is at drive.google.com/file/d/1abc/view",
    ),
    "LINK011": (
        "http://www.northyorks.gov.uk/article/1/offer",
        "https://www.northyorks.gov.uk/article/1/offer",
        "www.northyorks.gov.uk/article/1/offer",
        "northyorks.gov.uk/article/1/offer",
        "See [the local offer](http://www.northyorks.gov.uk/article/1/offer).",
        "(http://www.northyorks.gov.uk/article/2)",
        "It is at http://www.northyorks.gov.uk/article/2?a=b.",
        "HTTP://WWW.NORTHYORKS.GOV.UK/article/2",
        "**www.northyorks.gov.uk/article/3**",
        "Local offer: http://m.northyorks.gov.uk/article/4",
    ),
}
LEFT: dict[str, tuple[str, ...]] = {
    "LINK001": (
        "An address that begins with http or https is a web address.",
        "It begins with https:// as all do.",
        "Here you can find our policies.",
        "See https://www.larkfield.example/send.",
        "See [the policy](https://www.larkfield.example/policy_(2026).pdf).",
        'See [the policy](https://www.larkfield.example/policy "Our policy").',
        "Write to [the office](mailto:office@larkfield.example).",
        "Ring [the office](tel:01632960101).",
        "Ask your child's teacher and/or the SENCO, e.g. at 3.30pm.",
        "Our times: 8:45 to 3:15. Ratio 1:4/1:6. Tel:/Fax: 01632 960101",
        "See www.gov.uk/send and leeds.gov.uk, or larkfield.example.",
        "See https://web.archive.example/2020/https://larkfield.example",
        "We call this [a circle](of friends) in class.",
        "Wave 1//2 and n/a//none",
        "See [the law](https://www.legislation.gov.uk/uksi/2014/1530/schedule/1).",
        "See https://larkfield.example/a,b;c?x=1&y=http://other.example",
        "Larkfield C.E. Primary. Our SENCO, Mrs. Oduya, is in.",
        "The www is full of advice.",
        "See “https://www.larkfield.example/send”!",
        "(see https://www.larkfield.example/a_(b))",
    ),
    "LINK002": (
        "It begins with http or https.",
        "See https://www.larkfield.example",
        "See www.larkfield.example",
        "We say http:// less often now.",
        "Write to [the office](mailto:office@larkfield.example).",
        "See [the policy](https://larkfield.example/policy).",
        "See https://larkfield.example/go?to=http://other.example",
        "HTTP is how pages travel.",
        "See leeds.gov.uk/localoffer",
        "See (https://larkfield.example).",
    ),
    "LINK003": (
        "Here you can find our policies.",
        "You can find more here and in the office.",
        "[Here is our SEN policy](https://larkfield.example/policy).",
        "[Read more about reading](https://larkfield.example/reading)",
        "[Link club](https://larkfield.example/link)",
        "We are here for you. More is on our website.",
        "[SEN policy](https://larkfield.example/here)",
        "Click here: https://larkfield.example/policy",
        "Please click here for [our SEN policy](https://larkfield.example/policy).",
        "Children click their fingers when they hear it.",
        "The link below the picture is read aloud.",
        "The plan is on the link below: https://larkfield.example/plan",
        "This link between home and school matters.",
        "[Council’s local offer](https://westmarch.example/offer)",
    ),
    "LINK007": (
        "Write to senco@larkfield.example.",
        "Write to [the SENCO](mailto:senco@larkfield.example?subject=Help).",
        "Write to office@larkfield.example/senco@larkfield.example",
        "Follow @larkfield for news.",
        "The Autism@Larkfield club meets on Mondays.",
        "Tickets are 3 @ £2.",
        "Use learning@home each night.",
        "See https://maps.example/@54.1,-1.2",
        "Write to (office@larkfield.example), please.",
        "Mail: mary.o'neill@larkfield.example’s inbox",
        "Our parents’ group is larkfieldparents@gmail.com.",
        "Write to <office@larkfield.example>; or ring.",
    ),
    "LINK008": (
        "Ring 01632 960101 ext 21.",
        "Ring 01632 960101 5 days a week.",
        "Ring 0161 496 0123 or 0161 496 0124.",
        "Ring 01632 960101 01632 960102.",
        "Ring 111, 999 or 0800 1111.",
        "Ring Childline on 0800 11 11 or Samaritans on 116 123.",
        "Ring 0800 123 456.",
        "Ring 01234 567890 (option 2).",
        "Textphone: 18001 01632 960101",
        "On 01 09 2025 we began.",
        "We are open from 0830 to 1530, and the club to 0600 1730.",
        "Company number 07654321, charity no. 0123 456 7.",
        "Aged 0 to 25; 0.25 of a day; 01/09/2026.",
        "Tel +44 (0)1632 960101",
        "Our DfE number is 0123 4567 8.",
        "Telephone (01632) 960101 / 960102",
        "Text 07700 900123 before 0900.",
    ),
    "LINK009": (
        "See https://www.larkfield.example/policies/send",
        "See [our policy](https://www.larkfield.example/information-for-parents/policies/send.pdf)",
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten.Verein",
        "a" * 80,
        "www.larkfield.example",
        "-" * 90,
        "Very/long/lists/of/words/with/slashes/between/them/are/no/address/at/all/here",
        "https://www.larkfield.example/" + "a" * 30,
        "mailto:someone.with.a.very.long.name.indeed.and.more@larkfield-and-west.example",
        "_" * 100,
    ),
    "LINK010": (
        "See [the form](https://docs.google.com/forms/d/e/1abc/viewform).",
        "See [the plan](https://docs.google.com/document/d/e/1abc/pub).",
        "We share documents on Google Drive and Dropbox.",
        "See [the plan](https://larkfield.example/sharepoint.com).",
        "We use SharePoint in school.",
        "See [the film](https://www.youtube.com/watch?v=1).",
        "See [Google’s page](https://www.google.com/accessibility).",
        "See [the slides](https://docs.google.com/presentation/d/e/1abc/embed).",
        "See [boxes](https://www.inbox.com.example/a).",
        "See https://sites.google.com/larkfield.example/home",
    ),
    "LINK011": (
        "https://northyorks.gov.uk/children-and-families/send-local-offer",
        "https://www.northyorks.gov.uk",
        "https://www.larkfield.example/article/23",
        "The article on our website",
        "https://www.gov.uk/article/23",
        "https://notnorthyorks.gov.uk/article/2",
        "See northyorks.gov.uk for more.",
        "https://larkfield.example/?from=northyorks.gov.uk/article/1",
        "northyorks gov uk/article/1",
        "[article](https://westmarch.example/article/northyorks.gov.uk)",
    ),
}


def cases(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(code, line) for code, lines in table.items() for line in lines]


@pytest.mark.parametrize(("code", "line"), cases(FOUND))
def test_a_slip_is_found(code: str, line: str) -> None:
    assert code in codes(links.in_text, line)


@pytest.mark.parametrize(("code", "line"), cases(LEFT))
def test_what_looks_like_one_is_left_alone(code: str, line: str) -> None:
    assert code not in codes(links.in_text, line)


@pytest.mark.parametrize("code", FOUND)
def test_each_table_has_ten_lines_and_ten_near_misses(code: str) -> None:
    assert len(FOUND[code]) >= 10
    assert len(LEFT[code]) >= 10


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("See htpp://larkfield.example/a now", "https://larkfield.example/a"),
        ("See http//larkfield.example/a now", "http://larkfield.example/a"),
        ("[a b](https://http://larkfield.example/a)", "https://larkfield.example/a"),
        ("[a b](larkfield.example/a)", "https://larkfield.example/a"),
        ("[a b](https://larkfield.example/a.)", "https://larkfield.example/a"),
        ("See https:// larkfield.example/a now", "https://larkfield.example/a"),
        ("[a b](office@larkfield.example)", "mailto:office@larkfield.example"),
    ],
)
def test_where_it_is_plain_what_was_meant_that_is_said(written: str, meant: str) -> None:
    (found,) = (f for f in links.in_text(said(written), known()) if f.rule.code == "LINK001")
    assert found.suggestion == f"Write {meant}"


@pytest.mark.parametrize(
    ("question", "cell", "code"),
    [
        ("local-offer", "https://www.westmarch.couk/offer", "LINK001"),
        ("inclusion-strategy", "see our website", "LINK001"),
        ("inclusion-strategy", "http://larkfield.example/plan", "LINK002"),
        ("inclusion-strategy", "https://1drv.ms/w/abc", "LINK010"),
    ],
)
def test_an_answer_that_is_an_address_is_read_too(question: str, cell: str, code: str) -> None:
    assert codes(links.in_text, cell, question) == {code}


CELLS_FOUND: dict[str, tuple[str, ...]] = {
    "LINK007": (
        *("senco@larkfield", "senco", "senco@", "@larkfield.example", "senco larkfield.example"),
        *("senco@larkfield,example", "senco@lark field.example", "senco@@larkfield.example"),
        *("senco@larkfield.ogr", "www.senco@larkfield.example", "senco@example.com"),
    ),
    "LINK008": (
        *("01632 9601", "01632 9601011", "960101", "see website", "0163296", "07700 90012"),
        *("+44 1632 9601", "ask the office", "020 7946 01", "0300 123", "1"),
    ),
    "LINK012": (
        *("larkfieldsenco@gmail.com", "jo.marsh@hotmail.com", "jo@hotmail.co.uk", "jo@yahoo.com"),
        *("jo@yahoo.co.uk", "jo@outlook.com", "jo@icloud.com", "jo@btinternet.com", "jo@aol.com"),
        *("JO@GMAIL.COM", "jo@googlemail.com"),
    ),
}
CELLS_LEFT: dict[str, tuple[str, ...]] = {
    "LINK007": (
        *("senco@larkfield.example", "SENCO@Larkfield.example", "j.o'neill@larkfield.example"),
        *("a+b@larkfield.example", "office@mail.larkfield.example", "senco@3larks.sch.uk"),
        *("x@larkfield.school", "jo@gmail.com", "office_2@larkfield.example", "a-b@c-d.example"),
    ),
    "LINK008": (
        *("01632 960101", "01632 960101 ext 21", "0161 496 0123", "01234 567890 (option 2)"),
        *("111", "999", "0800 1111", "0800 123 456", "18001 01632 960101", "+44 1632 960101"),
        *("01632 960101 or 07700 900123", "(01632) 960101", "01632960101 term time only"),
    ),
    "LINK012": (
        *("senco@larkfield.example", "jo@larkfield.sch.uk", "jo@gmail.larkfield.example"),
        *("gmail@larkfield.example", "jo@notgmail.com", "jo@live.larkfield.example"),
        *("jo@hotmail.larkfield.example", "yahoo@larkfield.example", "jo@outlook.sch.uk"),
        *("jo@larkfield.net",),
    ),
}


def cell_codes(cell: str, code: str) -> set[str]:
    column = "phone" if code == "LINK008" else "email"
    one = known(senco=({"name": "Jo Marsh", column: cell},))
    return {f.rule.code for text in one.texts_at("senco") for f in links.in_text(text, one)}


@pytest.mark.parametrize(("code", "cell"), cases(CELLS_FOUND))
def test_a_contact_that_cannot_be_one_is_found(code: str, cell: str) -> None:
    assert code in cell_codes(cell, code)


@pytest.mark.parametrize(("code", "cell"), cases(CELLS_LEFT))
def test_a_contact_that_may_be_one_is_left_alone(code: str, cell: str) -> None:
    assert code not in cell_codes(cell, code)


def test_a_personal_mailbox_of_another_service_is_left_alone() -> None:
    one = known(sendiass=({"name": "Help", "email": "help.westmarch@gmail.com"},))
    assert [f for text in one.texts for f in links.in_text(text, one)] == []


def test_each_rule_says_what_it_means() -> None:
    for rule in links.RULES:
        assert rule.explanation.count(". ") in range(1, 5)
        assert not rule.title.endswith(".")
    assert len({rule.code for rule in links.RULES}) == len(links.RULES)


def test_only_what_is_left_to_be_written_is_missing() -> None:
    assert link_rules.MISSING.code not in codes_in_all(links.in_all)
