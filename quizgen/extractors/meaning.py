"""Meaning: what an acronym stands for, and what a term that the text explains is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause, clauses, is_plural
from quizgen.extractors._naming import BODIES
from quizgen.extractors._phrases import Same, Unclear, noun_phrase, tokens_of
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_person_noun, noun_class
from quizgen.model import Fact, Sentence
from quizgen.references import HOUSEHOLD, bare, class_of_name, name_span, place_class

#: How often letters have to come up, besides where they are explained, for a reader to need them.
OFTEN = 3


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "extravehicular activity (EVA)" and "Mozilla, the open source community,"."""
    yield from _letters(sentence)
    for token in tokens_of(sentence):
        if (
            token.dep_ == "appos"
            and token.pos_ == "NOUN"
            and token.head.pos_ == "PROPN"
            and token.head.i < token.i
        ):
            yield from _explained(sentence, token)
        elif token.tag_ == "NN" and token.dep_ in {"appos", "dobj", "conj"}:
            yield from _defined(sentence, token)
    for clause in clauses(sentence):
        yield from _called(clause)
        yield from _means(clause)


def _letters(sentence: Sentence) -> Iterator[Fact]:
    """What the letters stand for that an article uses most, if it uses them often and they name no body."""
    refs, text, doc = sentence.references, sentence.span.text, sentence.span.doc
    short, long = _most_used(Same(refs.sentences[0])) if refs.sentences else ("", "")
    place = max(text.find(f"{long}{owner} ({short})") for owner in ("", "'s", "’s")) if short else -1
    if place < 0:
        return
    start = sentence.span.start_char + place
    span = doc.char_span(start, start + len(long), alignment_mode="expand")
    if span is not None and span.text == long:
        doubt = 0.12 if long.islower() else 0.0  # a term of the trade, used in passing
        yield fact("meaning", "acronym", sentence, span, lambda: ({"term": short}, doubt))


@lru_cache(maxsize=2)
def _most_used(first: Same) -> tuple[str, str]:
    """The letters that an article explains and uses most, with their words; ("", "") if none is worth asking.

    Letters that name something have to come up often; those of a technical term need not.
    """
    refs = first.sentence.references
    words = Counter(t.text for s in refs.sentences for t in s.span if t.text in refs.glosses)
    for short, times in words.most_common():
        long = refs.glosses[short]
        labels = refs.entities.get(bare(long), Counter())  # of the letters alone a small model makes a body
        body = labels["ORG"] or class_of_name(long) or long.split()[-1].lower() in BODIES
        if (times > OFTEN or long.islower()) and " " in long and short not in HOUSEHOLD and not body:
            return short, long
    return "", ""


def _means(clause: Clause) -> Iterator[Fact]:
    """ "A Tornado Watch means conditions are favorable for tornadoes"."""
    said = clause.child("ccomp")
    if (
        clause.verb.lemma_ != "mean"
        or said is None
        or said.i < clause.verb.i
        or not any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in clause.subject.lefts)
        or clause.verb.tag_ != "VBZ"
        or clause.negation is not None
    ):
        return
    tokens = [t for t in said.subtree if not (t.dep_ == "mark" and t.head == said)]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    if 3 <= len(tokens) <= 16:
        yield fact("meaning", "means", clause.sentence, tokens, lambda: _meant(clause, said))


def _meant(clause: Clause, said: Token) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, list(said.subtree))
    return {"ask": "What", **slots}, doubt


def _defined(sentence: Sentence, noun: Token) -> Iterator[Fact]:
    """ "through the airlock, the double-doored chamber that seals the station": a thing told by what it does."""
    edge, doc = noun.left_edge, sentence.span.doc
    if edge.i < sentence.span.start + 2 or doc[edge.i - 1].text not in {",", "–", "—"}:
        return
    head = doc[edge.i - 2]  # by its place: parses hang "the chamber" on the verb as often as on "airlock"
    tokens = noun_phrase(noun)
    if (
        not 6 <= len(tokens) <= 20
        or tokens[0].lower_ not in {"a", "an", "the"}
        or head.tag_ != "NN"
        or head.dep_ not in {"dobj", "pobj", "nsubj", "nsubjpass", "attr"}
        or not any(_told(c, noun) for c in noun.children)
        or any(c.dep_ in {"cc", "conj"} for c in noun.children)
        or any(t.dep_ == "cc" for t in doc[noun.right_edge.i + 1 : noun.right_edge.i + 3])
        or is_person_noun(noun.lemma_)
        or is_person_noun(head.lemma_)
        or any(c.dep_ in {"prep", "poss", "nummod", "conj", "relcl"} for c in head.children)
    ):
        return
    # "the normal airlock" is called airlock, "solar wind" is called that
    named = {"compound"} if any(c.dep_ == "det" for c in head.lefts) else {"compound", "amod"}
    start = min([head.i, *(c.i for c in head.lefts if c.dep_ in named)])

    def build() -> tuple[dict[str, str], float]:
        phrase = wording(tokens[1:], sentence)
        slots = {"ask": "What", "aux": "is", "subject": f"the {phrase.text}", "verb": "called"}
        return {**slots, "rest": "", "according": ""}, phrase.doubt + 0.12

    yield fact("meaning", "called", sentence, sentence.span.doc[start : head.i + 1], build)


def _told(clause: Token, noun: Token) -> bool:
    """Whether a relative clause right behind a noun, without a comma, tells which one it is."""
    return (
        clause.dep_ == "relcl"
        and clause.left_edge.i == noun.i + 1
        and clause.left_edge.lower_ in {"that", "which"}
    )


CALLING = frozenset("call name nickname dub title entitle know codename rename term".split())


def _called(clause: Clause) -> Iterator[Fact]:
    """ "a mannequin nicknamed Ripley", "a program called ...", "known as ..."."""
    if clause.verb.lemma_ == "bear" and clause.passive:
        yield from _born_as(clause)
        return
    if clause.verb.lemma_ not in CALLING or not clause.passive:
        return
    name = clause.child("oprd", "attr", "dobj")
    gone: list[Token] = []
    if name is None and clause.verb.lemma_ == "know":
        pair = next(
            ((p, o) for p, o in clause.prepositions() if p.lower_ == "as" and p.head.i == clause.verb.i), None
        )
        if pair is not None:
            gone, name = [pair[0]], pair[1]
    if (
        name is None
        or name.i < clause.verb.i
        or (
            name.pos_ != "PROPN"
            and not _term(name)
            and not {clause.doc[name.left_edge.i - 1].text, name.left_edge.text} & QUOTES
        )
    ):
        return
    tokens = [t for t in noun_phrase(name) if t.text not in QUOTES]
    if clause.sentence.references.is_person(name_span(name)) or (
        clause.subject.pos_ == "NOUN" and is_person_noun(clause.subject.lemma_)
    ):
        return

    def build() -> tuple[dict[str, str], float]:
        if clause.subject.tag_ == "NN" and not list(clause.subject.lefts):
            raise Unclear("an article is missing")
        slots, doubt = question(
            clause,
            [*gone, *name.subtree],
            also_drop=[p for p in clause.parts if p.dep_ == "prep" and p not in gone],
        )
        loose = clause.doc[clause.verb.left_edge.i - 1].text in {",", "–", "—"}
        if loose and clause.shape == "participle":
            doubt -= 0.1  # a name that is set off is no less certain for being a participle's
        subject = slots["subject"]
        if _term(name) and is_plural(clause.subject):  # "skulls with spikes" are not called hyperossification
            return {
                "ask": "What",
                **slots,
                "aux": "is",
                "subject": f"the term for {subject}",
                "verb": "",
            }, max(0.0, doubt)
        for article in ("a ", "an "):
            if subject.lower().startswith(article):
                slots["subject"] = "the " + subject[len(article) :]
                doubt += 0.0 if loose else 0.15  # "an area of Mars known as ..." is one of many
        return {"ask": "What", **slots}, max(0.0, doubt)

    yield fact("meaning", "called", clause.sentence, tokens, build)


def _term(name: Token) -> bool:
    """Whether a word is a technical term, which the dictionary does not know, set off with the participle that gives it."""
    verb = name.head
    return (
        name.pos_ == "NOUN"
        and not noun_class(name.lemma_)
        and verb.nbor(-1).text in {",", "–", "—"}
        and not list(name.children)
    )


def _born_as(clause: Clause) -> Iterator[Fact]:
    """ "Day was born Doris Mary Ann Kappelhoff": the name at birth."""
    name = clause.child("oprd", "attr", "dobj", "npadvmod")
    full = clause.sentence.references.person_at(clause.subject)
    if name is None or name.pos_ != "PROPN" or name.i < clause.verb.i or not full:
        return
    tokens = list(name_span(name))
    if len(tokens) < 2 or any(t.ent_type_ in {"DATE", "GPE"} for t in tokens):
        return
    slots = {
        "ask": "What",
        "aux": "was",
        "subject": f"{full}'s name at birth",
        "verb": "",
        "rest": "",
        "according": "",
    }
    yield fact("meaning", "called", clause.sentence, tokens, lambda: (slots, 0.0))


def _is_letters(token: Token) -> bool:
    """Whether a word is an abbreviation that not every reader knows ("UOKiK", "DRC")."""
    return (
        sum(c.isupper() for c in token.text[:7]) > 1 and token.text not in HOUSEHOLD and token.text.isalpha()
    )


QUOTES = frozenset("\"“”'‘’")


def _explained(sentence: Sentence, noun: Token) -> Iterator[Fact]:
    head = noun.head
    name = name_span(head)
    if (
        sentence.references.is_person(name)
        or is_person_noun(noun.lemma_)
        or place_class(name.text)
        or head.ent_type_ in {"PERSON", "GPE", "DATE"}
    ):
        return
    if any(c.dep_ == "poss" for c in head.children) or sentence.span.doc[noun.left_edge.i - 1].text != ",":
        return
    tokens = [t for t in noun_phrase(noun) if t.i > head.i]
    doc = sentence.span.doc
    if any(c.dep_ in {"cc", "conj"} for c in (*noun.children, *head.children)) or any(
        t.dep_ == "cc" for t in doc[noun.right_edge.i + 1 : noun.right_edge.i + 3]
    ):
        return  # "Camp Lee, the county and the state": a list
    if name.text in sentence.references.glosses or any(t.tag_ == "PRP$" for t in tokens):
        return
    if not tokens or tokens[0].lower_ not in {"a", "an", "the"} or not 3 <= len(tokens) <= 12:
        return

    def build() -> tuple[dict[str, str], float]:
        if len(name) == 1 and head.is_sent_start and not sentence.references.capitals[name.text]:
            raise Unclear("only its place gives it a capital")  # "Caffeine, the active ingredient in coffee,"
        if head.dep_ in {"compound", "conj", "appos"}:
            raise Unclear("what is explained is part of another name")
        if any(_is_letters(t) for t in [*name, *tokens]):
            raise Unclear("letters that a reader may not know")
        if name.start and name.doc[name.start - 1].pos_ == "NUM":
            raise Unclear("the name begins with a number")  # "51 Pegasi b"
        if len(name) == 1 and head.i and head.nbor(-1).pos_ in {"ADJ", "PROPN", "NOUN"}:
            raise Unclear("the name may be longer")  # "Electronic Arts"
        article = sentence.span.doc[name.start - 1] if name.start else None
        return {
            "term": f"the {name.text}" if article is not None and article.lower_ == "the" else name.text
        }, 0.08

    yield fact("meaning", "apposition", sentence, tokens, build)
