"""Simple clauses read off a parse: who did what to whom, where, when.

One sentence gives several: coordinated verbs, relative clauses and participles become statements of
their own, so that each can be asked about alone (the simplification that Heilman and Smith, 2010,
found behind most good questions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from lemminflect import getInflection
from spacy.tokens import Doc, Token

from quizgen.extractors._evidence import evidence_of
from quizgen.extractors._phrases import SUBJECTS, Same, tokens_of
from quizgen.extractors._speech import spoken
from quizgen.lexicon import MONTHS, SAYING, UNVOUCHED, is_person_noun, noun_class
from quizgen.model import Sentence

Shape = Literal["main", "conj", "relative", "participle", "reported", "apposition"]

#: Dependents that belong to the verb itself.
OF_VERB = frozenset({"aux", "auxpass", "neg"})
#: Dependents that state something of their own and never stay in a question on the verb.
LOOSE = frozenset({"punct", "cc", "conj", "mark", "parataxis", "dep", "intj", "meta", "preconj"})
BE = frozenset("be am is are was were been being 's 're 'm ’s ’re".split())


@dataclass(slots=True)
class Clause:
    """A verb with its subject and what goes with it.

    Attributes:
        verb: the verb that carries the meaning ("docked", or "was" where it links).
        subject: head of the subject; for a relative clause or participle the noun it belongs to.
        auxiliaries: in order, those of the verb or, in coordination, of the verb it leans on.
        parts: what else depends on the verb, left to right (heads), without auxiliaries.
        passive: whether the subject undergoes the action.
        added: an auxiliary that the sentence leaves out ("was", of a participle).
        lent: the added auxiliary is another verb's ("would", of "it would go far, flying 3 km").
        tail: a preposition and the noun it goes with, for "the scandal in which ...".
        speaker: subject of the verb of saying that reports this clause, with that verb.
        doubt: 0 for a plain main clause, more for each step away from it.
    """

    sentence: Sentence
    verb: Token
    subject: Token
    auxiliaries: list[Token]
    parts: list[Token]
    shape: Shape
    passive: bool = False
    negation: Token | None = None
    added: str = ""
    lent: bool = False
    tail: tuple[str, Token] | None = None
    speaker: Token | None = None
    saying: Token | None = None
    doubt: float = 0.0
    skipped: set[int] = field(default_factory=set)

    @property
    def doc(self) -> Doc:
        """The parse the clause was read off."""
        return self.verb.doc

    @property
    def links(self) -> bool:
        """Whether the verb only links ("was", "became"), so that its complement describes the subject."""
        return self.verb.lemma_ in {"be", "become", "remain"} and not self.passive

    def child(self, *deps: str) -> Token | None:
        """The first part with one of these dependencies."""
        return next((p for p in self.parts if p.dep_ in deps), None)

    def prepositions(self) -> Iterator[tuple[Token, Token]]:
        """Pairs (preposition, its object) of the clause and of the infinitives chained to its verb.

        A place or date that the parse hangs on the object ("made a speech in Berlin in 1963") counts too.
        """
        stack = list(self.parts)
        later: list[tuple[Token, Token]] = []
        while stack:
            part = stack.pop(0)
            if part.dep_ in {"prep", "agent", "dative"} and part.pos_ in {"ADP", "SCONJ"}:
                if self.astray(part) or (part.i and part.nbor(-1).dep_ == "cc"):
                    continue  # "on one storm, and on another": one of several
                for obj in part.children:
                    if obj.dep_ == "pobj":
                        yield part, obj
                        later.extend(_hung(obj))
            elif part.dep_ == "xcomp" and part.pos_ in {"VERB", "AUX"}:
                stack.extend(c for c in part.children if c.dep_ not in OF_VERB)
            elif part.dep_ in {"dobj", "oprd"} and part.i > self.verb.i and self.verb.lemma_ not in STATIVE:
                later.extend(_hung(part))
        yield from later

    def astray(self, prep: Token) -> bool:
        """Whether a phrase stands behind a clause that it may as well belong to ("could form while it moves at 15 mph")."""
        return any(p.dep_ == "advcl" and self.verb.i < p.i < prep.i for p in self.parts)

    def everything(self) -> list[Token]:
        """The parts, with those of chained infinitives, left to right."""
        found: list[Token] = []
        stack = list(self.parts)
        while stack:
            part = stack.pop(0)
            found.append(part)
            if part.dep_ == "xcomp" and part.pos_ in {"VERB", "AUX"}:
                stack.extend(c for c in part.children if c.dep_ not in OF_VERB)
            elif part.dep_ == "acomp":
                stack.extend(c for c in part.children if c.dep_ == "xcomp")  # "is due to last six days"
        return sorted(found, key=lambda t: t.i)


#: Participles that tell a state: what is based somewhere still is.
LASTING = frozenset("base locate situate headquarter know call name design intend mean own".split())
#: Verbs whose object carries its own place and time ("has an office in Paris").
STATIVE = frozenset("have own include contain be need want like know see mention cite describe call".split())


def _hung(noun: Token) -> Iterator[tuple[Token, Token]]:
    """Places and dates behind a noun that may as well belong to its verb."""
    for prep in noun.children:
        if (
            prep.dep_ == "prep"
            and prep.i > noun.i
            and prep.lower_ in {"in", "on", "at", "near", "by", "until", "since"}
        ):
            for obj in prep.children:
                if obj.dep_ == "pobj" and (
                    obj.ent_type_ in {"GPE", "LOC", "FAC", "DATE", "TIME"}
                    or obj.lemma_ in {"state", "city", "town", "country", "village"}
                ):
                    yield prep, obj
                    yield from _hung(obj)


#: Verbs that give a name to what stands before them.
NAMING = frozenset("call know dub name nickname term".split())


def clauses(sentence: Sentence) -> list[Clause]:
    """All clauses of a sentence, those whose parse contradicts itself left out."""
    return _clauses(Same(sentence))


@lru_cache(maxsize=4)
def _clauses(key: Same) -> list[Clause]:
    sentence = key.sentence
    found: list[Clause] = []
    if evidence_of(sentence).quote.endswith("?"):
        return found
    for token in tokens_of(sentence):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            clause = _read(token, sentence)
            if clause is not None:
                found.append(clause)
    return found


def _shares_object(verb: Token) -> bool:
    """ "have been testing and collecting information": the first verb's object stands behind the second."""
    if verb.i + 2 >= len(verb.doc) or verb.nbor(1).dep_ != "cc":
        return False
    second = next(
        (c for c in verb.children if c.dep_ == "conj" and c.i <= verb.i + 3 and c.tag_ == verb.tag_), None
    )
    return (
        second is not None
        and any(c.dep_ == "dobj" for c in second.children)
        and not any(c.dep_ in SUBJECTS for c in second.children)
    )


#: Verbs that keep one object in the passive ("a man given a medal").
DOUBLE = frozenset(
    "give award offer pay grant send call name dub nickname title elect appoint make tell ask teach show owe".split()
)


def _past_after_all(verb: Token) -> bool:
    """ "one man sprayed Khan with ...": a past that the parse took for a participle of the noun before it."""
    return (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and verb.i == verb.head.i + 1
        and verb.lemma_ not in DOUBLE
        and any(c.dep_ == "dobj" for c in verb.children)
        and verb.lower_ in getInflection(verb.lemma_.lower(), tag="VBD")
    )


def _active_past(verb: Token, lead: Token) -> bool:
    """ "was born in Leeds and studied law": a past with an object of its own, whatever "was" it stands behind."""
    return (
        any(c.dep_ == "auxpass" for c in lead.children)
        and verb.lemma_ not in DOUBLE
        and any(c.dep_ == "dobj" and c.i == verb.i + 1 + len(list(c.lefts)) for c in verb.rights)
        and verb.lower_ in getInflection(verb.lemma_.lower(), tag="VBD")
    )


def _read(verb: Token, sentence: Sentence) -> Clause | None:
    children = list(verb.children)
    dep = verb.dep_
    lost = _lost_subject(verb)
    if (
        verb.lemma_ in NAMING
        and dep == "conj"
        and _set_off(verb)
        and not any(c.dep_ in SUBJECTS or c.dep_ == "auxpass" for c in children)
    ):
        return None  # "has been out on license, also called parole": a name, whatever the parse says
    if _shares_object(verb) and any(c.i > verb.i and c.dep_ in {"prep", "advmod"} for c in children):
        return None
    own = [c for c in children if c.dep_ in SUBJECTS and c.i < verb.i]
    if len(own) > 1:  # "On Tuesday, March 17th, they were accused": a date is no subject
        own = [c for c in own if c.text not in MONTHS and not any(w.text in MONTHS for w in c.lefts)]
    tail: tuple[str, Token] | None = None
    if dep == "relcl" and own and own[0].tag_ not in {"WDT", "WP", "WP$"}:
        subject, shape, doubt, tail = _placed(verb, own[0])
    elif lost is not None:
        subject, shape, doubt = lost, "reported", 0.06
    else:
        subject, shape, doubt = _subject(verb, own)
    if subject is None or _last_of_several(subject):
        return None
    auxiliaries = [c for c in children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    added = ""
    passive = any(c.dep_ == "auxpass" for c in children) or any(c.dep_ == "nsubjpass" for c in own)
    if shape == "conj" and not auxiliaries:
        lead = verb.head if dep == "dep" else _lead(verb)
        if verb.tag_ == "VBN" and lead.tag_ == "VBN" and _active_past(verb, lead):
            added = "did"
        elif verb.tag_ in {"VB", "VBN", "VBG"} and lead.tag_ == verb.tag_:
            auxiliaries = [c for c in lead.children if c.dep_ in {"aux", "auxpass"} and c.i < lead.i]
            passive = any(c.dep_ == "auxpass" for c in lead.children)
        elif verb.tag_ == "VBG" and lead.lemma_ == "be" and lead.pos_ == "AUX":
            auxiliaries = [c for c in lead.children if c.dep_ == "aux" and c.i < lead.i] + [
                lead
            ]  # "has been out and living"
        elif verb.tag_ in {"VB", "VBN", "VBG"}:
            return None
    lent = False
    if shape == "participle" and verb.tag_ == "VBG":
        added = "" if auxiliaries else _tense(verb.head.head if dep == "pcomp" else verb.head, subject)
        if not added or (dep == "pcomp" and added != "did"):
            return None
        shape, lent = "conj", True
    elif verb.tag_ == "VB" and dep == "ccomp" and own and not auxiliaries and verb.head.lemma_ in LETTING:
        # "the flight saw the aircraft climb": true as soon as it was seen
        added = _tense(verb.head, subject)
        if not added:
            return None
        shape, lent, doubt = "main", True, 0.06
        above = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
        if (
            verb.head.lemma_ == "see"
            and above is not None
            and noun_class(above.lemma_) in {"act", "event", "time"}
        ):
            tail = ("during", above)
    elif shape == "participle" and _past_after_all(verb):
        shape, added, doubt = "conj", "did", 0.08
    elif shape == "participle":
        if verb.tag_ != "VBN" or auxiliaries:
            return None
        passive = True
        past = verb.lemma_ not in LASTING
        plural = is_plural(subject, before=verb.i)
        added = ("were" if plural else "was") if past else ("are" if plural else "is")
    elif verb.tag_ == "VBN" and dep == "ROOT" and own and not auxiliaries:
        # "The mission launched successfully": a past that looks like a participle
        if verb.lower_ not in getInflection(verb.lemma_.lower(), tag="VBD"):
            return None
        added = "did"
    elif verb.tag_ in {"VBG", "VBN", "VB"} and not auxiliaries and not added:
        return None
    if auxiliaries and auxiliaries[0].tag_ not in {"MD", "VBD", "VBZ", "VBP"}:
        return None
    if len(own) > 1:
        # "to finish it safely lasted": a pronoun right behind an infinitive is that verb's object.
        extra = [c for c in own if c.i != subject.i]
        if len(own) == 2 and _then_named(*own):
            subject = own[1]
        elif not all(c.pos_ == "PRON" and c.i and c.doc[c.i - 1].tag_ == "VB" for c in extra):
            return None
    parts = [c for c in children if c.dep_ not in OF_VERB and c not in own and c.dep_ not in LOOSE]
    # "selected two astronauts, Hurley and Behnken, for a mission": the parse hangs the purpose on the object
    parts += [c for p in parts if p.dep_ == "dobj" for c in p.children if _behind_names(c)]
    # "Rescuers, working in the cold, recovered ...": a participle between commas is no subject.
    parts = [c for c in parts if not (c.dep_ == "csubj" and c.tag_ == "VBG" and own and _set_off(c))]
    if any(c.dep_ in {"csubj", "csubjpass", "expl"} for c in parts):
        return None
    if shape == "conj" and dep == "conj" and not own and not _tells_time(parts):
        # "Before the vote, the party was the largest, but had ...": the time holds for both
        lead = _lead(verb)
        parts = [
            c
            for c in lead.children
            if c.i < subject.i and c.dep_ in {"prep", "npadvmod"} and _tells_time([c])
        ] + parts
    clause = Clause(
        sentence=sentence,
        verb=verb,
        subject=subject,
        auxiliaries=auxiliaries,
        parts=parts,
        shape=shape,
        passive=passive,
        negation=next((c for c in children if c.dep_ == "neg"), None),
        added=added,
        lent=lent,
        tail=tail,
        doubt=doubt,
    )
    if tail is not None:
        clause.parts = [p for p in parts if not _has_wh(p)]
    elif shape == "relative":
        # The relative pronoun stands for the noun: it is asked by the noun itself.
        clause.parts = [p for p in parts if p.tag_ not in {"WDT", "WP", "WP$", "WRB"} and not _has_wh(p)]
        if any(_has_wh(p) for p in parts):
            return None
    elif any(_has_wh(p) and p.dep_ not in {"ccomp", "advcl", "xcomp", "pcomp", "relcl"} for p in parts):
        return None
    if verb.i in spoken(sentence):
        clause.doubt += 0.06
    if (lent and dep == "ccomp") or (dep == "ccomp" and _apart(verb)):
        return clause
    if lost is not None or dep == "ccomp" or (dep == "conj" and _lead(verb).dep_ == "ccomp"):
        top = _lead(verb) if dep == "conj" else verb.head if dep == "acl" else verb
        if not _report(clause, top):
            return None
    elif dep == "ROOT":
        # "..., officials said": the parse hangs the saying below what is said.
        for child in children:
            if child.dep_ in {"parataxis", "ccomp"} and child.lemma_ in SAYING | UNVOUCHED:
                speaker = next((c for c in child.children if c.dep_ == "nsubj"), None)
                # "The BBC reported, 62 shops had closed"
                if speaker is not None and (child.dep_ == "parataxis" or child.i < subject.i):
                    clause.speaker, clause.saying = speaker, child
    return clause


def _behind_names(prep: Token) -> bool:
    """Whether a phrase with "for" or "to" stands behind the names put in after the object."""
    return (
        prep.dep_ == "prep"
        and prep.lower_ in {"for", "to"}
        and any(c.dep_ == "appos" and c.i < prep.i for c in prep.head.children)
        and _set_off(prep)
    )


def _then_named(person: Token, name: Token) -> bool:
    """ "the party's leader, Jeremy Corbyn announced": one subject, described and then named."""
    return name.pos_ == "PROPN" and is_person_noun(person.lemma_) and person.nbor(1).text == ","


def _lost_subject(verb: Token) -> Token | None:
    """The subject of a reported clause that the parse took for the object of the verb of saying.

    "has promised each victim will be paid", "scientists report skulls evolved": the noun stands between both verbs.
    """
    if any(c.dep_ in {*SUBJECTS, "mark"} for c in verb.children):
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBD":
        noun = verb.head
    elif verb.dep_ == "ccomp" and any(
        c.dep_ == "aux" and c.tag_ in {"MD", "VBZ", "VBP", "VBD"} for c in verb.children
    ):
        noun = next((c for c in verb.head.children if c.dep_ == "dobj"), verb)
    else:
        return None
    saying = noun.head
    between = saying.i < noun.i < verb.i and verb.left_edge.i <= noun.right_edge.i + 1 and noun.dep_ == "dobj"
    return noun if between and saying.lemma_ in SAYING and noun.pos_ in {"NOUN", "PROPN"} else None


def _last_of_several(subject: Token) -> bool:
    """Whether "and" before a subject joins it to others, not its clause: no verb stands before it yet."""
    doc, start = subject.doc, subject.left_edge.i
    if start == 0 or doc[start - 1].lower_ not in {"and", "or"}:
        return False
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[subject.sent.start : start])


#: Verbs of what follows from a whole clause, as "which" behind a comma tells it.
FOLLOWING = frozenset("lead mean cause result prompt force raise contribute trigger spark explain".split())


def _subject(verb: Token, own: list[Token]) -> tuple[Token | None, Shape, float]:
    dep = verb.dep_
    if dep in {"relcl"} and own:
        noun = verb.head
        if own[0].tag_ in {"WDT", "WP"} or (
            own[0].lower_ == "that" and own[0].pos_ in {"PRON", "DET", "SCONJ"}
        ):
            if (named := _described(noun)) is not None and _stands_for(own[0], noun):
                return named, "relative", 0.08
            if noun.pos_ not in {"NOUN", "PROPN"} or not _loose(verb) or not _stands_for(own[0], noun):
                return None, "relative", 0
            if own[0].lower_ == "which" and verb.lemma_ in FOLLOWING and noun.dep_ not in SUBJECTS:
                return (
                    None,
                    "relative",
                    0,
                )  # "are not getting enough iodine, which can lead to": all of it does
            finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
            if finite.tag_ == "VBZ" and is_plural(noun) and noun_class(noun.lemma_) != "group":
                return None, "relative", 0  # "the towns of ... in Congo, which has suffered": of another noun
            return noun, "relative", 0.08
        return None, "relative", 0
    if (
        dep == "advcl"
        and verb.tag_ == "VBG"
        and not own
        and verb.i > verb.head.i
        and verb.doc[verb.i - 1].text in {",", "–", "—"}
    ):
        above = [c for c in verb.head.children if c.dep_ in SUBJECTS and c.i < verb.head.i]
        making = verb.lemma_ == "make" and any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in verb.children)
        marked = (verb.lemma_ in OF_NOUN and not making) or any(
            c.dep_ in {"mark", "prep"} for c in verb.children if c.i < verb.i
        )
        if (
            len(above) == 1
            and not marked
            and verb.head.dep_ in {"ROOT", "conj"}
            and above[0].lower_ not in {"it", "this", "that", "which", "there"}
        ):
            return above[0], "participle", 0.16
        return None, "participle", 0
    if dep == "pcomp" and verb.tag_ == "VBG" and own and verb.head.lower_ == "with":
        # "with Lee defeating Cole by a few votes": what happened beside, as true as the main verb
        beside = own[0].pos_ in {"NOUN", "PROPN"} and verb.head.head.dep_ in {"ROOT", "conj"}
        return (own[0] if beside else None), "participle", 0.1
    if dep == "pcomp" and verb.tag_ == "VBG" and not own and verb.head.lower_ in {"after", "before"}:
        matrix = verb.head.head
        above = [c for c in matrix.children if c.dep_ in SUBJECTS and c.i < matrix.i]
        # "after moving to London in 1972": said of the subject, and as true as the main verb
        if len(above) == 1 and matrix.dep_ == "ROOT" and not any(c.dep_ == "neg" for c in matrix.children):
            return above[0], "participle", 0.1
        return None, "participle", 0
    if dep == "acl" and verb.tag_ == "VBN" and not own:
        if (named := _described(verb.head)) is not None:
            return named, "participle", 0.08
        return (
            (verb.head, "participle", 0.1) if verb.head.pos_ in {"NOUN", "PROPN"} else (None, "participle", 0)
        )
    if own:
        if own[0].tag_ in {"WDT", "WP", "WP$"} or own[0].lower_ in {
            "there",
            "that",
            "this",
            "what",
            "who",
            "which",
        }:
            return None, "main", 0
        if dep == "ROOT":
            return own[0], "main", 0
        if dep == "conj":
            return (own[0], "conj", 0.02) if _lead(verb).dep_ in {"ROOT", "ccomp"} else (None, "conj", 0)
        if dep == "ccomp":
            return own[0], "reported", 0.03
        if dep in {"advcl"}:
            mark = next((c for c in verb.children if c.dep_ == "mark" or c.tag_ == "WRB"), None)
            if (
                mark is not None
                and mark.lower_
                in {"as", "after", "while", "because", "although", "though", "when", "since", "before"}
                and mark.lower_ in {"after", "because", "although", "though", "while"}
            ):
                return own[0], "conj", 0.08
        return None, "main", 0
    if dep == "conj" and (taken := _taken(verb)) is not None:
        return taken, "conj", 0.06
    if dep == "conj" or _stray(verb):
        lead = verb.head if dep == "dep" else _lead(verb)
        if lead.pos_ in {"VERB", "AUX"}:
            inherited = [c for c in lead.children if c.dep_ in SUBJECTS and c.i < lead.i]
            if (
                inherited
                and lead.dep_ in {"ROOT", "ccomp"}
                and inherited[0].lower_ not in {"there", "that", "this", "who", "which", "what"}
            ):
                return inherited[0], "conj", 0.04
            if (
                lead.dep_ == "relcl"
                and inherited
                and inherited[0].tag_ in {"WDT", "WP"}
                and lead.head.pos_ in {"NOUN", "PROPN"}
                and _loose(lead)
            ):
                return lead.head, "relative", 0.12
    return None, "main", 0


#: Verbs whose bare infinitive tells what happened ("saw it climb", "made them leave").
LETTING = frozenset("see watch hear make let help".split())


def _tells_time(parts: list[Token]) -> bool:
    """Whether one of the phrases says when."""
    return any(
        p.lower_ in {"before", "after", "during", "since", "until"}
        or (
            p.dep_ in {"prep", "npadvmod"}
            and any(
                t.ent_type_ in {"DATE", "TIME"}
                or (t.head.i == p.i and noun_class(t.lemma_) in {"time", "event"})
                for t in p.subtree
            )
        )
        for p in parts
        if p.lower_ not in {"to", "of", "from"} or p.dep_ != "prep"
    )


def _described(noun: Token) -> Token | None:
    """The name that a noun describes: what is told of "a community" in "Mozilla is a community, created in 1998" is told of Mozilla."""
    if noun.tag_ != "NN" or not any(c.lower_ in {"a", "an"} for c in noun.lefts):
        return None
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return noun.head
    be = noun.head
    if noun.dep_ != "attr" or be.lemma_ != "be" or any(c.dep_ in {"neg", "aux"} for c in be.children):
        return None
    return next((c for c in be.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)


def _set_off(token: Token) -> bool:
    """Whether a branch stands behind a comma or dash."""
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in {",", "–", "—"}


def _tense(matrix: Token, subject: Token) -> str:
    """The auxiliary that a verb without a form of its own takes from the verb it leans on, "" if that is not clear."""
    first = next((c for c in matrix.children if c.dep_ in {"aux", "auxpass"} and c.i < matrix.i), matrix)
    if first.tag_ == "MD":
        return first.lower_ if first.lower_ in {"will", "would", "can", "could", "may", "might"} else ""
    if first.tag_ == "VBD":
        return "did"
    if first.tag_ in {"VBZ", "VBP"} and first == matrix:
        return "do" if is_plural(subject) else "does"
    return ""


def _apart(verb: Token) -> bool:
    """Two statements side by side that the parse made one.

    "48 flats were damaged; the building was evacuated", "The heating was off, so the crew slept in their coats".
    """
    doc, head = verb.doc, verb.head
    return (
        verb.i < head.i
        and head.lemma_ not in SAYING
        and any(
            t.text in {";", ":"} or (t.lower_ in {"so", "but"} and doc[t.i - 1].text == ",")
            for t in doc[verb.i : head.i]
        )
    )


def _placed(verb: Token, subject: Token) -> tuple[Token | None, Shape, float, tuple[str, Token] | None]:
    """ "the scandal in which profiles were harvested": the clause with its noun put back ("in the scandal")."""
    noun = verb.head
    if noun.pos_ not in {"NOUN", "PROPN"} or subject.pos_ == "PRON":
        return None, "main", 0, None
    for child in verb.children:
        if child.dep_ == "prep" and child.i < subject.i and any(c.tag_ == "WDT" for c in child.children):
            return subject, "main", 0.1, (child.lower_, noun)
        if child.tag_ == "WRB" and child.lower_ == "where" and child.i < subject.i:
            return subject, "main", 0.12, ("in" if noun.pos_ == "PROPN" else "at", noun)
    return None, "main", 0, None


def _stands_for(pronoun: Token, noun: Token) -> bool:
    """Whether "who" or "which" can stand for a noun: else the clause belongs to another one."""
    person = is_person_noun(noun.lemma_)
    if pronoun.lower_ == "which":
        return not (noun.pos_ == "NOUN" and person) and noun.ent_type_ not in {"DATE", "TIME"}
    if pronoun.lower_ == "who":
        return (
            noun.pos_ == "PROPN"
            or person
            or noun_class(noun.lemma_) in {"group", ""}
            or noun.lower_ in {"people", "others"}
        )
    return True


def _loose(verb: Token) -> bool:
    """Whether a clause only adds to its noun: behind a comma, or on a proper name.

    A restrictive clause ("the men who held him down") says which ones are meant: it can't be asked apart.
    """
    edge = verb.left_edge
    return verb.head.pos_ == "PROPN" or (edge.i > 0 and edge.doc[edge.i - 1].text in {",", "–", "—", "-"})


def _stray(verb: Token) -> bool:
    """A coordinated verb that the parse lost hold of: finite, without a subject, somewhere behind an "and"."""
    return (
        verb.dep_ == "dep"
        and verb.tag_ in {"VBD", "VBZ"}
        and verb.head.pos_ == "VERB"
        and verb.head.tag_ == verb.tag_
        and any(t.lower_ in {"and", "but"} and t.head == verb.head for t in verb.doc[verb.head.i : verb.i])
    )


def _taken(verb: Token) -> Token | None:
    """The subject that the parse took for one more object: "gained 13 seats and the Democrats lost 10"."""
    place = verb.i - 1
    while verb.doc[place].pos_ in {"AUX", "ADV"} and place > verb.head.i:
        place -= 1
    noun = verb.doc[place]
    taken = noun.dep_ == "conj" and noun.pos_ in {"NOUN", "PROPN"} and noun.head.i > verb.head.i
    return noun if taken and noun.nbor(-1 - (noun.i - noun.left_edge.i)).dep_ == "cc" else None


def _lead(verb: Token) -> Token:
    """The first verb of a coordination."""
    while verb.dep_ == "conj":
        above = verb.head
        if above.dep_ in {"acomp", "oprd"}:
            above = above.head  # "was rescued alive and flown to Moscow"
        if above.pos_ not in {"VERB", "AUX"}:
            break
        verb = above
    return verb


#: "It was clear that ...": adjectives that vouch for what follows.
EVIDENT = frozenset("clear evident obvious apparent certain true undeniable".split())


#: Participles that say more of the noun before them than of the sentence's subject.
OF_NOUN = frozenset(
    "include comprise feature mean make lead bring follow consist involve accord concern depend regard range represent contain".split()
)


def _report(clause: Clause, top: Token) -> bool:
    """Note who reports the clause; False where its truth can't be told."""
    saying = top.head
    if saying.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in EVIDENT for c in saying.children):
        clause.doubt += 0.05
        return not any(c.dep_ == "neg" for c in saying.children)
    if saying.lemma_ in UNVOUCHED or any(c.dep_ == "neg" for c in saying.children):
        return False
    if saying.lemma_ not in SAYING:
        return False
    if any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in top.children) or any(
        c.tag_ in {"WRB", "WP", "WDT"} for c in top.children
    ):
        return False
    speakers = [c for c in saying.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if not speakers:
        lead = _lead(saying)
        speakers = [c for c in lead.children if c.dep_ in SUBJECTS] if lead != saying else []
        if saying.dep_ in {"advcl", "acl", "xcomp"}:
            above = [c for c in saying.head.children if c.dep_ in SUBJECTS]
            if not above or above[0].pos_ == "PRON":
                return False
            return False
    if not speakers or saying.tag_ in {"VBG"}:
        return False
    if len(speakers) == 2 and _then_named(*speakers):
        speakers = speakers[1:]
    clause.speaker, clause.saying = speakers[0], saying
    return True


_WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})


def _has_wh(token: Token) -> bool:
    """Whether a part asks or relates ("which", "in which", "whose names"); a clause behind its noun may."""
    if token.tag_ in _WH_TAGS:
        return True
    nouns = (
        [token] if token.dep_ in {"dobj", "pobj"} else list(token.children) if token.dep_ == "prep" else []
    )
    return any(
        word.tag_ in _WH_TAGS or any(below.tag_ in _WH_TAGS for below in word.lefts)
        for noun in nouns
        for word in [noun, *noun.lefts]
    )


def is_plural(noun: Token, *, before: int | None = None) -> bool:
    """Whether a noun phrase takes a plural verb; what is coordinated from a token on does not count with `before`."""
    return (
        noun.tag_ in {"NNS", "NNPS"}
        or any(c.dep_ == "conj" and c.i > noun.i and (before is None or c.i < before) for c in noun.children)
        or noun.lower_ in {"they", "we", "you", "these", "those", "police", "people"}
    )
