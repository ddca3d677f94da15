"""Who vouches for a clause: ", according to ..." behind a question."""

from __future__ import annotations

from spacy.tokens import Token

from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import Phrase, Unclear, noun_phrase
from quizgen.extractors._wording import wording
from quizgen.references import name_span

#: News agencies by the letters they sign with.
AGENCIES = {
    "AP": "the Associated Press", "AFP": "Agence France-Presse", "UPI": "United Press International", "PTI": "Press Trust of India",
    "DPA": "the German Press Agency", "PA": "the Press Association",
}  # fmt: skip


def attribution(clause: Clause) -> Phrase:
    """ ", according to ..." for a clause that somebody reports.

    Raises:
        Unclear: the speaker is not certain.
    """
    if clause.speaker is None or clause.saying is None:
        return _according_to(clause)
    if clause.speaker.lower_ in {"it", "this", "that", "which", "who", "there", "we", "i", "you"}:
        raise Unclear("who says so is not certain")
    if clause.speaker.i == clause.subject.i or clause.subject.i in {t.i for t in clause.speaker.subtree}:
        return Phrase("")

    if clause.speaker.text in AGENCIES:
        return Phrase(f", according to {AGENCIES[clause.speaker.text]}", 0.02)
    tokens = noun_phrase(clause.speaker)
    if len(tokens) > 7:
        name = name_span(clause.speaker) if clause.speaker.pos_ == "PROPN" else None
        if name is None:
            raise Unclear("who says so takes too many words")
        tokens = list(name)
    said_by = wording(tokens, clause.sentence)
    text = said_by.text
    if clause.subject.pos_ == "PRON":
        own = clause.sentence.references.pronoun(clause.subject, clause.sentence)
        told = " ".join(t.text for t in clause.speaker.subtree)
        if own is not None and (own.text == text or own.text in told):
            return Phrase("")
    return Phrase(f", according to {text}", said_by.doubt + 0.02)


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
