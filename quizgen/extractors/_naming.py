"""How one asks for a noun phrase: "who", "which company", "what", and the words that answer."""

from __future__ import annotations

from lemminflect import getInflection
from spacy.tokens import Span, Token

from quizgen.extractors._phrases import Unclear, noun_phrase, wording
from quizgen.lexicon import is_people_noun, noun_class
from quizgen.model import Sentence
from quizgen.references import bare, class_of_name, name_span, place_class


def ask_with(head: Token, sentence: Sentence, *, agent: bool = False) -> tuple[str, list[Token], float]:
    """The question word for a noun phrase, the tokens that answer it, and the doubt.

    "Who" for persons, "Which company" where the text or the name tells what it is, "What" for
    things; raises `Unclear` rather than guess.
    """
    refs = sentence.references
    tokens = noun_phrase(head)
    if any(
        t.dep_ in {"conj", "ccomp", "ROOT", "advcl", "parataxis"} and t.pos_ in {"VERB", "AUX"}
        for t in tokens
    ):
        raise Unclear("the answer holds a clause")
    if head.lemma_ == "name" and any(t.text in QUOTES for t in tokens):
        raise Unclear("the answer quotes")
    if head.pos_ == "PROPN":
        name = name_span(head)
        if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in name):
            raise Unclear("a name without a capital")
        if any(c.dep_ == "conj" for c in head.children) and any(t.dep_ == "cc" for t in tokens):
            return _ask_several(head, tokens, sentence)
        if refs.is_person(name):
            return "Who", answer_name(name, tokens, sentence), 0.0
        before = [t for t in tokens if t.i < name.start]
        nouns = [
            t
            for t in before
            if t.pos_ == "NOUN" and t.dep_ in {"compound", "nmod"} and not t.text[:1].isupper()
        ]
        if nouns and nouns[-1].i == name.start - 1:
            described = [
                t
                for t in before
                if t.dep_ in {"amod", "compound", "nmod"}
                and t.pos_ in {"ADJ", "NOUN", "PROPN"}
                and t.lower_ not in PASSING
            ]
            phrase = " ".join(t.text for t in described if t.i <= nouns[-1].i)
            if is_people_noun(nouns[-1].lemma_):
                return "Who", list(name), 0.05
            return f"Which {phrase}", list(name), 0.02
        tokens = _named_only(name, tokens)
        known = refs.described.get(name.text, "")
        if known and not known.lower().endswith(tuple(name.text.lower().split())):
            noun = known.split()[-1].lower()
            if is_people_noun(noun):
                return "Who", list(name), 0.03
            return f"Which {known}", tokens, 0.03
        full = refs.glosses.get(name.text, name.text)
        place = place_class(name.text)
        if place:
            return f"Which {place}", tokens, 0.03
        named = class_of_name(full)
        if named:
            return f"Which {named}", tokens, 0.02
        last = name[-1].text.lower()
        introduced = len(name) > 1 and name.start > 0 and name.doc[name.start - 1].lower_ == "the"
        if (
            introduced
            and noun_class(last)
            in {"artifact", "group", "event", "act", "cognition", "location", "communication"}
            and last not in NOT_KINDS
        ):
            return f"Which {last}", tokens, 0.08
        label = _label(name, sentence)
        if agent and label == "ORG":
            return "Which organization", tokens, 0.13
        raise Unclear(f"what '{name.text}' is, is not known")
    if head.pos_ == "NOUN":
        apposed = _named_behind(head, sentence)
        if apposed is not None:
            return apposed
    if head.pos_ in {"NOUN", "NUM"}:
        if any(
            c.lower_
            in {
                "no",
                "any",
                "this",
                "that",
                "these",
                "those",
                "such",
                "another",
                "each",
                "every",
                "neither",
                "either",
            }
            for c in head.children
            if c.dep_ in {"det", "amod", "predet"}
        ):
            raise Unclear("the answer points elsewhere")
        if (
            any(c.dep_ == "nummod" for c in head.children)
            or noun_class(head.lemma_) in {"quantity", "time"}
            or head.lemma_ in COUNTS
        ):
            raise Unclear("a number is asked with 'how many'")
        bare_plural = head.tag_ == "NNS" and len([t for t in tokens if t.dep_ not in {"punct"}]) == 1
        names = [
            t
            for t in tokens
            if t.pos_ == "PROPN" and t.dep_ in {"compound", "nmod"} and t.i < head.i and t.head.i >= t.i
        ]
        if is_people_noun(head.lemma_) or head.lower_ in {"people", "police"}:
            return "Who", tokens, _vagueness(head, tokens, bare_plural)
        if (
            names
            and head.tag_ == "NN"
            and not any(c.dep_ == "poss" for c in head.children)
            and head.i == names[-1].i + 1
        ):
            tokens = [t for t in tokens if t.i <= head.i and t.dep_ != "det"]
            return f"Which {head.text}", tokens, 0.04
        if head.lemma_ in BODIES:
            return "Who", tokens, _vagueness(head, tokens, bare_plural)
        return "What", tokens, 0.12 if bare_plural else 0.06
    raise Unclear("no noun to answer with")


def _named_behind(head: Token, sentence: Sentence) -> tuple[str, list[Token], float] | None:
    """ "two astronauts, Doug Hurley and Bob Behnken," and "an app, At the Pool": the noun asks, the name answers."""
    name = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), None)
    if name is None or (
        head.doc[name.left_edge.i - 1].i != head.i and head.doc[name.left_edge.i - 1].text != ","
    ):
        return None
    before = [t for t in head.subtree if (t.i <= head.i and t.head.i == head.i) or t.i == head.i]
    tokens = noun_phrase(name)
    if is_people_noun(head.lemma_) and head.tag_ == "NN":
        return "Who", tokens, 0.05
    if any(t.tag_ == "PRP$" or t.lower_ in {"this", "that", "these", "those"} for t in before):
        return None
    words = [
        t
        for t in head.subtree
        if head.left_edge.i <= t.i <= head.i
        and not (t.head.i == head.i and t.dep_ in {"det", "predet"})
        and t.dep_ != "poss"
        and t.head.dep_ != "poss"
    ]
    if not words or len(words) > 5 or len(tokens) > 12:
        return None
    said = next((c.lower_ for c in head.children if c.dep_ == "nummod"), "")
    listed = [name]
    while (following := next((c for c in listed[-1].children if c.dep_ == "conj"), None)) is not None:
        listed.append(following)
    if said and NUMBERS.get(said, 0) != len(listed):
        raise Unclear("not all of them are named")
    if not said and (len(listed) > 1) != (head.tag_ == "NNS"):
        return None

    return f"Which {wording(words, sentence).text}", tokens, 0.04


def _named_only(name: Span, tokens: list[Token]) -> list[Token]:
    """A name with its "of ..." but without what else hangs on it ("the Hornets in the first round")."""
    for token in tokens:
        if token.i >= name.end and token.dep_ == "prep" and token.lower_ not in {"of", "for", "de"}:
            return [t for t in tokens if t.i < token.i]
    return tokens


def _vagueness(head: Token, tokens: list[Token], bare_plural: bool) -> float:
    """Doubt of people without a name: "officials" and "the company" answer no question."""
    if any(t.pos_ == "PROPN" for t in tokens):
        return 0.06
    if head.lower_ in {"police", "parliament", "government", "crew", "jury"}:
        return 0.1
    return 0.35 if bare_plural or _indefinite(head) or len(tokens) <= 2 else 0.22


def _indefinite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in head.children)


def answer_name(name: Span, tokens: list[Token], sentence: Sentence) -> list[Token]:
    """The name itself, without the titles and jobs before it."""
    start = name.start
    refs = sentence.references
    full = refs.full_name(name).split()
    while start < name.end - 1 and name.doc[start].text not in full:
        start += 1
    return list(name.doc[start : name.end])


def _ask_several(head: Token, tokens: list[Token], sentence: Sentence) -> tuple[str, list[Token], float]:
    refs = sentence.references
    heads = [head]
    while True:
        following = next((c for c in heads[-1].children if c.dep_ == "conj"), None)
        if following is None:
            break
        heads.append(following)
    if all(h.pos_ == "PROPN" and refs.is_person(name_span(h)) for h in heads):
        return "Who", tokens, 0.03
    classes = {place_class(name_span(h).text) or class_of_name(name_span(h).text) for h in heads}
    count = {2: "two", 3: "three", 4: "four", 5: "five"}.get(len(heads))
    if len(classes) == 1 and "" not in classes and count:
        return f"Which {count} {plural_of(classes.pop())}", tokens, 0.03
    raise Unclear("names of different kinds")


def plural_of(noun: str) -> str:
    """The plural of a noun that we ask with."""
    forms = getInflection(noun, tag="NNS")
    return str(forms[0]) if forms else noun + "s"


def _label(name: Span, sentence: Sentence) -> str:
    counts = sentence.references.entities.get(bare(name.text))
    return counts.most_common(1)[0][0] if counts else ""


#: Last words of names that tell nothing of what is named.
NOT_KINDS = frozenset(
    "north south east west way world house press post times nations states kingdom republic union day".split()
)
NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6, "6": 6}
QUOTES = frozenset('"“”')
#: Adjectives that tell how things stand at the moment, not what kind of thing it is.
PASSING = frozenset("current new former latest recent first last next present own old".split())
#: Bodies of people: one asks who they are.
BODIES = frozenset(
    "government company firm agency ministry party team crew committee council commission court university organization organisation "
    "group union board army navy parliament department administration bureau institute association federation family jury panel "
    "airline retailer startup consortium coalition delegation cabinet congress senate staff".split()
)
#: Nouns that only count others.
COUNTS = frozenset(
    "total number lot majority rest handful dozen pair couple group series variety range amount kind type sort".split()
)
