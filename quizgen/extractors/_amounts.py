"""Quantities in their clause: which part of the verb they are, and how one asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from quizgen.extractors._asking import question, subject_question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import (
    SUBJECTS,
    Phrase,
    Same,
    Unclear,
    is_relative_time,
    noun_phrase,
    tokens_of,
)
from quizgen.extractors._quantities import Quantity, quantities
from quizgen.extractors._wording import POINTING, wording
from quizgen.model import Sentence

Role = Literal["subject", "object", "complement", "prepositional", "adverbial", "inner"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as a part of a clause.

    Attributes:
        token: the noun counted, or the unit.
        role: what it is to the verb; "inner" for one inside another phrase.
        prep: the preposition it stands behind.
        part: the part of the clause that holds it.
    """

    quantity: Quantity
    clause: Clause
    token: Token
    role: Role
    prep: Token | None = None
    part: Token | None = None

    @property
    def span(self) -> Span:
        """The quantity's own words, with hedge and unit."""
        return self.clause.doc[self.quantity.start : self.quantity.end]

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""
        return self.clause.sentence


def amounts(sentence: Sentence, *dimensions: str) -> list[Amount]:
    """The quantities of these dimensions that are part of a clause."""
    return [a for a in _amounts(Same(sentence)) if a.quantity.dimension in dimensions]


def measured(sentence: Sentence) -> list[Quantity]:
    """All quantities of a sentence."""
    return _quantities(Same(sentence))


#: Words behind a counted noun, at most, that a question may carry before its verb.
CARRIED = 4
#: So many at most are spoken of as known ("the two islands").
FEW = 3


@lru_cache(maxsize=4)
def _quantities(key: Same) -> list[Quantity]:
    if not any(
        t.like_num
        or t.text[-1].isdigit()
        or t.text in "$£€%"
        or t.pos_ == "NUM"
        or t.lower_ in {"half", "dozens", "thousands", "hundreds", "millions", "a", "an"}
        for t in tokens_of(key.sentence)
    ):
        return []
    return quantities(key.sentence.span)


@lru_cache(maxsize=4)
def _amounts(key: Same) -> list[Amount]:
    sentence = key.sentence
    found: list[Amount] = []
    for quantity in _quantities(key):
        doc = sentence.span.doc
        token = (
            doc[quantity.noun]
            if quantity.dimension == "count" and quantity.noun is not None
            else doc[quantity.core_end - 1]
        )
        if quantity.dimension == "money":
            # "$9.9 million": the parse hangs the symbol or the number, whichever it likes.
            token = max(
                doc[quantity.core_start : quantity.core_end],
                key=lambda t: (t.head.i < quantity.start or t.head.i >= quantity.end, t.i),
            )
        elif quantity.dimension != "count":
            inside = [
                t
                for t in doc[quantity.core_start : quantity.core_end]
                if t.head.i < quantity.start or t.head.i >= quantity.end
            ]
            token = inside[-1] if inside else token
            if quantity.dimension == "age" and token.head.lemma_ == "age" and token.dep_ == "nummod":
                token = token.head  # "at age nine"
        if (
            quantity.dimension == "count"
            and quantity.noun is not None
            and token.dep_ == "pobj"
            and token.head.lower_ == "of"
            and quantity.start <= token.head.head.i < quantity.end
        ):
            token = token.head.head  # "two of the victims": the number stands for them
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "total":
            token = token.head.head  # "a total of 39 people"
        read = [
            (steps, clause.shape == "relative", place, amount)
            for place, clause in enumerate(clauses(sentence))
            for steps, amount in _role(clause, quantity, token)
        ]
        if read:
            found.append(min(read, key=lambda found: found[:3])[3])  # the nearest verb says what it is
    return found


def _role(clause: Clause, quantity: Quantity, token: Token) -> Iterator[tuple[int, Amount]]:
    """What a quantity is to a clause, with the steps from its noun up to the verb; nothing if it is not in it."""
    if token.i == clause.subject.i:
        # a noun may be the object of one verb and the subject of a clause that hangs on it
        near = -1 if all_of_them(clause, token) else 0 if clause.subject.dep_ in SUBJECTS else 9
        yield near, Amount(quantity, clause, token, "subject")
        return
    heads = {p.i: p for p in clause.everything()}
    prep: Token | None = None
    here = token
    for steps in range(5):
        if here.i in heads:
            part = heads[here.i]
            role: Role
            if prep is not None and clause.astray(prep) and part.i == prep.i:
                return
            if prep is not None:
                role = "prepositional" if part.i == prep.i or _detached(prep, part) else "inner"
            elif here.i != token.i:
                role = "inner"
            else:
                role = _OF_DEPENDENCY.get(part.dep_, "inner")
            yield steps, Amount(quantity, clause, token, role, prep, part)
            return
        if here.dep_ == "pobj" and prep is None and here.i == token.i:
            prep = here.head
        elif here.dep_ not in _INSIDE:
            return
        here = here.head


def all_of_them(clause: Clause, noun: Token) -> bool:
    """Whether a participle tells at length which things are counted, and the number is of all of them.

    "The party passed the 326 seats needed for a majority in Parliament" is asked by "How many seats were needed ...?".
    """
    return (
        clause.shape == "participle"
        and clause.passive
        and clause.verb.dep_ == "acl"
        and clause.doc[clause.verb.left_edge.i - 1].i == noun.i
        and any(c.dep_ == "det" and c.lower_ == "the" for c in noun.lefts)
        and len(list(clause.verb.subtree)) > CARRIED
    )


_OF_DEPENDENCY: dict[str, Role] = {
    "dobj": "object",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
    "npadvmod": "adverbial",
    "advmod": "adverbial",
}
_INSIDE = frozenset("prep pobj nummod npadvmod quantmod nmod advmod amod compound".split())


def _detached(prep: Token, part: Token) -> bool:
    """A phrase of time that the parse hangs on the object may as well belong to the verb ("began its descent after 19 seconds")."""
    return (
        prep.head.i == part.i
        and part.dep_ == "dobj"
        and prep.lower_ in {"after", "for", "within", "over", "by"}
        and any(t.ent_type_ in {"TIME", "DATE", "PERCENT"} for t in prep.subtree)
    )


def counted(amount: Amount) -> Phrase:
    """What is counted, without its number and determiner ("crew members" of "all four crew members").

    Raises:
        Unclear: the noun points elsewhere, or is not there.
    """
    quantity, noun, doc = amount.quantity, amount.token, amount.clause.doc
    if quantity.noun is not None and noun.i != quantity.noun:
        whole = doc[quantity.noun]
        if doc[quantity.end].lower_ != "of":  # "a quarter of a million people", "a total of 39 people"
            return wording(
                [t for t in noun_phrase(whole) if t.i >= quantity.end],
                amount.sentence,
                owner=amount.clause.subject,
            )
        if whole.head.i not in {quantity.end - 1, quantity.end}:
            raise Unclear("the number is part of another one")
        return wording(_with_of(whole), amount.sentence, owner=amount.clause.subject)
    ends = [c.left_edge.i for c in noun.children if c.dep_ in {"conj", "cc"} and c.i > noun.i]
    if all_of_them(amount.clause, noun):
        ends.append(amount.clause.verb.left_edge.i)
    if amount.role == "object" or leaves_behind(amount):
        ends += [t.left_edge.i for t in moved(noun)]
    stop = min(ends, default=noun.right_edge.i + 1)
    # "two instruments, X and Y": what follows a comma tells which
    stop = min([stop, *(t.i for t in doc[noun.i : stop] if t.text in {",", ":", ";", "#"})])
    tokens = [
        t
        for t in noun_phrase(noun)
        if t.i < stop and (t.i == noun.i or t.i >= quantity.end or t.i < quantity.start)
    ]
    before = [t for t in tokens if t.i < quantity.start]
    if any(t.tag_ == "PRP$" and t.head.i == noun.i for t in tokens):
        raise Unclear("whose they are is not said")
    few = max(quantity.values, default=9) <= FEW
    if few and amount.prep is not None and any(t.lower_ == "the" and t.head.i == noun.i for t in before):
        raise Unclear("the reader is taken to know how many there are")  # "names for the two islands"
    if any(t.lower_ in POINTING and t.pos_ in {"DET", "PRON"} for t in before):
        raise Unclear("which ones are meant is not said")
    kept = {
        t.i
        for t in before
        if t.head.i == noun.i and t.pos_ in {"ADJ", "NOUN", "PROPN"} and t.dep_ not in {"det", "predet"}
    }
    tokens = [t for t in tokens if t.i > quantity.core_start or (t.i in kept and t.i >= quantity.start - 2)]
    if any(t.text in {",", "#", ":", ";"} for t in tokens):
        raise Unclear("what is counted is a list")
    if amount.role == "object" and any(
        c.dep_ in {"acl", "relcl"} and c in tokens and len(list(c.subtree)) > CARRIED for c in noun.rights
    ):
        raise Unclear("what is counted takes a clause to tell")
    if not any(t.i == noun.i for t in tokens):
        raise Unclear("what is counted is not said")
    return wording(tokens, amount.sentence, owner=amount.clause.subject)


def _with_of(noun: Token) -> list[Token]:
    """ "of Khan's victims"."""
    return [noun.head, *noun_phrase(noun)]


#: Prepositions of place and time.
PLACING = frozenset("from in at on near to across throughout during into inside outside off".split())


def moved(noun: Token) -> list[Token]:
    """The places behind a counted noun, which read better behind the verb: "How many did they free from it?"."""
    return [
        c
        for c in noun.rights
        if c.dep_ == "prep"
        and c.lower_ in PLACING
        and c.doc[c.left_edge.i - 1].text != ","
        and any(g.dep_ == "pobj" for g in c.children)
    ]


#: Units of time that pass while one still reads the news.
SHORT = frozenset("hour day night week weekend month quarter".split())
PERIODS = SHORT | frozenset("year decade century".split())


#: What shows something to whoever looks at it, and says nothing itself: nobody is named by "according to images".
SHOWING = frozenset(
    "image picture photo photograph footage video film clip scan screenshot record data figure statistic number result reading test".split()
)


def _shown(clause: Clause) -> bool:
    speaker, saying = clause.speaker, clause.saying
    return (
        speaker is not None
        and saying is not None
        and speaker.lemma_ in SHOWING
        and saying.lemma_ in {"show", "reveal", "confirm"}
        and not any(c.dep_ in {"poss", "prep", "acl"} for c in speaker.children)
    )


#: Nouns that name nothing until one has read what came before.
GENERAL = frozenset(
    "system technology device method program programme plan project process product tool measure scheme approach unit facility site "
    "service material substance model version feature machine equipment software".split()
)


def _undefined(clause: Clause, rest: str) -> float:
    """Doubt about "using the system", where no headline tells which."""
    known = clause.sentence.references.title_words
    nouns = re.findall(r"\bthe (\w+)(?= |$)(?! (?:of|for|that|which|to|in)\b)", rest)
    return 0.18 if any(n.lower() in GENERAL and n.lower() not in known for n in nouns) else 0.0


def _singled(clause: Clause) -> bool:
    """Whether what stands behind or before the subject's noun tells which one it is."""
    noun = clause.subject
    return noun.tag_ == "NN" and any(
        (c.dep_ == "prep" and c.lower_ in {"in", "at", "near", "on", "off", "outside", "from", "for"})
        or c.dep_ in {"relcl", "acl"}
        for c in noun.rights
    )


#: What is measured and stands at the head of a sentence without an article, where the parse takes it for a name.
MEASURED = frozenset(
    "inflation turnout unemployment revenue profit output production growth gdp employment".split()
)
_MAGNITUDE = re.compile(r"\b(?:magnitude[- ][\d.]+|[\d.]+[- ]magnitude) ", re.I)


def asked_about(
    clause: Clause, gone: Sequence[Token], *, also_drop: Iterable[Token] = (), placeless: bool = False
) -> tuple[dict[str, str], float]:
    """`question` for an amount: times counted from the day of writing are left out, or it is not asked."""
    dropped = [*_ahead(clause), *_second_verbs(clause)]
    dropped += [
        p
        for p in clause.parts
        if p.dep_ == "prep"
        and p.lower_ == "from"
        and _counts(p, clause)
        and not {t.i for t in gone} & {t.i for t in p.subtree}
    ]  # "was carrying 157 people from 35 countries"
    slots, doubt = question(clause, gone, also_drop=[*also_drop, *dropped], placeless=placeless)
    verb = clause.verb
    tries = verb.dep_ == "conj" and verb.head.lemma_ == "try" and verb.nbor(-1).lower_ == "and"
    if tries and slots["verb"] == verb.lemma_:
        slots["verb"] = f"try to {slots['verb']}"  # "will try and raise $50 million"
    first = slots["subject"].partition(" ")[0]
    if clause.subject.is_sent_start and clause.subject.lemma_.lower() in MEASURED and first.istitle():
        slots["subject"] = slots["subject"][:1].lower() + slots["subject"][1:]
    named = any(t.pos_ == "PROPN" for c in clause.subject.rights for t in c.subtree if t.i < clause.verb.i)
    if _singled(clause) and (
        slots["aux"] in {"did", "was", "had"} or (named and slots["aux"] in {"does", "is", "has"})
    ):
        slots["subject"] = re.sub(
            r"^an? ", "the ", slots["subject"]
        )  # "a bus crash in Peru": one asks of that one
    slots["subject"] = _MAGNITUDE.sub(
        "", slots["subject"]
    )  # "the 7.8 magnitude quake" is asked for by itself
    if _shown(clause):
        slots["according"] = ""
    _complete(clause, gone, slots)
    return slots, doubt + _undefined(clause, slots["rest"])


def asked_subject(clause: Clause) -> tuple[dict[str, str], float]:
    """`subject_question` for an amount."""
    sized = [
        p for p in clause.parts if p.dep_ in {"npadvmod", "dobj"} and p.lemma_ == "size"
    ]  # "people the size of a city"
    slots, doubt = subject_question(clause, also_drop=[*_ahead(clause), *sized])
    said = clause.child("ccomp")
    they = said is not None and any(c.lower_ == "they" and c.dep_ in SUBJECTS for c in said.children)
    if they and "they" not in slots["rest"].split():
        raise Unclear("'they' are those who are counted")
    if _shown(clause):
        slots["according"] = ""
    _complete(clause, [], slots)
    return slots, doubt


def _ahead(clause: Clause) -> list[Token]:
    """Phrases like "over the next three years", without which the amount is the same.

    Raises:
        Unclear: it is an amount of the time just past ("in the past two weeks"), or "within a year" of what is not said.
    """
    found = []
    for part in clause.everything():
        words = [t.lower_ for t in part.subtree]
        units = {t.lemma_ for t in part.subtree if t.lemma_ in PERIODS}
        if part.dep_ not in {"prep", "npadvmod", "advmod"} or not units or len(words) > 6:
            continue
        if {"next", "coming"} & set(words):
            found.append(part)
        elif (
            part.dep_ == "prep"
            and part.lower_ in {"in", "over", "during", "for", "within"}
            and {"last", "past"} & set(words)
            and (units & SHORT or not any(t.like_num for t in part.subtree))
        ):
            raise Unclear("it depends on the day of writing")
        elif part.lower_ == "within" and "of" not in words and part.i > clause.verb.i:
            raise Unclear("within that time of what is not said")
    return found


def _counts(prep: Token, clause: Clause) -> bool:
    """Whether a phrase holds a count of its own."""
    inside = range(prep.i, prep.right_edge.i + 1)
    return any(q.dimension == "count" and q.start in inside for q in measured(clause.sentence))


def _second_verbs(clause: Clause) -> list[Token]:
    """A second verb with its own object that the parse hangs on a complement ("left 231 missing and injured 4,000")."""
    return [
        t
        for p in clause.parts
        if p.dep_ in {"advcl", "acomp", "oprd"} and p.i > clause.verb.i
        for t in p.children
        if t.dep_ == "conj" and t.tag_ in {"VBD", "VBZ"} and any(c.dep_ == "dobj" for c in t.children)
    ]


def _complete(clause: Clause, gone: Sequence[Token], slots: dict[str, str]) -> None:
    """Refuse a question that goes on to a second figure ("interviewed 401 people before it and 601 afterwards"), or
    whose subject is none ("The daughter of a teacher, she broke her leg").
    """
    doc, asked = clause.doc, {t.i for t in gone}
    behind = clause.subject.right_edge.i + 1
    if (
        behind + 1 < len(doc)
        and doc[behind].text == ","
        and doc[behind + 1].lower_ in {"he", "she", "it", "they"}
    ):
        raise Unclear("the subject may stand for another one")
    for quantity in measured(clause.sentence):
        before = doc[quantity.start - 1] if quantity.start > clause.sentence.span.start else None
        if before is None or quantity.start in asked or quantity.dimension in {"ordinal", "age"}:
            continue
        joined = "cc" in {before.dep_, before.nbor(-1).dep_ if before.i else ""}
        if joined and doc[quantity.start : quantity.end].text in slots["rest"]:
            raise Unclear("it goes on to a second figure")


def unheard(clause: Clause) -> float:
    """Doubt about a subject that is any of its kind and that neither headline nor beginning speaks of ("a collar")."""
    noun, refs = clause.subject, clause.sentence.references
    if noun.pos_ != "NOUN" or any(t.pos_ == "PROPN" for t in noun.subtree if t.i < clause.verb.i):
        return 0.0
    bare = noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.lefts)
    if not bare and not any(c.lower_ in {"a", "an"} for c in noun.lefts):
        return 0.0
    return 0.0 if noun.lemma_.lower() in refs.title_words | refs.lead_words else 0.2


#: Prepositions that stay behind the verb ("How many people did it speak to?"): in front they sound stilted.
LEFT_BEHIND = frozenset("from to with on at for into against".split())
#: Those that may as well stand in front ("At how many schools was it tried?").
FRONTED = frozenset("in at for within over during by".split())
#: Words between the verb and a preposition left behind, at most.
REACH = 6


def leaves_behind(amount: Amount) -> bool:
    """Whether the preposition may stay where it stands, the question being asked for what it governs."""
    clause, prep = amount.clause, amount.prep
    return (
        prep is not None
        and prep.lower_ in LEFT_BEHIND
        and amount.role == "prepositional"
        and any(p.i == prep.i for p in clause.parts)
        and 0 <= prep.i - clause.verb.i - 1 <= REACH
        and not any(t.text in {",", ";", "(", "–", "—"} for t in clause.doc[clause.verb.i : prep.i])
        and not any(
            p.dep_ in {"agent", "prep", "npadvmod"} or any(t.like_num for t in p.subtree if t.i < prep.i)
            for p in clause.parts
            if clause.verb.i < p.i < prep.i
        )
    )


def asked_part(
    amount: Amount, asked: str, gone: Sequence[Token], *, placeless: bool = False
) -> tuple[dict[str, str], float]:
    """The pieces of a question for an object, complement or the object of a preposition.

    A preposition stays behind the verb ("What was it home to?", "How many patients did it collect data
    from?"), or goes to the front where English says so ("In how many countries").
    """
    prep = amount.prep
    if prep is not None and prep.lower_ == "of":
        raise Unclear("the count belongs to another noun")
    left = leaves_behind(amount)
    if prep is None or left:
        places = moved(amount.token) if left or amount.role == "object" else []
        behind = [t for c in places for t in c.subtree if not amount.clause.links]
        if left and prep is not None:
            gone = [t for t in prep.subtree if t.i != prep.i]
        slots, doubt = asked_about(amount.clause, gone, placeless=placeless)
        if behind and not is_relative_time(behind):
            said = wording(behind, amount.sentence, owner=amount.clause.subject)
            # what stood right behind the verb stays there: a particle, or the preposition with all before it
            words = slots["rest"].split()
            kept = words.index(prep.text) + 1 if prep is not None and prep.text in words else 0
            kept = kept or int(any(p.dep_ == "prt" for p in amount.clause.parts))
            verb = amount.part.head.text if amount.part is not None else ""
            if amount.part is not None and amount.part.head.dep_ == "xcomp" and verb in words:
                kept = words.index(verb) + 1  # "plans to build 500 homes in Leeds"
            slots["rest"] = " ".join([*words[:kept], said.text, *words[kept:]])
            doubt += said.doubt
        return {"ask": asked, **slots}, doubt
    slots, doubt = asked_about(amount.clause, [*gone, prep], placeless=placeless)
    if amount.role == "inner":
        slots["rest"] = f"{slots['rest']} {prep.text}".strip()
        return {"ask": asked, **slots}, doubt
    if prep.lower_ not in FRONTED:
        raise Unclear(f"one would not begin a question with '{prep.lower_}'")
    return {"ask": f"{prep.text.capitalize()} {asked[:1].lower()}{asked[1:]}", **slots}, doubt + 0.02
