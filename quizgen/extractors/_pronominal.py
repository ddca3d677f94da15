"""Pronouns as what they stand for, where they can't stay."""

from __future__ import annotations

from spacy.tokens import Token

from quizgen.extractors._phrases import Unclear
from quizgen.lexicon import is_person_noun, noun_class
from quizgen.model import Sentence
from quizgen.references import (
    FEMALE,
    ITS,
    MALE,
    THEIRS,
)

NEVER = frozenset("i we you me us my our your ours yours myself ourselves yourself mine".split())
POINTING = frozenset("this that these those such another other others latter former same here there".split())
#: Kinds that are written with a capital before the name.
STORMS = frozenset("hurricane typhoon cyclone".split())


def pronoun(
    token: Token,
    sentence: Sentence,
    owner: Token | None,
    asked_owner: bool,
    included: set[int],
    said: str = "",
) -> tuple[str, float]:
    lower = token.lower_
    if token.tag_ in {"WP", "WDT", "WP$", "EX"} or lower in {"who", "which", "that", "whom", "whose", "what"}:
        if token.dep_ == "expl":
            raise Unclear("'there' stands for nothing")
        if lower == "that" and token.tag_ == "DT" and token.dep_ in {"nsubj", "dobj", "pobj"}:
            raise Unclear("'that' points back")
        return token.text, 0.0
    if lower in {
        "everyone",
        "everybody",
        "everything",
        "someone",
        "somebody",
        "something",
        "anyone",
        "anything",
        "nothing",
        "nobody",
        "no-one",
    }:
        return lower, 0.05
    if lower in POINTING or lower in {
        "one",
        "ones",
        "both",
        "some",
        "many",
        "most",
        "all",
        "any",
        "each",
        "few",
        "none",
        "several",
    }:
        if lower == "those" and any(c.dep_ in {"relcl", "acl"} for c in token.children):
            return token.text, 0.0
        if (
            token.pos_ == "PRON"
            and lower not in POINTING
            and any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
        ):
            return token.text, 0.0
        raise Unclear(f"'{token.text}' points back")
    if lower.endswith(("self", "selves")):
        return token.text, 0.0
    possessive = token.tag_ == "PRP$" or token.dep_ == "poss"
    personal = lower in MALE | FEMALE | ITS | THEIRS
    if not personal:
        return token.text, 0.0
    if owner is not None and owner.i != token.i and (possessive or token.dep_ not in {"nsubj", "nsubjpass"}):
        fits = agrees(lower, owner, sentence)
        if fits and possessive:
            return token.text, 0.02
        if fits and owner.i in included and not _beside(token, owner):
            return token.text, 0.05
    if (
        owner is not None
        and asked_owner
        and (possessive or not _beside(token, owner))
        and agrees(lower, owner, sentence)
    ):
        return token.text, 0.02
    if possessive or token.dep_ not in {"nsubj", "nsubjpass"}:
        # an antecedent inside the same phrase ("the crew and their suits")
        for i in sorted(included):
            other = token.doc[i]
            if (
                i < token.i
                and other.pos_ in {"NOUN", "PROPN"}
                and other.dep_ in {"nsubj", "nsubjpass"}
                and agrees(lower, other, sentence)
            ):
                return token.text, 0.06
    if lower in THEIRS | ITS and _quoted(token, sentence):
        raise Unclear(f"'{token.text}' is a speaker's")
    meant = sentence.references.pronoun(token, sentence)
    if meant is None:
        raise Unclear(f"'{token.text}' is not certain")
    if (
        asked_owner
        and owner is not None
        and meant.person
        and sentence.references.person_at(owner) == meant.text
    ):
        return token.text, meant.doubt  # "Who announced he will resign?"
    if (
        asked_owner
        and owner is not None
        and not possessive
        and owner.i < token.i
        and agrees(lower, owner, sentence)
    ):
        return token.text, 0.1  # "the best pupil he ever taught": whoever says so is nearest
    if meant.text.lower() in said.lower():
        return token.text, 0.0 if not meant.person else meant.doubt  # named already: "it" will do
    text = meant.text
    first = text.split()[0]
    if first in STORMS and meant.text != first:
        text = text[:1].upper() + text[1:]
    elif (
        not meant.person
        and first.lower() in sentence.references.lowers
        and first not in sentence.references.capitals
    ):
        text = text[:1].lower() + text[1:]  # "They" for "Engineers from NASA" that began its sentence
    return text + ("'s" if possessive and not text.endswith("s") else "'" if possessive else ""), meant.doubt


def _quoted(token: Token, sentence: Sentence) -> bool:
    """Whether a word stands in direct speech: its pronouns go back to what was said before."""
    from quizgen.extractors._speech import spoken  # which reads phrases itself

    return token.i in spoken(sentence)


def _beside(token: Token, owner: Token) -> bool:
    """Whether a pronoun depends on the verb of the subject itself: then it can't mean the subject."""
    here = token.head
    while here.pos_ not in {"VERB", "AUX", "ADJ"} and here.head != here:
        here = here.head
    return here.i == owner.head.i or token.dep_ in {"nsubj", "nsubjpass"}


def agrees(lower: str, noun: Token, sentence: Sentence) -> bool:
    """Whether a pronoun agrees with a noun in number, and in being a person or a thing."""
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    if noun.lower_ in {"all", "both", "most", "many", "some", "half"} or noun.pos_ == "NUM":
        return lower in THEIRS  # "all four of the blades broke at their weakest point"
    if noun.pos_ == "PRON":
        return noun.lower_ in (
            MALE if lower in MALE else FEMALE if lower in FEMALE else ITS if lower in ITS else THEIRS
        )
    person = sentence.references.person_at(noun) != "" or is_person_noun(noun.lemma_)
    if lower in THEIRS:
        return plural or noun_class(noun.lemma_) == "group"
    if lower in ITS:
        return not plural and not person
    return not plural and person
