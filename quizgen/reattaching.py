"""What the small model hangs on the wrong word, in ways so regular that the words around it tell.

Three mistakes make many of its wrong facts on news.  The subject of the next clause is taken for one more
member of a coordination ("headed to Denver and the Hawks have a lease"), that of a clause without "that"
for an object ("promised each victim will receive a payment"), and what explains the last of several names
is hung on the first ("Ann Lee and Tom Cole, the committee's chair").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def reattach(doc: Doc) -> None:
    """Mend the parse in place."""
    for token in doc:
        if token.tag_ in FINITE and token.i:
            _find_subject(token)
        elif token.dep_ == "appos":
            _explain_last(token)


def _find_subject(finite: Token) -> None:
    """Give a finite verb without a subject the noun right before it."""
    verb = finite.head if finite.dep_ in _AUXILIARIES else finite
    noun = _before(finite, verb)
    if noun is None or verb.i < finite.i or any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    if noun.is_ancestor(verb) or not _agrees(noun, finite) or noun.right_edge.i + 1 != verb.left_edge.i:
        return
    if noun.dep_ == "conj" and noun.head.pos_ in _NOUNS and noun.head.i < noun.i:
        _begin_clause(noun, verb)
    elif noun.dep_ == "dobj" and verb.dep_ == "ccomp" and verb.head == noun.head:
        _make_subject(noun, verb)


def _explain_last(apposition: Token) -> None:
    """Hang one that explains on the last member of a coordination where it stands right behind that."""
    first, start = apposition.head, apposition.left_edge.i
    if (
        start < 2
        or apposition.tag_ in {"NNS", "NNPS"}
        or apposition.nbor(start - 1 - apposition.i).text != ","
    ):
        return
    last = apposition.doc[start - 2]
    here = last
    while here.dep_ == "conj" and here != first:
        here = here.head
    if last != first and here == first and last.pos_ in _NOUNS and first.i < last.i:
        apposition.head = last


def _before(finite: Token, verb: Token) -> Token | None:
    """The noun right before a finite verb, over an adverb of its own."""
    before = finite.nbor(-1)
    if before.dep_ == "advmod" and before.head == verb and before.i:
        before = before.nbor(-1)
    return before if before.pos_ in _NOUNS and before.sent == finite.sent else None


def _agrees(noun: Token, finite: Token) -> bool:
    """Whether a noun alone can be the subject: "the parachute and the capsule are" has both for it."""
    plural = noun.tag_ in {"NNS", "NNPS"} or noun.text == "%"
    if finite.tag_ == "VBZ" or finite.lower_ == "was":
        return not plural
    if finite.tag_ == "VBP" or finite.lower_ == "were":
        return plural
    return True


def _begin_clause(noun: Token, verb: Token) -> None:
    """Make the last member of a coordination the subject of a clause that stands beside the one before."""
    first = noun.head
    main = next((t for t in first.ancestors if t.pos_ in {"VERB", "AUX"} and t.i < noun.i), None)
    conjunction = next((c for c in first.children if c.dep_ == "cc" and first.i < c.i < noun.i), None)
    if conjunction is None:
        return
    _make_subject(noun, verb)
    if main is not None and main != verb and not verb.is_ancestor(main):
        verb.head, verb.dep_ = main, "conj"
        conjunction.head = main


def _make_subject(noun: Token, verb: Token) -> None:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
