"""What the small model hangs on the wrong word, in ways so regular that the words around it tell.

Its commonest mistakes on news, each seen in a handful of a thousand sentences, and each a source of
wrong facts: the subject of the next clause is taken for one more member of a coordination ("headed to
Denver and the Hawks have a lease"), that of a clause without "that" for an object ("promised each victim
will receive a payment"), a coordination or a phrase before the verb for two subjects ("Lee, Cole, and Day
approached"), the main verb behind a clause between commas for a participle ("The museum, which ..., closed"),
what explains a name behind a comma for an object ("took off on STS-1, the first mission") or
for the first of several names ("Lee and Cole, the chair"), a list of names for one that is explained, what things add up to for what they are told by
("gained 66 seats, totaling 365 seats"), and "help" for an auxiliary.
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
        dep = token.dep_
        if token.tag_ in FINITE and token.i:
            _find_subject(token)
            if dep == "aux" and token.lower_ in {"help", "helps", "helped"}:
                _help(token)
        elif dep == "appos":
            _list(token)
            _join_title(token)
            _explain_last(token)
        elif dep in {"dobj", "attr"}:
            _explain(token)
        elif dep == "acl" and token.lower_ in {"totaling", "totalling"}:
            _total(token)
        elif dep in _SUBJECTS and token.pos_ in _NOUNS:
            _join_subjects(token)
        elif dep == "ROOT" and token.pos_ in _NOUNS:
            _find_verb(token)


def _find_verb(noun: Token) -> None:
    """Make the verb behind a clause between commas the main one ("The museum, which was founded in 1889, closed")."""
    doc = noun.doc
    aside = next((c for c in noun.rights if c.dep_ in {"relcl", "appos"}), None)
    if aside is None or doc[aside.left_edge.i - 1].text != ",":
        return
    verb = next(
        (c for c in noun.rights if c.dep_ == "acl" and c.i > aside.i and c.tag_ in {"VBD", "VBN"}), None
    )
    if verb is None or doc[verb.i - 1].text != "," or any(c.dep_ in _AUXILIARIES for c in verb.children):
        return
    for child in [c for c in noun.rights if c.i > verb.i]:
        child.head = verb
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"


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


def _list(name: Token) -> None:
    """Make a list of names one ("Peebles, Mayor and Queloz"): the second explains no first of its own kind."""
    others = [c for c in name.children if c.dep_ == "conj" and c.pos_ == "PROPN"]
    alike = name.ent_type_ in {"PERSON", "ORG"} and name.ent_type_ == name.head.ent_type_
    if others and alike and name.pos_ == name.head.pos_ == "PROPN" and name.i > name.head.i:
        name.dep_ = "conj"


def _join_title(name: Token) -> None:
    """Give the last of several a name that stands right behind what they are ("Baker, Bruce and singer Clapton")."""
    start = name.left_edge.i
    title = name.doc[start - 1] if start else name
    if (
        name.pos_ == "PROPN"
        and title.pos_ == "NOUN"
        and title.dep_ == "conj"
        and name.head.is_ancestor(title)
    ):
        name.head, name.dep_ = title.head, "conj"
        title.head, title.dep_ = name, "compound"


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


def _explain(noun: Token) -> None:
    """Hang on the noun before it what stands behind a comma and looks like an object ("on STS-1, the first mission")."""
    doc, verb, start = noun.doc, noun.head, noun.left_edge.i
    if (
        noun.pos_ not in _NOUNS
        or verb.pos_ not in {"VERB", "AUX"}
        or start - 2 <= verb.i
        or doc[start - 1].text != ","
        or doc[start].lower_ not in {"a", "an", "the"}
    ):
        return
    before = doc[start - 2]
    if before.pos_ not in _NOUNS:
        objects = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ in _NOUNS and c.i < start - 2)
        before = next(objects, before)
    while before.dep_ == "pobj" and before.head.lower_ == "of" and before.head.head.pos_ in _NOUNS:
        before = before.head.head  # "the Secretary of Labor, a position"
    if before.pos_ in _NOUNS and before.ent_type_ not in {"DATE", "TIME"}:
        noun.head, noun.dep_ = before, "appos"


def _total(participle: Token) -> None:
    """Hang on the verb what it adds up to: "gained 66 seats, totaling 365 seats" is no more told of the 66."""
    added, start = participle.head, participle.left_edge.i
    above = added.head
    if added.dep_ == "dobj" and above.pos_ == "VERB" and start and participle.doc[start - 1].text == ",":
        participle.head, participle.dep_ = above, "advcl"


def _help(auxiliary: Token) -> None:
    """Make "help" the verb that it is: "helped cut the ribbon"."""
    verb = auxiliary.head
    if auxiliary.i + 1 != verb.i or verb.tag_ != "VB":
        return
    above, dep = verb.head, verb.dep_
    for child in [c for c in verb.children if c.i < auxiliary.i]:
        child.head = auxiliary
    auxiliary.head, auxiliary.dep_, auxiliary.pos_ = (auxiliary if above == verb else above), dep, "VERB"
    auxiliary.lemma_ = "help"
    verb.head, verb.dep_ = auxiliary, "xcomp"


def _join_subjects(last: Token) -> None:
    """Make one subject of two that stand before one verb: a list ("Lee, Cole, and Day"), or a phrase cut in two."""
    doc, verb = last.doc, last.head
    firsts = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i < last.i and c.pos_ in _NOUNS]
    if not firsts or last.i > verb.i or last.dep_ == "expl":
        return
    first, start = firsts[0], last.left_edge.i
    if first.right_edge.i >= start:
        return
    before = doc[start - 1]
    if before.dep_ == "cc" and before.lower_ in {"and", "or"}:
        before.head = first
        last.head, last.dep_ = first, "conj"
    elif (
        first.right_edge.i + 1 == start
        and last.tag_ in {"NN", "NNS"}
        and any(t.pos_ in {"ADP", "VERB"} for t in doc[first.i : start])
    ):
        last.head, last.dep_ = first, "nmod"


def _before(finite: Token, verb: Token) -> Token | None:
    """The noun right before a finite verb, over an adverb of its own."""
    before = finite.nbor(-1)
    if finite.is_sent_start:
        return None
    if before.dep_ == "advmod" and before.head == verb and not before.is_sent_start:
        before = before.nbor(-1)
    return before if before.pos_ in _NOUNS and before.dep_ in {"conj", "dobj"} else None


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
