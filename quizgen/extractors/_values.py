"""Amounts that a noun has for its value: "a payout of one million rubles", "rates were 49% for A, 53% for B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount, measured
from quizgen.extractors._asked_amounts import asked_about, asked_subject
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._subjects import subject_phrase
from quizgen.extractors._verbs import finite
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_people_noun

#: Nouns that have an amount for their value: one asks "what budget", not "how much of a budget".
VALUED = frozenset(
    "price cost value rate share turnout revenue profit loss budget salary wage income debt deficit turnover fee fine payout payment total "
    "sum average percentage proportion chance probability level target median unemployment inflation range record time margin lead "
    "majority speed height altitude depth distance length weight temperature pressure fund grant loan bail ransom donation investment "
    "contract sentence term delay penalty bonus prize increase decrease rise drop decline cut growth score interest surplus tax".split()
)


#: What one is given.
RECEIVED = frozenset("payout payment compensation grant bonus prize refund award allowance donation".split())
#: Adjectives that say no more than that it holds when the text is written.
PRESENT = frozenset("current present existing".split())


def valued_noun(amount: Amount) -> Token | None:
    """The noun that the amount behind "of" is the value of, be it right before ("a fine of $5") or
    further up ("interest rates on balances of 1/4 percent").
    """
    prep = amount.prep
    if prep is None or prep.lower_ != "of":
        return None
    found, noun = None, prep.head
    while noun.pos_ == "NOUN" and noun.i < prep.i:
        found = noun if noun.lemma_ in VALUED else found
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.lower_ == "with":
            break
        noun = noun.head.head
    return found


def value(amount: Amount, noun: Token) -> tuple[dict[str, str], float]:
    """The pieces of a question for the value of a noun: "what payout", "at what cost"."""
    clause, prep = amount.clause, amount.prep
    assert prep is not None
    if any(
        p.dep_ == "advcl" and p.i > noun.i and any(c.lower_ in {"when", "if"} for c in p.children)
        for p in clause.parts
    ):
        raise Unclear("it holds only under a condition")
    if any(c.tag_ in {"JJS", "PRP$"} or c.lower_ in {"this", "that", "these", "those"} for c in noun.lefts):
        raise Unclear("whose value it is, is not said")
    left = [
        t
        for t in noun_phrase(noun)
        if t.i < prep.i and not (t.head.i == noun.i and (t.dep_ == "det" or t.lower_ in PRESENT))
    ]
    if any(t.text == "," for t in left):
        raise Unclear("more than one thing has that value")
    phrase = wording(left, amount.sentence, owner=clause.subject)
    name = phrase.text
    if noun.tag_ == "NNS":
        name = name.replace(noun.text, noun.lemma_, 1)  # "rates on balances of 1 percent" are one rate
    ask = f"what {name}"
    if noun.i == clause.subject.i:
        slots, doubt = asked_subject(clause)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "with":
        raise Unclear("one would not begin a question with 'with'")
    elif noun.dep_ == "pobj":
        slots, doubt = asked_about(clause, [*noun.subtree, noun.head])
        if noun.head.head.i == clause.verb.i:
            ask = f"{noun.head.text} {ask}"
        elif noun.head.head.dep_ == "acomp":
            slots["rest"] = f"{slots['rest']} {noun.head.text}".strip()
            if noun.lemma_ in RECEIVED and (slots["verb"], slots["rest"]) == ("be", "subject to"):
                slots["verb"], slots["rest"] = "receive", ""  # nobody is "subject to" what he is given
        else:
            raise Unclear("the amount is no part of what the verb says")
    elif noun.dep_ == "dobj":
        slots, doubt = asked_about(clause, list(noun.subtree))
        if noun.lemma_ == "record" and slots["aux"] == "did" and "not" not in slots["verb"].split():
            slots["rest"] = f"that {slots['subject']} {finite(clause)} {slots['rest']}".strip()
            slots["aux"], slots["subject"], slots["verb"] = "was", f"the {name}", ""
            ask = "what"
    else:
        raise Unclear("the amount is no part of what the verb says")
    return {"ask": ask[:1].upper() + ask[1:], **slots}, doubt + phrase.doubt + 0.02


@dataclass(frozen=True, slots=True)
class Entry:
    """One amount of a series, and what it is said of ("53%", "for remdesivir")."""

    quantity: Quantity
    of: list[Token]


def series(amount: Amount) -> list[Entry]:
    """The entries of "were 49% for A, 53% for B, and 34% for C"; none if the sentence has no such series.

    The parse loses its way in such series, so they are read by their punctuation.
    """
    doc, first = amount.clause.doc, amount.quantity
    if not amount.clause.links or amount.role != "complement":
        return []
    following = [
        q for q in measured(amount.sentence) if q.start >= first.start and q.dimension == first.dimension
    ]
    found: list[Entry] = []
    for place, quantity in enumerate(following):
        if found and not _joined(found[-1].of[-1], quantity):
            break
        end = following[place + 1].start if place + 1 < len(following) else amount.sentence.span.end
        of = list(_said_of(doc[quantity.end : end]))
        if not of:
            break
        found.append(Entry(quantity, of))
    found = _written_out(found)
    return found if len(found) > 1 and len({e.of[0].lower_ for e in found}) == 1 else []


def _written_out(entries: list[Entry]) -> list[Entry]:
    """ "for patients treated with A, for B": what the others leave out ("patients treated with") is the first one's."""
    if not entries:
        return []
    first = entries[0].of
    if len(first) < 4 or not is_people_noun(first[1].lemma_) or first[-2].pos_ != "ADP":
        return entries
    shared = first[:-1]
    return [
        entries[0],
        *(
            Entry(e.quantity, [*shared, *e.of[1:]])
            if len(e.of) <= 5
            and not any(t.pos_ in {"ADP", "VERB"} or is_people_noun(t.lemma_) for t in e.of[1:])
            else e
            for e in entries[1:]
        ),
    ]


def _said_of(words: object) -> Iterator[Token]:
    """ "for remdesivir" of "for remdesivir, and"."""
    for place, token in enumerate(words):  # type: ignore[arg-type, var-annotated]
        if place == 0 and token.lower_ not in {"for", "in", "among", "at", "on"}:
            return
        if place and (token.text in {",", ";", ".", "(", "–", "—"} or token.dep_ == "cc"):
            return
        yield token


def _joined(last: Token, quantity: Quantity) -> bool:
    between = last.doc[last.i + 1 : quantity.start]
    return 0 < len(between) <= 3 and all(t.text in {",", ";"} or t.dep_ == "cc" for t in between)


def entry(amount: Amount, entry: Entry) -> tuple[dict[str, str], float]:
    """The pieces of a question for one amount of a series."""
    clause = amount.clause
    subject = wording(subject_phrase(clause), amount.sentence)
    said_of = wording(entry.of, amount.sentence, owner=clause.subject)
    verb, name = clause.verb.lower_, subject.text
    if clause.subject.tag_ == "NNS" and name.endswith(clause.subject.text):
        name = name.removesuffix(clause.subject.text) + clause.subject.lemma_
        verb = {"were": "was", "are": "is"}.get(verb, verb)
    if verb not in {"was", "is", "were", "are"}:
        raise Unclear("the verb is more than one word")
    slots = {"ask": "What", "aux": verb, "subject": name, "verb": "", "rest": said_of.text, "according": ""}
    return slots, subject.doubt + said_of.doubt + 0.04


def shares(clause: Clause, amount: Amount) -> list[tuple[Quantity, Token]]:
    """The shares of a coordinated subject with what each is of: "77% of men and 63% of women are ..."."""
    found: list[tuple[Quantity, Token]] = []
    by_place = {
        i: q
        for q in measured(amount.sentence)
        if q.dimension == "percent"
        for i in range(q.core_start, q.core_end)
    }
    tokens = [clause.subject]
    for token in tokens:
        of = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if token.i not in by_place or whole is None:
            return []
        found.append((by_place[token.i], whole))
        tokens += [c for c in token.children if c.dep_ == "conj"]
    return found if len(found) > 1 else []
