"""How questions read: where their phrases stand, what of a phrase is left out, what of a capital is kept.

These rules cut across the kinds of question; what one kind asks is shown beside its extractor.
"""

from __future__ import annotations

import pytest

from tests.extractors.test_examples import asked

#: Kind, passage, every question that the kind gives of it.
CASES: dict[str, tuple[str, str, list[str]]] = {
    "the end of a long name is no short form of it": (
        "how_many",
        "The Democratic Republic of the Congo reported 12 cases in May.",
        ["How many cases did the Democratic Republic of the Congo report in May?"],
    ),
    "a plural of what happens is no name at the head of a sentence": (
        "how_many",
        "Wildfires in Chile killed 12 people.",
        ["How many people did wildfires in Chile kill?"],
    ),
    "a fronted time does not stand before who announced something": (
        "who",
        "On Monday morning, Director Anthony Fauci announced a trial of four drugs was stopped early.",
        ["Who announced that a trial of four drugs was stopped early?"],
    ),
    "a fronted time stands before a long phrase that it does not belong to": (
        "where",
        "On Tuesday an eleven-month-old boy was flown to Moscow for treatment of injuries including frostbite, "
        "leg fractures, and head trauma.",
        [
            "Where was an eleven-month-old boy flown on Tuesday for treatment of injuries including frostbite, "
            "leg fractures, and head trauma?"
        ],
    ),
    "a fronted time goes to the end of a short question": (
        "who",
        "On Monday, Anthony Fauci met George Harris in Berlin.",
        ["Who met George Harris in Berlin on Monday?", "Whom did Anthony Fauci meet in Berlin on Monday?"],
    ),
    "a preposition stays with its verb": (
        "what",
        "Over several decades, Julie Su cracked down on wage theft.",
        ["What did Julie Su crack down on over several decades?"],
    ),
    "a phrase in a coordination is not asked alone": (
        "which",
        "Doris Day began singing first on Cincinnati radio and then in clubs.",
        [],
    ),
    "what goes on with a phrase left behind is left out": (
        "which",
        "The National Weather Service is issuing advisories on Hurricane Leslie, located over the central "
        "subtropical Atlantic Ocean, and on Hurricane Milton, located over the southeastern Gulf of Mexico.",
        ["Which service is issuing advisories on Hurricane Leslie?"],
    ),
    "a subject loses what is put in between commas, and the word that singles it out": (
        "why",
        "Even the crew remaining inside, in their seats, had to wear the new suit to stay alive.",
        ["Why did the crew remaining inside have to wear the new suit?"],
    ),
    "a noun that begins the next clause is no part of the one before": (
        "which",
        "The Boeing airframe company is collaborating with NASA on human-crewable spacecraft and its Starliner "
        "craft is scheduled to undergo a flight test.",
        ["Which company is collaborating with NASA on human-crewable spacecraft?"],
    ),
    "a hyphenated surname gets its first name": (
        "how_long",
        "Rupert Wingfield-Hayes was detained on Friday. Wingfield-Hayes was interrogated for eight hours.",
        ["For how long was Rupert Wingfield-Hayes interrogated?"],
    ),
    "a title stays before the full name": (
        "when",
        "Judge Michael Clancy heard the case. The driver was sentenced by Judge Clancy on May 4, 2019.",
        ["When was the driver sentenced by Judge Michael Clancy?"],
    ),
    "letters of another language are known by the name before them": (
        "how_many",
        "The Federal Security Service (FSB) runs the site. The FSB employs 350 people there.",
        ["How many people does the Federal Security Service employ?"],
    ),
    "a name of one word is known by the longer one that ends in it": (
        "how_far",
        "Engineers are working on the Mars Chopper rotorcraft. In May, Chopper flew 3 kilometers.",
        ["How far did Mars Chopper fly in May?"],
    ),
    "the subject of the next clause is no member of a coordination": (
        "where",
        "The Bulls moved to Denver and the Oakland Hawks have a lease there.",
        ["Where did the Bulls move?"],
    ),
    "a clause without 'that' has its own subject": (
        "how_much",
        "Governor Ann Lee has promised each victim will receive a payment of 200 dollars.",
        ["What payment will each victim receive, according to Governor Ann Lee?"],
    ),
    "what explains the last of two names explains no other": (
        "role",
        "The mayor met Ann Lee and Tom Cole, the director of the National Theatre, on Monday.",
        ["What is Tom Cole's position?"],
    ),
    "what explains a name behind a comma is no object": (
        "where",
        "Space Shuttle Columbia lifted off from the Kennedy Space Center on STS-1, the first space shuttle mission.",
        ["Where did Space Shuttle Columbia lift off from?"],
    ),
    "'help' is no auxiliary": (
        "who",
        "Ann Lee helped cut the ceremonial red ribbon on Thursday.",
        ["Who helped cut the ceremonial red ribbon on Thursday?"],
    ),
    "three who act are one subject": (
        "when",
        "Jackson, Battle, and Washington robbed the bank on May 4, 2019.",
        ["When did Jackson, Battle, and Washington rob the bank?"],
    ),
    "'which' may stand for all that was said": (
        "why",
        "A study has revealed that many do not get enough iodine, which can lead to mental retardation.",
        [],
    ),
    "a time stays where it stands in the midst of an object": (
        "who",
        "Gavin Newsom sent a letter Friday asking lawmakers for support.",
        ["Who sent a letter Friday asking lawmakers for support?"],
    ),
    "a capital that a hyphen parts from a small word only begins the sentence": (
        "why",
        "Pan-democrat Gary Fan resigned due to a defeat.",
        ["Why did pan-democrat Gary Fan resign?"],
    ),
    "a word that is mostly written small is no name, though a name has it": (
        "why",
        "Iodine deficiency can lead to brain damage. The National Iodine Nutrition study is about iodine, and "
        "some salt has iodine, and so has iodine water.",
        ["What can lead to brain damage?"],
    ),
    "what 'with' tells beside the main verb happened too": (
        "how_many",
        "Hong Kong voted on Sunday, with Junius Ho defeating Ann Lee by around 5,000 votes.",
        ["By how many votes did Junius Ho defeat Ann Lee?"],
    ),
    "who is called a rapper is a person, and 'his' after the name": (
        "how_long",
        "Dissident rapper Toomaj Salehi was arrested. Salehi was sentenced to six years in prison, his lawyer said.",
        ["How many years in prison was Toomaj Salehi sentenced to, according to his lawyer?"],
    ),
    "nobody goes by the name of his birth": (
        "when",
        "Ginger Miller was born Peter Edward Miller in London. In 1943, his father was killed by a bomb.",
        [],
    ),
    "a preposition left behind stands with its verb": (
        "how_many",
        "Tom Cole pleaded not guilty on Tuesday to seven counts of negligent homicide.",
        ["How many counts of negligent homicide did Tom Cole plead not guilty to on Tuesday?"],
    ),
    "a list of names is no name that is explained": (
        "who",
        "The Turing Prize was shared by James Peebles, Tom Cole and Ann Lee.",
        ["Who shared the Turing Prize?"],
    ),
    "the last of several is not the one who did it": (
        "when",
        "In 1966, Ginger Baker, Jack Bruce and singer/guitarist Eric Clapton, who was known from the Yardbirds, formed Cream.",
        ["In which year did Ginger Baker, Jack Bruce and singer/guitarist Eric Clapton form Cream?"],
    ),
    "the main verb behind a clause between commas is no participle": (
        "when",
        "The Lindau City Museum reopened. The museum, which draws crowds, closed in March 2019 for repairs.",
        ["When did the museum close for repairs?"],
    ),
    "a place that only 'there' tells is missed": (
        "how_long",
        "Peter Kern runs the museum. Kern has worked there for 20 years.",
        [],
    ),
    "a firm of two names stands once": (
        "how_many",
        "Builders from the firm Weber & Sohn replaced 4,000 tiles of the roof.",
        ["How many tiles of the roof did builders from the firm Weber & Sohn replace?"],
    ),
    "a sentence may begin with a name": (
        "how_many",
        "Electronic Arts sold 9 games in Britain. They are electronic games.",
        ["How many games did Electronic Arts sell in Britain?"],
    ),
    "a name keeps what stands before its hyphen": (
        "who_said",
        'Professor Jean-Jacques Muyembe said, "From now on, we will no longer say that Ebola is incurable."',
        ["Who said, “From now on, we will no longer say that Ebola is incurable”?"],
    ),
    "nobody is said to speak of himself by another description": (
        "what_said",
        "The Labour Party's leader, Jeremy Corbyn announced he will publish the whole report.",
        ["What did Jeremy Corbyn announce he will publish?"],
    ),
    "a common noun loses the capital of the sentence's beginning": (
        "what",
        "Repairs related to the crash led to increased power demand.",
        ["What led to increased power demand?", "What did repairs related to the crash lead to?"],
    ),
    "a plural name of people gets its article": (
        "how_many",
        "The Scottish National Party gained 13 seats and Liberal Democrats lost 10.",
        [
            "How many seats did the Scottish National Party gain?",
            "How many seats did the Liberal Democrats lose?",
        ],
    ),
    "what a count was taken from stands behind the verb": (
        "how_many",
        "On Monday, rescuers recovered at least ten survivors from the debris.",
        ["How many survivors did rescuers recover from the debris on Monday?"],
    ),
    "a participle that tells at length what is counted is asked itself": (
        "how_many",
        "The Conservative Party surpassed the 326 seats needed for a majority in Parliament.",
        ["How many seats were needed for a majority in Parliament?"],
    ),
    "a purpose behind names put in stays with its verb": (
        "which",
        "NASA has selected two astronauts, Doug Hurley and Bob Behnken, for the first manned mission to Mars.",
        ["Which two astronauts has NASA selected for the first manned mission to Mars?"],
    ),
    "a verb that wants to be told what from or what for asks nothing without it": (
        "when",
        "Usman Khan, a terrorist, was released in 2018.",
        [],
    ),
    "the same verb asks where it is told": (
        "when",
        "Usman Khan, a terrorist, was released from prison in 2018.",
        ["In which year was Usman Khan released from prison?"],
    ),
    "a list of jobs before a name is left out": (
        "where",
        "US singer, actor, and animal rights advocate Doris Day died on Monday in Carmel Valley, California.",
        ["Where did Doris Day die?"],
    ),
    "a capital that says nothing is lowered in the midst of a sentence": (
        "what",
        "Ranchers can photograph the virtual fence boundaries quickly by using a phone App or computer.",
        ["What can ranchers photograph quickly by using a phone app or computer?"],
    ),
    "a quotation's first word is no name": (
        "what",
        'The air pressure rose. "Pressure destroys good rubber," mission control tells the astronauts.',
        ["What does pressure destroy, according to mission control?"],
    ),
    "a number of what is not said is not repeated": (
        "who",
        "Elon Musk wants thousands made for all the astronauts.",
        [],
    ),
    "a plural with a singular verb is a slip of the text": (
        "where",
        "Over 200 people has vanished in Brazil.",
        [],
    ),
    "who is to do it goes with the answer": (
        "what",
        "NASA relies on Russian spacecraft to carry living people.",
        ["What does NASA rely on?"],
    ),
    "the kind of a storm is part of its name": (
        "how_many",
        "When hurricane Ian hit Florida, it destroyed four houses.",
        ["How many houses did Hurricane Ian destroy?"],
    ),
    "what a length of time is part of stays": (
        "how_long",
        "Usman Khan was convicted of terrorism and served eight years of a sixteen-year sentence.",
        ["How many years of a sixteen-year sentence did Usman Khan serve?"],
    ),
    "a prefix torn off is joined again": (
        "when",
        "In December 2013, Mozilla announced funding for non- free games.",
        ["When did Mozilla announce funding for non-free games?"],
    ),
    "a bare 'thousands' counts the thing that the sentence before tells of": (
        "who",
        "The new mask can be made in a day. Anna Berg wants thousands made for hospitals in Norway.",
        ["Who wants thousands of new masks made for hospitals in Norway?"],
    ),
    "a bare 'thousands' after somebody is not asked": (
        "who",
        "The new mayor spoke on Monday. Anna Berg wants thousands made for hospitals in Norway.",
        [],
    ),
    "a list is no explanation": (
        "meaning",
        "She packed a hat, the coat that her mother had sewn and a scarf.",
        [],
    ),
    "a person without article or name is telegram style": (
        "what",
        "Pilot reports all systems in the cockpit to operate properly.",
        [],
    ),
}


@pytest.mark.parametrize(("kind", "passage", "prompts"), CASES.values(), ids=CASES)
def test_wording(kind: str, passage: str, prompts: list[str]) -> None:
    assert [prompt for prompt, _ in asked(kind, passage)] == prompts


def test_the_answer_keeps_a_hyphenated_name() -> None:
    passage = (
        'Professor Jean-Jacques Muyembe said, "From now on, we will no longer say that Ebola is incurable."'
    )
    assert asked("who_said", passage)[0][1] == "Jean-Jacques Muyembe"
