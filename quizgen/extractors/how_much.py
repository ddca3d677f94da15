"""How much: money, shares and percentages, and amounts of what can't be counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount, amounts, check_exact, leaves_behind, measured
from quizgen.extractors._asked_amounts import asked_about, asked_part, asked_subject, unheard
from quizgen.extractors._asking import fact
from quizgen.extractors._branches import flat
from quizgen.extractors._clauses import Clause
from quizgen.extractors._efforts import asked_effort, deed, impersonal, told
from quizgen.extractors._phrases import Phrase, Unclear, noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._supplies import held, supply
from quizgen.extractors._values import VALUED, entry, series, shares, value, valued_noun
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING, is_people_noun, noun_class
from quizgen.model import Fact, Sentence

MEASURING = frozenset("average reach hit total exceed top hold represent comprise cover earn".split())
CHANGING = frozenset(
    "rise fall grow increase decrease drop climb decline jump soar plunge shrink expand double gain lose slip surge reduce cut raise shoot".split()
)


#: What something is by a share.
DEGREES = frozenset("effective efficient accurate full certain sure pure reliable".split())
#: What an amount does to another.
EXCEEDING = frozenset("exceed surpass top reach hit total near approach".split())

#: What one does with money: "how much" says enough.
PAYING = frozenset(
    "cost pay earn raise spend award owe lose donate give receive invest offer charge provide allocate fine run sell buy contribute "
    "borrow lend win make fin refund save".split()  # "fin": what the parse makes of "fined"
)


#: What tells people from none ("to carry living people"), and a question does without.
_EMPTY = re.compile(r"\b(?:living|actual|real|human) (?=people\b|persons\b|beings\b)")


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Money and percentages by what they are to the verb."""
    for amount in amounts(sentence, "money", "percent"):
        if amount.quantity.dimension == "money" and held(amount.quantity, sentence) is not None:
            continue  # asked with what it is of
        noun, entries = valued_noun(amount), series(amount)
        if amount.quantity.dimension == "money" and impersonal(amount):
            yield fact("how_much", "effort", sentence, amount.span, partial(asked_effort, amount, "How much"))
        elif noun is not None:
            yield fact("how_much", "value", sentence, amount.span, partial(value, amount, noun))
        elif entries:
            for one in entries:
                span = sentence.span.doc[one.quantity.start : one.quantity.end]
                yield fact("how_much", "series", sentence, span, partial(entry, amount, one))
        elif parts := shares(amount.clause, amount) if amount.role == "subject" else []:
            for quantity, whole in parts:
                span = sentence.span.doc[quantity.start : quantity.end]
                yield fact("how_much", "shares", sentence, span, partial(_shared, amount, whole, parts))
        else:
            build = _money if amount.quantity.dimension == "money" else _percent
            rule = f"{amount.quantity.dimension}_{amount.role}"
            yield fact("how_much", rule, sentence, _figure(amount), partial(_known, build, amount))
    yield from supply(sentence)


def _shared(
    amount: Amount, whole: Token, parts: list[tuple[Quantity, Token]]
) -> tuple[dict[str, str], float]:
    """What follows the last of several shares ("in middle age") holds for all of them."""
    last = parts[-1][1]
    behind = [t for c in last.head.head.rights if c.dep_ == "prep" and c.i > last.i for t in c.subtree]
    behind += [t for c in last.rights if c.dep_ == "prep" for t in c.subtree]
    own = [t for t in noun_phrase(whole) if whole is not last or t.i <= last.i]
    named = wording([*own, *behind], amount.sentence)
    slots, doubt = asked_subject(amount.clause)
    return {"ask": f"{_share(amount)} of {named.text}", **slots}, doubt + named.doubt + 0.05


def _figure(amount: Amount) -> list[Token]:
    """The amount in its own words, of "a 75-basis-point cut" only the number."""
    tokens = list(amount.span)
    return tokens[:1] if amount.quantity.unit == "basis_point" and tokens[1].text == "-" else tokens


def _goes_on(amount: Amount) -> bool:
    """Whether a second amount follows that belongs to the first ("at least 25%, as high as 90%")."""
    doc, end = amount.clause.doc, amount.quantity.end
    if end >= len(doc) or doc[end].text != ",":
        return False
    return any(
        q.dimension == amount.quantity.dimension
        and end < q.start <= end + 5
        and not any(t.pos_ == "VERB" for t in doc[end : q.start])
        for q in measured(amount.sentence)
    )


def _value_of(amount: Amount) -> Phrase | None:
    """ "a 4% share of the market": the noun whose value the amount is, with what follows it."""
    noun = amount.token.head
    if (
        noun.i > amount.token.i
        and noun.pos_ == "NOUN"
        and (noun.lemma_ in VALUED or amount.token.dep_ in {"nmod", "compound", "nummod", "amod"})
    ):
        tokens = [t for t in noun_phrase(noun) if t.i >= amount.quantity.end]
        return wording(tokens, amount.sentence, owner=amount.clause.subject)
    return None


def _known(
    build: Callable[[Amount], tuple[dict[str, str], float]], amount: Amount
) -> tuple[dict[str, str], float]:
    """A price is worth asking of what the text is about, not of any collar."""
    slots, doubt = build(amount)
    check_exact(amount)
    return slots, doubt + (0.0 if amount.role == "subject" or build is not _money else unheard(amount.clause))


def _money(amount: Amount) -> tuple[dict[str, str], float]:
    clause = amount.clause
    if amount.role == "subject":
        slots, doubt = asked_subject(clause)
        return {"ask": "How much money", **slots}, doubt + 0.05
    if amount.role == "complement":
        if clause.links and clause.subject.lemma_ in VALUED:
            slots, doubt = asked_about(clause, list(amount.span))
            return {"ask": "What", **slots}, doubt
        slots, doubt = asked_about(clause, list(amount.span))
        return {"ask": "How much", **slots}, doubt
    if amount.role in {"object", "adverbial"} and clause.verb.lemma_ == "average":
        slots, doubt = asked_about(clause, [*amount.token.subtree, *amount.span])
        return _average(clause, slots), doubt
    if amount.role == "object":
        made = deed(amount) if clause.verb.lemma_ == "cost" else None
        slots, doubt = asked_about(
            clause, [*amount.token.subtree, *amount.span, *(made.subtree if made is not None else [])]
        )
        if made is not None and not slots["rest"]:
            done = wording(told(made), amount.sentence, owner=clause.subject)  # "cost $100 million to make"
            slots["rest"], doubt = done.text, doubt + done.doubt
        if clause.verb.lemma_ == "run" and slots["verb"].split()[-1:] == ["run"]:
            slots["verb"] = f"{slots['verb'].removesuffix('run')}cost"  # "the missions ran $2 billion apiece"
        verb = amount.part.head.lemma_ if amount.part is not None else clause.verb.lemma_
        if verb in EXCEEDING:
            return {"ask": "What amount", **slots}, doubt + 0.03
        paying = {verb, clause.verb.lemma_} & PAYING
        return {"ask": "How much" if paying else "How much money", **slots}, doubt + (0 if paying else 0.05)
    prep, per = amount.prep, amount.quantity.per
    if (
        prep is not None
        and prep.lower_ == "at"
        and clause.verb.lemma_ in PAYING
        and prep.i > 0
        and prep.nbor(-1).text == ","
    ):
        # "pays for seats to the station, at $80 million each": what stands apart belongs to the verb
        slots, doubt = asked_about(clause, [*amount.span, prep, *(per or [])])
        if per is not None:
            slots["verb"] = f"{slots['verb']} {per.text}"  # "How much does it pay per astronaut for ..."
        slots["rest"] = _EMPTY.sub("", slots["rest"])
        return {"ask": "How much", **slots}, doubt + 0.03
    if (
        amount.role == "prepositional"
        and amount.prep is not None
        and amount.prep.lower_ in {"at", "for", "to", "from", "by", "of"}
    ):
        if amount.prep.lower_ == "by" and any(t.lower_ == "to" for t in amount.span):
            raise Unclear("what it is raised by and to are two amounts")
        if amount.prep.lower_ == "of" or clause.verb.lemma_ in SAYING:
            raise Unclear("the amount belongs to another noun")
        slots, doubt = asked_part(amount, "How much", list(amount.span))
        if clause.links and amount.prep.lower_ == "for":
            slots["ask"] = "How much money"  # "How much money is the request for?"
        return _asked_of(slots, amount), doubt + 0.03
    part = amount.part
    if part is not None and part.lemma_ == "worth" and part.i + 1 == amount.span.start:
        slots, doubt = asked_about(clause, list(amount.span))
        return {"ask": "How much", **slots}, doubt
    paid = part.i + 1 == amount.span.start and part.dep_ == "dobj" if part is not None else False
    paid = paid or (
        amount.role == "adverbial"
        and any(p.dep_ == "dobj" and p.i + 1 == amount.span.start for p in clause.parts)
    )
    if paid and amount.role in {"inner", "adverbial"} and clause.verb.lemma_ in PAYING:
        slots, doubt = asked_about(
            clause, list(amount.span)
        )  # "fined Google $5": the parse makes one noun of both
        return {"ask": "How much", **slots}, doubt
    if amount.role == "inner" or amount.role == "adverbial":
        named = _value_of(amount)
        if named is not None and named.text.startswith("worth"):
            raise Unclear("what is worth that much is not asked for")
        if named is not None and amount.part is not None and amount.part.dep_ in {"dobj", "attr"}:
            slots, doubt = asked_about(clause, [*amount.part.subtree, *_levels(amount)])
            return {
                "ask": f"How much {named.text}"
                if amount.token.head.lemma_ not in VALUED
                else f"What {named.text}",
                **slots,
            }, doubt + named.doubt + 0.08
    raise Unclear("the amount is no part of what the verb says")


def _asked_of(slots: dict[str, str], amount: Amount) -> dict[str, str]:
    """ "asked for $5 from Congress": "How much money did they ask Congress for?"."""
    rest = slots["rest"]
    if amount.clause.verb.lemma_ != "ask" or not rest.startswith("for from "):
        return slots
    return {**slots, "ask": "How much money", "rest": f"{rest.removeprefix('for from ')} for"}


#: What those who are asked for their opinion do.
ANSWERING = frozenset(
    "say think believe feel support oppose favour favor back want prefer approve disapprove agree disagree plan intend expect trust see "
    "describe call consider name fear blame".split()
)
#: What opinions are gathered by, and what those are called whose opinions they are.
ASKING = {"poll": "those polled", "pollster": "those polled", "survey": "those surveyed"}


def _polled(amount: Amount) -> Phrase:
    """Whom a bare share is of that thinks something, in an article about one poll ("63% said the minister should go").

    Raises:
        Unclear: it is a share of something else.
    """
    clause, refs = amount.clause, amount.sentence.references
    asked = [whom for noun, whom in ASKING.items() if refs.nouns[noun]]
    if (
        not asked
        or clause.verb.lemma_ not in ANSWERING
        or clause.passive
        or clause.shape not in {"main", "conj"}
    ):
        raise Unclear("percent of what is not said")
    return Phrase(asked[0], 0.05)


def _moved(amount: Amount) -> bool:
    """ "Sales were up 12%", "applications were down 40%"."""
    clause, doc = amount.clause, amount.clause.doc
    before = doc[amount.span.start - 1].lower_ if amount.span.start else ""
    return clause.verb.lemma_ == "be" and before in {"up", "down"} and amount.span.start - 2 == clause.verb.i


def _average(clause: Clause, slots: dict[str, str]) -> dict[str, str]:
    """ "House prices averaged £300,000 in May": "What was the average house price in May?".

    Raises:
        Unclear: what has that average is no value.
    """
    noun = clause.subject
    if (
        noun.lemma_ not in VALUED
        or slots["aux"] not in {"did", "do", "does"}
        or "not" in slots["verb"].split()
    ):
        raise Unclear("of what it is the average is not certain")
    name = re.sub(r"^(?:the|past|overall|average) ", "", slots["subject"])
    name = re.sub(rf"\b{re.escape(noun.text)}\b", noun.lemma_, name, count=1)
    first = noun.left_edge
    if (
        first.is_sent_start
        and noun_class(first.lower_)
        and first.text not in clause.sentence.references.capitals
    ):
        name = name[:1].lower() + name[1:]
    aux = "was" if slots["aux"] == "did" else "is"
    return {**slots, "ask": "What", "aux": aux, "subject": f"the average {name}", "verb": ""}


def _percent(amount: Amount) -> tuple[dict[str, str], float]:
    clause = amount.clause
    whole = _whole(amount)
    if amount.role == "subject":
        if whole is None:
            whole = _polled(amount)
        slots, doubt = asked_subject(clause)
        if any(c.dep_ == "conj" for c in amount.token.children):
            doubt += 0.3  # what goes with both may hang on the other only
        return {"ask": f"{_share(amount)} of {whole.text}", **slots}, doubt + whole.doubt
    if amount.role in {"object", "complement"} and whole is not None:
        if clause.links and clause.subject.tag_ != "NNS" and not is_people_noun(clause.subject.lemma_):
            raise Unclear("a thing is no share of another")
        slots, doubt = asked_about(clause, list(amount.token.subtree))
        return {"ask": f"{_share(amount)} of {whole.text}", **slots}, doubt + whole.doubt
    if _goes_on(amount):
        raise Unclear("a second share goes with it")
    if amount.role == "complement" and clause.links and clause.subject.lemma_ in VALUED:
        slots, doubt = asked_about(clause, list(amount.span))
        return {"ask": "What", **slots}, doubt
    if (clause.verb.lemma_ in CHANGING and amount.role in {"object", "adverbial"}) or (
        amount.prep is not None and amount.prep.lower_ == "by"
    ):
        if _scored(amount):
            raise Unclear("the share is half of a score")
        gone = [*amount.span, *([amount.prep] if amount.prep is not None else [])]
        slots, doubt = asked_about(clause, [*gone, *_reached(amount)])
        return {"ask": "By how much", **slots}, doubt
    if _moved(amount):
        slots, doubt = asked_about(clause, list(amount.span))
        if not slots["rest"].startswith(("up", "down")):
            slots["rest"] = f"{clause.doc[amount.span.start - 1].text} {slots['rest']}".strip()
        return {"ask": "By how much", **slots}, doubt
    if clause.verb.lemma_ in MEASURING and amount.role in {"object", "adverbial"} and whole is None:
        slots, doubt = asked_about(clause, list(amount.span))
        if clause.verb.lemma_ == "average":
            return _average(clause, slots), doubt
        ask = "What" if clause.subject.lemma_ in VALUED else "What percentage"  # "What did rates average?"
        return {"ask": ask, **slots}, doubt + 0.05
    if whole is not None and (holding := _told_of(amount)) is not None:
        words = wording(
            [t for t in flat(holding) if t.dep_ != "nsubj" or t.head.i != holding.i], amount.sentence
        )
        return {
            "ask": f"{_share(amount)} of {whole.text}",
            "verb": "",
            "rest": words.text,
            "according": "",
        }, (whole.doubt + words.doubt)
    if whole is not None:
        raise Unclear("the share stands inside another phrase")
    if amount.prep is not None and amount.prep.lower_ == "to" and clause.verb.lemma_ == "approve":
        return _agreed(amount)
    if (
        amount.prep is not None
        and amount.role == "prepositional"
        and amount.prep.lower_ in {"to", "at"}
        and (clause.verb.lemma_ in CHANGING or amount.prep.lower_ == "at")
    ):
        if not leaves_behind(amount):
            raise Unclear("what is reached stands too far behind")
        slots, doubt = asked_part(amount, "What level", list(amount.span))
        return slots, doubt + 0.06
    part = amount.part
    if (
        clause.links
        and part is not None
        and part.dep_ == "acomp"
        and part.lower_ in DEGREES
        and part.i == amount.span.end
    ):
        slots, doubt = asked_about(clause, list(part.subtree))
        return {"ask": f"How {part.lower_}", **slots}, doubt  # "95 percent effective"
    named = _value_of(amount)
    if (
        named is not None
        and amount.part is not None
        and amount.part.dep_ in {"dobj", "attr"}
        and amount.prep is None
    ):
        if amount.quantity.unit == "basis_point":
            return _agreed(amount)
        slots, doubt = asked_about(clause, [*amount.part.subtree, *_levels(amount)])
        return {"ask": f"What {named.text}", **slots}, doubt + named.doubt + 0.03
    raise Unclear("the share is no part of what the verb says")


def _told_of(amount: Amount) -> Token | None:
    """The verb that tells of a share what holds for just that share ("the 83% of adults who are overweight")."""
    doc, start = amount.clause.doc, amount.quantity.core_start
    if start == 0 or doc[start - 1].lower_ != "the" or amount.role == "subject":
        return None
    found = [t for t in amount.token.subtree if t.dep_ == "relcl" and t.head.i in range(start, start + 12)]
    for verb in found:
        pronoun = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in {"who", "that"}), None)
        behind = doc[verb.i : amount.sentence.span.end - 1]
        both = any(
            t.text in {",", ";", "–"} or (t.dep_ == "conj" and t.pos_ in {"VERB", "AUX"}) for t in behind
        )
        if len(found) == 1 and pronoun is not None and pronoun.i == verb.left_edge.i and not both:
            return verb
    return None


#: What one approves to change something, with the verb that does it.
CHANGES = {
    "decrease": "decrease", "reduction": "reduce", "cut": "cut", "increase": "increase", "rise": "raise", "hike": "raise", "raise": "raise",
}  # fmt: skip


def _reached(amount: Amount) -> list[Token]:
    """ "rose 3 percent to $84 a barrel": from and to where something rose goes with by how much."""
    figures = {i for q in measured(amount.sentence) for i in range(q.start, q.end)}
    preps = [p for p in amount.clause.parts if p.dep_ == "prep" and p.lower_ in {"to", "from"}]
    return [t for p in preps for t in p.subtree if any(c.i in figures for c in p.children)]


def _agreed(amount: Amount) -> tuple[dict[str, str], float]:
    """ "approved a 75-basis-point decrease in the rate to 1 percent": "By how many points did they agree to decrease the rate?"."""
    clause = amount.clause
    change = next((p for p in clause.parts if p.dep_ == "dobj" and p.lemma_ in CHANGES), None)
    if change is None or clause.verb.lemma_ not in {"approve", "back"}:
        raise Unclear("one would not ask for a measure before a noun")
    rate = next((c for c in change.rights if c.dep_ == "prep" and c.lower_ in {"in", "of"}), None)
    thing = next((c for c in rate.children if c.dep_ == "pobj"), None) if rate is not None else None
    if thing is None:
        raise Unclear("what was changed is not said")
    slots, doubt = asked_about(clause, [*change.subtree, *_levels(amount)])
    level = amount.prep is not None
    tokens = [t for t in noun_phrase(thing) if not level or t.i < amount.quantity.start - 1]
    named = wording(tokens, amount.sentence, owner=clause.subject)
    if slots["rest"]:
        raise Unclear("more is said of it")
    slots["verb"] = slots["verb"].replace(clause.verb.lemma_, "agree")
    slots["rest"] = f"to {CHANGES[change.lemma_]} {named.text}"
    doubt = max(0.0, doubt - 0.12) + named.doubt  # no doubt that the verb has nothing behind it: now it has
    return {"ask": "To what level" if level else "By how many basis points", **slots}, doubt


def _scored(amount: Amount) -> bool:
    """ "lead them by 39% to 34%"."""
    doc, end = amount.clause.doc, amount.quantity.end
    return (
        amount.prep is not None
        and end < len(doc)
        and doc[end].lower_ == "to"
        and any(q.start <= end + 2 and q.start > end for q in measured(amount.sentence))
    )


def _levels(amount: Amount) -> list[Token]:
    """ "a cut of the rate to 2 percent", "a loss with a turnover of $5": another figure goes with it."""
    places = {
        i
        for q in measured(amount.sentence)
        for i in range(q.start, q.end)
        if q.dimension == amount.quantity.dimension
    }
    preps = [p for p in amount.clause.parts if p.dep_ == "prep" and p.lower_ in {"to", "from", "with", "on"}]
    return [t for p in preps for t in p.subtree if any(t.i in places for t in p.subtree)]


def _whole(amount: Amount) -> Phrase | None:
    """What the share is of ("the plants available to them")."""
    of = next(
        (
            c
            for t in amount.span
            for c in t.children
            if c.dep_ == "prep" and c.lower_ == "of" and c.i >= amount.quantity.end - 1
        ),
        None,
    )
    obj = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if obj is None:
        return None
    if (
        obj.tag_ == "NN"
        and noun_class(obj.lemma_) in {"location", "attribute", "quantity"}
        and not any(c.dep_ in {"amod", "compound", "poss", "prep"} for c in obj.children)
    ):
        raise Unclear("a share of what is not said")
    tokens = noun_phrase(obj)
    if (holding := _told_of(amount)) is not None:
        tokens = [t for t in tokens if t.i < holding.left_edge.i]
    return wording(tokens, amount.sentence, owner=amount.clause.subject, asked_owner=True)


def _share(amount: Amount) -> str:
    """ "What percentage" for per cent, "what proportion" for "two thirds"."""
    return "What proportion" if amount.quantity.unit == "fraction" else "What percentage"
