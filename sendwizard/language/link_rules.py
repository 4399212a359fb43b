"""What each code of the rules on links, e-mail addresses and phone numbers means."""

from sendwizard.core.findings import Rule, Severity

NO_ADDRESS = Rule(
    "LINK001",
    Severity.WARN,
    "A web address that cannot be right",
    "Something in the address is wrong, such as a slip at its beginning, a space, a dot left out, "
    "or a full stop at its end; or it leads to a drive or a page inside the school’s own network. "
    "Families who follow it arrive nowhere. Open the page in a browser and copy its address from "
    "there.",
)
NOT_SECURE = Rule(
    "LINK002",
    Severity.TIP,
    "An address with http rather than https",
    "Nearly every website now has an address that begins with https, which nobody on the way can "
    "read or change. Browsers warn people about the old kind. Try the address with https, and "
    "write it so if the page opens.",
)
EMPTY_WORDS = Rule(
    "LINK003",
    Severity.WARN,
    "A link that does not say where it leads",
    "A screen reader can read the links of a page one after the other, and “here” then says "
    "nothing; nor does it on paper. Let the words of the link name what is behind it, such as the "
    "name of the policy. “Click here” with no link behind it was often left when text was copied "
    "from a web page.",
)
OTHER_OFFER = Rule(
    "LINK004",
    Severity.WARN,
    "The local offer of another council",
    "The law asks where the local offer of the school’s own authority can be found. This one is "
    "another council’s, as far as your other answers tell, which happens when a report is copied "
    "from a neighbour. Open your own council’s local offer and copy its address. Where it is meant "
    "for families who live elsewhere, say so.",
)
OTHER_ADVICE = Rule(
    "LINK005",
    Severity.WARN,
    "The advice service of another council",
    "Each council area has its own SENDIASS, or shares one. Families are sent away if the report "
    "names another area’s. Take the name and the details from the service’s own website; if it "
    "does serve your area too, set this aside and say so.",
)
MISSING = Rule(
    "LINK006",
    Severity.WARN,
    "A contact with no way to reach it",
    "The law asks where the local offer is published, and for contact details of the services "
    "that support parents. Without an address, a number or a website a family cannot get there. "
    "Add what is missing.",
)
NO_EMAIL = Rule(
    "LINK007",
    Severity.WARN,
    "An e-mail address that cannot be right",
    "An address is a name, one @ and a domain with a dot, without spaces: "
    "office@school.example. With a slip in it, every message comes back. Send one message to the "
    "address to be sure of it.",
)
NO_PHONE = Rule(
    "LINK008",
    Severity.WARN,
    "A phone number that cannot be right",
    "A number in the UK has 11 figures with its area code, and a few have 10. This one has too "
    "few or too many. Ring it once, and write it as it works.",
)
LONG_ADDRESS = Rule(
    "LINK009",
    Severity.TIP,
    "A long address among the words",
    "A screen reader spells a long address out, and nobody can copy it from paper. Make it a "
    "link with words, such as [our SEN policy](https://www.school.example/policy).",
)
PRIVATE_DRIVE = Rule(
    "LINK010",
    Severity.TIP,
    "A document that may not open for everybody",
    "It lies on a drive where often only the people invited can open it, or only for some days. "
    "Try the link in a private window, where you are not signed in. Better still, put the "
    "document on the school’s website.",
)
GONE = Rule(
    "LINK011",
    Severity.WARN,
    "An address of an older website",
    "The website had addresses of this kind once and has been built anew since. Old addresses "
    "seldom lead to the right page. Open the site, find the page and copy the address that it "
    "has today.",
)
PERSONAL_MAIL = Rule(
    "LINK012",
    Severity.TIP,
    "A personal mailbox for the school’s own contact",
    "This provider’s addresses are those of a person, not of a school. Parents will write about "
    "their children there, and when the person leaves, their messages go with them. An address "
    "of the school’s own is safer.",
)

TEXT_RULES = (
    *(NO_ADDRESS, NOT_SECURE, EMPTY_WORDS, OTHER_OFFER, OTHER_ADVICE, MISSING),
    *(NO_EMAIL, NO_PHONE, LONG_ADDRESS, PRIVATE_DRIVE, GONE, PERSONAL_MAIL),
)

# -- of `check --links` ------------------------------------------------------------------

DEAD = Rule(
    "LINK101",
    Severity.WARN,
    "A dead link",
    "The page is no longer there, its site does not exist, or it does not answer. Families who "
    "follow the link find nothing. Find out where the page is now and copy its address, or take "
    "the link out.",
    by_word=True,
)
NOT_TRIED = Rule(
    "LINK102",
    Severity.TIP,
    "A link that a program could not try",
    "Some sites open for people and not for programs, or only for those who have signed in, and "
    "some are too busy at times. This says nothing about whether the page is there. Open it "
    "yourself in a private window of your browser.",
    by_word=True,
)
NO_ANSWER = Rule(
    "LINK103",
    Severity.TIP,
    "A site that gave no proper answer",
    "The site took too long, or something is wrong with it today. That may pass. Check again "
    "another day, and look for the page elsewhere if it stays so.",
    by_word=True,
)
CERTIFICATE = Rule(
    "LINK104",
    Severity.WARN,
    "A site whose certificate is not in order",
    "Browsers stop people with a large warning before they let them on to such a site. Tell those "
    "who run it. If it is the school’s own, tell IT support. If the clock of this computer is "
    "wrong, set it and check again.",
    by_word=True,
)
MOVED = Rule(
    "LINK105",
    Severity.TIP,
    "A page that has moved for good",
    "The old address still leads to the page, but sites do not do that for ever. Open the new "
    "address, see that it is the right page, and write it in place of the old one.",
    by_word=True,
)
FRONT_PAGE = Rule(
    "LINK106",
    Severity.TIP,
    "A link that ends at a front page",
    "The site sends visitors from this address to its front page. That is what many do when a "
    "page is gone. Open it, look for the page and copy its address.",
    by_word=True,
)
OFFLINE = Rule(
    "LINK107",
    Severity.TIP,
    "Nothing could be tried from this computer",
    "Not one address could be reached safely. Either this computer has no connection, or it "
    "reaches the web through the school’s own proxy or filter. Check again on "
    "another computer, or open the links yourself.",
    by_word=True,
)
