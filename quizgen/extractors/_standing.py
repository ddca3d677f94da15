"""How an article treats a person: whether somebody acts in the news, or only speaks of it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from spacy.tokens import Span, Token

from quizgen.extractors._phrases import SUBJECTS, Same
from quizgen.lexicon import SAYING, is_person_noun
from quizgen.model import Sentence
from quizgen.references import References

#: What one does to comment on the news, not to make it.
COMMENTING = SAYING | frozenset(
    "believe feel know worry want doubt agree disagree speak talk joke recount continue refer point share quote "
    "urge ask discuss respond answer thank praise criticize criticise celebrate".split()
)
#: What is given out for others to quote.
WORDS = frozenset("statement remark comment response reaction reply answer message word".split())
#: What is done to somebody who is only heard.
HEARD = frozenset("cite quote tell ask interview name mention describe call know see thank accord".split())


def acts(full: str, references: References, sentence: Sentence) -> bool:
    """Whether a person is one of those whom the coverage is about: in the headline, in a sentence, or twice elsewhere."""
    surname = full.split()[-1]
    titled = references.article.title.replace("’", "'").replace("'s", "").split()
    here = any(_is_actor(e) and references.full_name(e) == full for e in sentence.span.ents)
    return surname in titled or here or deeds(full, references) > 1


def deeds(full: str, references: References) -> int:
    """How often a person acts, or is acted upon, in the sentences of an article."""
    return _deeds(Same(references.sentences[0]))[full] if references.sentences else 0


@lru_cache(maxsize=2)
def _deeds(key: Same) -> Counter[str]:
    refs = key.sentence.references
    return Counter(
        refs.full_name(ent)
        for sentence in refs.sentences
        for ent in sentence.span.ents
        if _is_actor(ent) and refs.is_person(ent)
    )


def _is_actor(name: Span) -> bool:
    token = name.root
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    verb = token.head
    if token.dep_ in SUBJECTS and _opines(verb):
        return False
    if token.dep_ in SUBJECTS:
        known = HEARD if token.dep_ == "nsubjpass" else COMMENTING
        return verb.lemma_ not in known and not _is_somebody(verb)
    if token.dep_ == "pobj" and verb.dep_ == "agent":
        return verb.head.dep_ != "acl" and verb.head.lemma_ not in HEARD | COMMENTING
    return token.dep_ == "dobj" and verb.lemma_ not in HEARD | COMMENTING


def _opines(verb: Token) -> bool:
    """ "issued a statement", "was less polite": one is heard, or is in some way, and does nothing."""
    if verb.lemma_ == "be":
        return any(c.dep_ == "acomp" for c in verb.children)
    return any(c.dep_ == "dobj" and c.lemma_ in WORDS for c in verb.children)


def _is_somebody(verb: Token) -> bool:
    """ "Kim Lee is the director": says who she is, not what she does."""
    return verb.lemma_ == "be" and any(c.dep_ == "attr" and is_person_noun(c.lemma_) for c in verb.children)
