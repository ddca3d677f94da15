"""Who vouches for a clause: ", according to ..." behind a question, and who told it as the answer."""

from __future__ import annotations

from spacy.tokens import Token

from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import SUBJECTS, Phrase, Unclear, noun_phrase
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING
from quizgen.references import name_span

#: News agencies by the letters they sign with.
AGENCIES = {
    "AP": "the Associated Press", "AFP": "Agence France-Presse", "UPI": "United Press International", "PTI": "Press Trust of India",
    "DPA": "the German Press Agency", "PA": "the Press Association",
}  # fmt: skip


def attribution(clause: Clause, said: str = "") -> Phrase:
    """ ", according to ..." for a clause that somebody reports.

    Args:
        said: words of the question before it: who is named there may be "his lawyer" from there on.

    Raises:
        Unclear: the speaker is not certain.
    """
    if clause.speaker is None or clause.saying is None:
        return _according_to(clause)
    if clause.speaker.lower_ in {"it", "this", "that", "which", "who", "there", "we", "i", "you"}:
        raise Unclear("who says so is not certain")
    if clause.speaker.i == clause.subject.i or clause.subject.i in {t.i for t in clause.speaker.subtree}:
        return _of_themselves(clause)

    if clause.speaker.text in AGENCIES:
        return Phrase(f", according to {AGENCIES[clause.speaker.text]}", 0.02)
    if clause.speaker.pos_ in {"NUM", "SYM"} or clause.speaker.lemma_.lower() in COUNTED:
        raise Unclear("those who say so are only counted")
    tokens = noun_phrase(clause.speaker)
    if len(tokens) > 7:
        name = name_span(clause.speaker) if clause.speaker.pos_ == "PROPN" else None
        if name is None:
            raise Unclear("who says so takes too many words")
        tokens = list(name)
    said_by = wording(tokens, clause.sentence, said="" if clause.speaker.pos_ == "PRON" else said)
    text = said_by.text
    if clause.subject.pos_ == "PRON":
        own = clause.sentence.references.pronoun(clause.subject, clause.sentence)
        told = " ".join(t.text for t in clause.speaker.subtree)
        if own is not None and (own.text == text or own.text in told):
            return _of_themselves(clause)
    return Phrase(f", according to {text}", said_by.doubt + 0.02)


#: Sayings that leave open whether it is so.
CLAIMING = frozenset("claim allege insist maintain deny contend assert argue swear".split())


def _of_themselves(clause: Clause) -> Phrase:
    """No attribution for what people tell of themselves, unless they only claim it.

    Raises:
        Unclear: they do, and "according to" would name them a second time.
    """
    if clause.saying is not None and clause.saying.lemma_ in CLAIMING:
        raise Unclear("it is only claimed by those whom it is about")
    return Phrase("")


#: Sayings that are deeds: who does so makes news.
DEEDS = frozenset(
    "announce promise pledge vow warn deny confirm rule order accuse threaten admit reveal declare concede confess disclose demand "
    "predict propose recommend testify apologise apologize agree decide allege".split()
)
#: What a body does to one whose name is the news.
BESTOWING = frozenset("award sentence convict appoint nominate elect hire acquit fine".split())
#: What bodies find out and give out.
FINDINGS = frozenset("report claim find conclude estimate discover calculate".split())
#: Sayings and thoughts that are no news, whoever has them.
PASSING = frozenset(
    "say tell add note cite mention remark comment explain state think believe feel hope know quote refer recall stress emphasize "
    "emphasise observe acknowledge maintain assert insist argue suggest indicate reply answer respond describe joke continue "
    "talk point disagree thank greet wonder guess suppose imagine doubt".split()
)


#: What answers to a survey are counted in.
COUNTED = frozenset(
    "majority minority half third quarter fifth most percent % percentage share rest number many few those".split()
)


def told(slots: dict[str, str], clause: Clause, telling: frozenset[str]) -> dict[str, str]:
    """The pieces of a question for who told something, with the "that" that the text may leave out.

    Raises:
        Unclear: the telling is not worth asking for, or not told in one piece.
    """
    verb, said = clause.verb, clause.child("ccomp")
    if clause.passive:
        return slots
    if verb.lemma_ in PASSING or (verb.lemma_ == "speak" and clause.child("dobj") is None):
        raise Unclear("a passing word")
    if said is None or said.i < verb.i or verb.lemma_ not in SAYING | telling:
        return slots
    if verb.lemma_ not in telling:
        raise Unclear("a passing word")
    subject = next((c for c in said.children if c.dep_ in SUBJECTS), None)
    if said.lemma_ in SAYING:
        raise Unclear("a report of a report")
    if subject is None or (
        said.lemma_ in SAYING and any(c.dep_ == "ccomp" and c.i < subject.i for c in said.children)
    ):
        raise Unclear("another source stands behind what is told")
    if any(c.dep_ == "mark" or c.tag_ in {"WRB", "WP", "WDT"} for c in said.lefts):
        return slots
    if said.left_edge.i != verb.i + 1 or not slots["rest"]:
        raise Unclear("something stands between the verb and what is told")
    return {**slots, "rest": f"that {slots['rest']}"}


def by_report(part: Token) -> bool:
    """ "By reports on Saturday", "by some accounts"."""
    return (
        part.dep_ == "prep"
        and part.lower_ == "by"
        and any(c.dep_ == "pobj" and c.lemma_ in {"report", "account", "estimate"} for c in part.children)
    )


def _according_to(clause: Clause) -> Phrase:
    """The attribution that the clause itself carries ("according to The Times")."""
    for part in clause.parts:
        if by_report(part):
            report = next(c for c in part.children if c.dep_ == "pobj")
            return Phrase(f", according to {wording(noun_phrase(report), clause.sentence).text}", 0.03)
        if part.lower_ == "according":
            to = next((c for c in part.children if c.lower_ == "to"), None)
            source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
            if source is not None and len(list(source.subtree)) <= 8:
                said_by = wording(noun_phrase(source), clause.sentence)
                the = "the " if said_by.text.startswith("latest ") else ""  # as headlines put it
                return Phrase(f", according to {the}{said_by.text}", said_by.doubt + 0.02)
    return Phrase("")
