"""Which question of a sheet is asked in which form; the same in all its versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quizgen.exporters._sheet_chance import draw, shuffled
from quizgen.model import Question

Form = Literal["choice", "truth", "match", "gap", "open"]
Style = Literal["open", "choice", "cloze", "mixed"]
FORMS: tuple[Form, ...] = ("choice", "truth", "match", "gap", "open")  # the order of the parts
BLANK = "____"
# Kinds whose answers can stand in one list to choose from: names, roles, what terms stand for.
MATCHED: tuple[tuple[str, ...], ...] = (("who", "who_said", "first"), ("role",), ("meaning",))
MATCH_AT_LEAST, MATCH_AT_MOST = 3, 6
BANK_AT_LEAST, BANK_AT_MOST = 4, 10  # words of a word bank that can be taken in at a glance
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def by_form(questions: Sequence[Question], style: Style, seed: int) -> list[tuple[Form, list[Question]]]:
    """The questions by form; the same in every version, so that all are asked the same."""
    found: list[tuple[Form, list[Question]]] = []
    rest = list(questions)
    if style == "mixed":
        for group in _matching(rest):
            found.append(("match", group))
            rest = [question for question in rest if question not in group]
    forms = {question.id: _form(question, style, seed) for question in rest}
    for form in FORMS:
        alike = [question for question in rest if forms[question.id] == form]
        if form == "gap" and alike:
            found.extend((form, group) for group in _banks(alike))
        elif alike:
            found.append((form, alike))
    return sorted(found, key=lambda part: FORMS.index(part[0]))


def _banks(questions: Sequence[Question]) -> list[list[Question]]:
    """Groups that share a word bank, by age, so that a question added later joins the last; few join the group before."""
    by_age = oldest_first(questions)
    starts = [*range(0, len(by_age), BANK_AT_MOST)]
    if len(starts) > 1 and len(by_age) - starts[-1] < BANK_AT_LEAST:
        starts.pop()
    groups = [by_age[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return [[question for question in questions if question in group] for group in groups]


def oldest_first(questions: Sequence[Question]) -> list[Question]:
    """The oldest first; those of one age in the order of the quiz."""
    return sorted(questions, key=lambda question: question.created)


def _form(question: Question, style: Style, seed: int) -> Form:
    if style == "open":
        return "open"
    possible: list[Form] = []
    if wrong_answers(question):
        possible.append("choice")
    if gapped(question):
        possible.append("gap")
    if style == "choice":
        return "choice" if "choice" in possible else "open"
    if style == "cloze":
        return "gap" if "gap" in possible else "open"
    if falsehood(question, seed):
        possible.append("truth")
    possible.append("open")
    return possible[draw(seed, "form", question.id) % len(possible)]


def _matching(questions: Sequence[Question]) -> list[list[Question]]:
    """Groups whose answers stand in one list: each answer fits its own question and no other."""
    groups = []
    for kinds in MATCHED:
        group: list[Question] = []
        for question in questions:
            right = right_answers(question)
            if question.kind not in kinds or len(question.answer) > 60 or len(group) == MATCH_AT_MOST:
                continue
            if not any(right & right_answers(other) for other in group):
                group.append(question)
        if len(group) >= MATCH_AT_LEAST:
            groups.append(group)
    return groups


def right_answers(question: Question) -> set[str]:
    return {text.casefold() for text in (question.answer, *question.accepted)}


def gapped(question: Question) -> bool:
    return question.cloze.count(BLANK) == 1


def falsehood(question: Question, seed: int) -> str:
    """The evidence with a distractor in place of the answer, "" where that makes no proper sentence."""
    if not gapped(question):
        return ""
    before, _, after = question.cloze.partition(BLANK)
    article = before.rstrip().rpartition(" ")[2].lower()
    for wrong in shuffled(wrong_answers(question), str, seed, "falsehood", question.id):
        vowel = wrong[:1].lower() in "aeiou8"
        if article in ("a", "an") and vowel != (article == "an"):
            continue
        if not before.strip(" \"“‘'"):
            wrong = wrong[:1].upper() + wrong[1:]
        return f"{before}{wrong}{after}"
    return ""


def wrong_answers(question: Question) -> list[str]:
    """The distractors that are wrong and differ from each other."""
    wrong = {text.casefold(): text for text in question.distractors}
    return [text for key, text in wrong.items() if text and key not in right_answers(question)][
        : len(LETTERS) - 1
    ]
