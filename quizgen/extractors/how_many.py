"""How many: things and people that are counted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._aboard import aboard, asked_aboard
from quizgen.extractors._amounts import Amount, all_of_them, amounts, check_exact, counted, measured
from quizgen.extractors._asked_amounts import asked_about, asked_part, asked_subject
from quizgen.extractors._asking import fact
from quizgen.extractors._clauses import Clause
from quizgen.extractors._magnitudes import is_magnitude
from quizgen.extractors._phrases import SUBJECTS, Phrase, Unclear, noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._sums import asked_put_in, put_in
from quizgen.extractors._values import VALUED
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING, is_people_noun
from quizgen.model import Fact, Sentence

#: What befalls people: a bare number that does it counts people ("39 are confirmed dead").
BEFALLING = frozenset(
    "die dead drown perish survive kill injure injured wound hurt hospitalise hospitalize arrest detain rescue evacuate miss missing "
    "displace infect homeless unaccounted".split()
)
#: What many people do or undergo, so that even "thousands" of them are worth asking for.
IN_NUMBERS = BEFALLING | frozenset(
    "affect strand trap flee protest march demonstrate attend gather starve impact enslave deport".split()
)
#: What is done to many buildings at once.
RUINED = frozenset("destroy damage flatten raze demolish burn wreck flood level".split())
#: Words between a determiner and a noun that belong to the number.
MAGNITUDES = frozenset(
    "dozen hundred thousand million billion third half quarter few couple estimated".split()
)


#: How many of these somebody has is nobody's business, as a rule.
KIN = frozenset(
    "child son daughter kid brother sister sibling grandchild grandson granddaughter nephew niece cousin cat dog pet wife husband".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Counts as subject, object, complement or behind a preposition, "there are", "N times heavier"."""
    on_board = {people.i: (quantity, people, vessel) for quantity, people, vessel in aboard(sentence)}
    for quantity, people, vessel in on_board.values():
        yield fact(
            "how_many",
            "aboard",
            sentence,
            number_of(quantity, sentence),
            partial(asked_aboard, quantity, people, vessel, sentence),
        )
    for quantity, clause, whole in put_in(sentence):
        number = number_of(quantity, sentence)
        yield fact("how_many", "put_in", sentence, number, partial(asked_put_in, clause, whole))
    found = [a for a in amounts(sentence, "count") if a.quantity.noun not in on_board]
    for amount in found:
        quantity = amount.quantity
        if is_magnitude(quantity, sentence):
            continue
        if (quantity.values == (1.0,) and not quantity.hedge) or (
            amount.role == "adverbial" and amount.token.lemma_ != "time"
        ):
            continue
        answer = number_of(quantity, sentence)
        if quantity.vague and not _many_matter(amount):
            yield fact("how_many", "vague", sentence, answer, _unwanted)
            continue
        if _population(amount) is not None:
            yield fact("how_many", "population", sentence, answer, partial(_inhabitants, amount))
            continue
        if _tallied(amount):
            yield fact("how_many", "tally", sentence, answer, partial(_tally, amount))
            continue
        if _left(amount):
            yield fact("how_many", "left", sentence, answer, partial(_people_left, amount))
            continue
        noun = _borrowed(amount, found)
        if amount.role == "subject":
            yield fact("how_many", "subject", sentence, answer, partial(_subject, amount))
        elif noun is not None:
            yield fact("how_many", "same_noun", sentence, answer, partial(_same, amount, noun))
        elif quantity.noun is not None:
            yield fact("how_many", "object", sentence, answer, partial(_object, amount))
    for amount in amounts(sentence, "rate"):
        if amount.quantity.unit == "times" and amount.clause.links and amount.role == "inner":
            yield fact(
                "how_many", "times", sentence, number_of(amount.quantity, sentence), partial(_times, amount)
            )
    for quantity in measured(sentence):
        if quantity.dimension == "count" and quantity.noun is not None:
            noun = sentence.span.doc[quantity.noun]
            if noun.dep_ in {"attr", "nsubj"} and any(c.dep_ == "expl" for c in noun.head.children):
                yield fact(
                    "how_many",
                    "there",
                    sentence,
                    number_of(quantity, sentence),
                    partial(_there, quantity, sentence),
                )


def _many_matter(amount: Amount) -> bool:
    """Whether "thousands" tells how great something was: so many people were killed, so many houses destroyed."""
    clause, quantity = amount.clause, amount.quantity
    if amount.role not in {"subject", "object"}:
        return False
    said = {clause.verb.lemma_, *(p.lemma_ for p in clause.parts if p.dep_ in {"acomp", "oprd"})}
    people = quantity.noun is None or is_people_noun(clause.doc[quantity.noun].lemma_)
    return bool(said & (IN_NUMBERS if people else RUINED))


def _unwanted() -> tuple[dict[str, str], float]:
    raise Unclear("a vague number is not worth asking for")


#: What a tally does.
TALLYING = frozenset(
    "rise climb increase jump grow soar fall drop decrease decline shrink stand reach hit remain go".split()
)


def _tallied(amount: Amount) -> bool:
    """ "The death toll rose to 95", "the number of unemployed people stood at two million"."""
    subject, clause = amount.clause.subject, amount.clause
    if amount.quantity.noun is not None or clause.verb.lemma_ not in TALLYING or amount.token.dep_ == "conj":
        return False
    if subject.lemma_ == "number":
        tally = any(c.lower_ == "of" for c in subject.rights)
    else:
        tally = subject.lemma_ in {
            "toll",
            "tally",
            "population",
            "attendance",
            "membership",
            "enrolment",
            "enrollment",
        }
    to = amount.role == "prepositional" and amount.prep is not None and amount.prep.lower_ in {"to", "at"}
    return tally and (to or amount.role == "object")


def _tally(amount: Amount) -> tuple[dict[str, str], float]:
    """The pieces of "What did the death toll rise to?"."""
    if amount.prep is None:
        slots, doubt = asked_about(amount.clause, list(amount.token.subtree))
        return {"ask": "What number", **slots}, doubt
    return asked_part(amount, "What", list(amount.span))


def _left(amount: Amount) -> bool:
    """ "left 300,000 homeless": the number stands for people."""
    part = amount.part
    return (
        amount.quantity.noun is None
        and part is not None
        and part.dep_ == "oprd"
        and part.lemma_ in BEFALLING
        and part.i == amount.span.end
        and amount.clause.verb.lemma_ == "leave"
    )


def _people_left(amount: Amount) -> tuple[dict[str, str], float]:
    slots, doubt = asked_about(amount.clause, list(amount.span))
    return {"ask": "How many people", **slots}, doubt + 0.04


def _population(amount: Amount) -> Token | None:
    """The noun in "has a population of 5.5 million"."""
    prep, clause = amount.prep, amount.clause
    if prep is None or prep.lower_ != "of" or prep.head.lemma_ != "population":
        return None
    return prep.head if clause.verb.lemma_ == "have" and prep.head.dep_ == "dobj" else None


def _inhabitants(amount: Amount) -> tuple[dict[str, str], float]:
    """ "Finland has a population of 5.5 million": "What is the population of Finland?"."""
    clause, noun = amount.clause, _population(amount)
    assert noun is not None
    slots, doubt = asked_about(clause, list(noun.subtree))
    kind = "".join(f"{c.lower_} " for c in noun.lefts if c.dep_ in {"amod", "compound"})
    if slots["aux"] not in {"does", "did"} or slots["rest"]:
        raise Unclear("more is said of the population")
    aux = "is" if slots["aux"] == "does" else "was"
    slots |= {"aux": aux, "subject": f"the {kind}population of {slots['subject']}", "verb": ""}
    return {"ask": "What", **slots}, doubt


def number_of(quantity: Quantity, sentence: Sentence) -> list[Token]:
    """The number with its hedge, without the noun that it counts."""
    doc = sentence.span.doc
    start, end = quantity.start, quantity.end
    if quantity.noun is not None and start < quantity.noun < end:
        end = quantity.noun
    while (
        start < end - 1
        and doc[start].lower_ in {"all", "the", "only", "just", "an", "a"}
        and doc[start + 1].lower_ not in MAGNITUDES
        and not quantity.hedge
    ):
        start += 1
    while end > start + 1 and doc[end - 1].lower_ == "of":
        end -= 1
    return list(doc[start:end])


def _small(amount: Amount) -> float:
    return 0.06 if amount.quantity.values and max(amount.quantity.values) <= 2 else 0.0


def _subject(amount: Amount) -> tuple[dict[str, str], float]:
    check_exact(amount)
    clause = amount.clause
    if clause.shape in {"participle", "relative"} and not all_of_them(clause, amount.token):
        raise Unclear("a count inside another phrase")
    if amount.token.lower_ == "others" or amount.quantity.noun is None:
        noun = _people(clause)
    else:
        noun = counted(amount)
    slots, doubt = asked_subject(clause)
    if clause.links and not slots["rest"]:
        raise Unclear("nothing is said of them")
    if clause.links and slots["rest"].startswith("of "):
        return {
            "ask": f"How many of the {noun.text}",
            **slots,
        }, doubt + noun.doubt  # "six deaths were of children"
    return {"ask": f"How many {noun.text}", **slots}, doubt + noun.doubt + _small(amount)


def _people(clause: Clause) -> Phrase:
    """ "39 are confirmed dead", "two died and three others were injured": the verb says that they are people."""
    said = {clause.verb.lemma_, *(p.lemma_ for p in clause.parts if p.dep_ in {"acomp", "oprd", "attr"})}
    if not said & BEFALLING:
        raise Unclear("what is counted is not said")
    return Phrase("people", 0.04)


def _borrowed(amount: Amount, others: list[Amount]) -> Token | None:
    """The noun of a bare number ("gained 13 seats and lost 10"): that of the counted object before it."""
    if amount.quantity.noun is not None or amount.role != "object" or list(amount.token.rights):
        return None
    before = [
        o.token
        for o in others
        if o.role == "object"
        and o.quantity.noun == o.token.i
        and o.token.i < amount.token.i
        and o.token.tag_ == "NNS"
    ]
    return before[-1] if before else None


def _same(amount: Amount, noun: Token) -> tuple[dict[str, str], float]:
    slots, doubt = asked_about(amount.clause, list(amount.token.subtree))
    return {"ask": f"How many {noun.text}", **slots}, doubt + 0.02


def _object(amount: Amount) -> tuple[dict[str, str], float]:
    check_exact(amount)
    clause, part = amount.clause, amount.part
    if amount.role == "inner" and (
        amount.prep is None or part is None or part.dep_ not in {"attr", "acomp", "dobj", "advmod"}
    ):
        raise Unclear("a count inside another phrase")
    if any(c.tag_ == "JJS" or c.lower_ in {"first", "last", "only"} for c in amount.token.children):
        raise Unclear("the count is part of a ranking")
    if clause.links and amount.role == "complement" and amount.token.dep_ == "attr":
        raise Unclear("the count describes the subject")
    if amount.role == "prepositional" and amount.prep is not None and amount.prep.dep_ == "agent":
        raise Unclear("one would not ask by how many")
    if (
        amount.prep is not None
        and amount.prep.lower_ == "by"
        and any(p.lower_ == "to" and any(c.like_num for c in p.children) for p in clause.parts)
    ):
        raise Unclear("the number is half of a score")
    if _margin(amount):
        slots, doubt = asked_about(clause, list(amount.prep.subtree if amount.prep is not None else []))
        return {"ask": "By how many votes", **slots}, doubt
    others = amount.token.lower_ == "others" and amount.role == "object"  # "injured 30 others"
    noun = _people(clause) if others else counted(amount)
    more = 0.1 if amount.role == "inner" else 0.0
    gone = list(amount.token.subtree) if not amount.prep else noun_phrase(amount.token)
    one = amount.token.tag_ in {"NN", "NNP"} and max(amount.quantity.values, default=1) > 1
    if one and amount.token.lemma_ not in VALUED and not is_people_noun(amount.token.lemma_):
        raise Unclear("the number is part of a name")
    # "a 149 vote margin" has that number for its size
    slots, doubt = asked_part(
        amount, f"{'What' if one and amount.token.lemma_ in VALUED else 'How many'} {noun.text}", gone
    )
    if clause.verb.lemma_ in {"include", "be"} and amount.role == "object":
        more += 0.05
    behind = clause.doc[amount.token.i + 1 : amount.token.i + 2].text.lower()
    if amount.token.lemma_ == "time" and behind in {"a", "an", "per", "each", "every", "daily"}:
        more += 0.25  # how often a day something is done is a detail
    if clause.verb.lemma_ == "have" and amount.token.lemma_ in KIN:
        more += 0.25
    if clause.verb.lemma_ == "total" and not clause.passive:
        slots["verb"], slots["rest"] = (
            slots["verb"].replace("total", "have"),
            f"{slots['rest']} in total".strip(),
        )
    return slots, doubt + noun.doubt + _small(amount) + more


#: What one does by a number of votes.
VOTING = frozenset(
    "win lose defeat beat elect reelect unseat oust pass reject approve carry hold retain".split()
)


def _margin(amount: Amount) -> bool:
    """ "was defeated with a 149 vote margin", "won with a majority of 149 votes"."""
    noun, clause = amount.token, amount.clause
    if amount.prep is None or amount.prep.lower_ not in {"with", "by"} or clause.verb.lemma_ not in VOTING:
        return False
    return noun.lemma_ in {"margin", "majority", "lead"} and any(
        c.lemma_ == "vote" and c.i < noun.i for c in noun.children
    )


def _times(amount: Amount) -> tuple[dict[str, str], float]:
    """ "20 times heavier than the first": the comparison goes to the front, with what it compares behind the subject."""
    clause, part, doc = amount.clause, amount.part, amount.clause.doc
    word = doc[amount.quantity.end]
    if part is None or part.dep_ not in {"acomp", "attr"} or word.tag_ not in {"JJR", "RBR"}:
        raise Unclear("no comparison that one could ask about")
    if part.i - word.i not in {0, 1}:
        raise Unclear("what is compared is not certain")
    branch = list(part.subtree)
    behind = wording([t for t in branch if t.i > part.i], clause.sentence, owner=clause.subject)
    slots, doubt = asked_about(clause, branch)
    slots["rest"] = f"{behind.text} {slots['rest']}".strip()
    return {"ask": f"How many times {doc[word.i : part.i + 1].text}", **slots}, doubt + behind.doubt


def _there(quantity: Quantity, sentence: Sentence) -> tuple[dict[str, str], float]:
    """ "There are 200 people at risk" is asked as "How many people are at risk"."""
    doc = sentence.span.doc
    noun = doc[quantity.noun or 0]
    verb = noun.head
    if verb.lower_ not in {"is", "are", "was", "were"} or any(
        c.dep_ in {"aux", "neg"} for c in verb.children
    ):
        raise Unclear("what there is, is not certain")
    reported = verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING
    if not (verb.dep_ == "ROOT" or reported) or (quantity.values == (1.0,) and not quantity.hedge):
        raise Unclear("what there is, is not certain")
    said_by = _reporter(verb.head, sentence) if reported else Phrase("")
    after = [
        c
        for c in noun.rights
        if c.dep_ in {"prep", "acl"} and c.lower_ != "of" and doc[c.left_edge.i - 1].text != ","
    ]
    placed = [c for c in verb.rights if c.dep_ == "prep" and doc[c.left_edge.i - 1].text != ","]
    if noun.tag_ == "NN" and not is_people_noun(noun.lemma_):
        raise Unclear("one thing is counted as many")
    stop = min([c.left_edge.i for c in after], default=noun.right_edge.i + 1)
    own = [t for t in noun_phrase(noun) if quantity.end <= t.i < stop or t.i == noun.i]
    if any(t.text in {",", ":"} for t in own):
        raise Unclear("what is counted is a list")
    behind = [t for c in [*after[:1], *placed[:1]] for t in c.subtree]
    comma = next((t.i for t in behind if t.text in {",", "(", "–", "—"}), None)
    behind = [t for t in behind if comma is None or t.i < comma]
    if not behind:
        raise Unclear("nothing is said of them")
    if any(t.dep_ in {"cc", "conj"} for t in behind):
        cut = min(t.i for t in behind if t.dep_ == "cc")
        behind = [t for t in behind if t.i < cut]
    what, where = wording(own, sentence), wording(behind, sentence, owner=noun, asked_owner=True)
    slots = {
        "ask": f"How many {what.text}",
        "verb": verb.text if after else f"{verb.text} there",
        "rest": where.text,
        "according": said_by.text,
    }
    return slots, what.doubt + where.doubt + said_by.doubt + 0.03


def _reporter(saying: Token, sentence: Sentence) -> Phrase:
    """ ", according to ..." for what somebody says that there is."""
    speaker = next((c for c in saying.children if c.dep_ in SUBJECTS), None)
    if speaker is None or speaker.pos_ not in {"NOUN", "PROPN"}:
        raise Unclear("who says so is not certain")
    told = wording(noun_phrase(speaker), sentence)
    return Phrase(f", according to {told.text}", told.doubt + 0.03)
