"""The export gate: is every card one that can be learned and remembered for a year?

The rules are those of Wozniak's "Effective learning: Twenty rules of formulating knowledge" (SuperMemo,
1999) that a program can check; each finding carries the number of its rule.  A finding names the
question, says what is the matter and what to do; nothing is changed here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from quizgen.model import Question, Quiz
from quizgen.plaintext import plain

ANSWER_WORDS = 8
ANSWER_CHARACTERS = 250
FRONT_CHARACTERS = 300
QUESTIONS_PER_SOURCE = 40
GAPS = 2
ALIKE = 92  # of 100: from here on two questions are mixed up
NEIGHBOURS = 500  # a question is compared with so many before it, which bounds the time of a great deck

_GAP = "____"
_SHOWN_WORDS = 8
_SHOWN_CHARACTERS = 80
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_ITEM = re.compile(r"\s*(?:,\s+(?:and|or)\s+|,\s+|;\s*|\s+and\s+)")
# "2 hours, 3 minutes and 4 seconds" and "Tuesday, October 9, 2024" are one thing each.
_ONE_THING = re.compile(
    rf"\d[\d.,]*\s*(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|feet|inch(?:es)?|pounds?|ounces?)\b"
    rf"|(?:{_WEEKDAYS}|{_MONTHS})\b|\d{{4}}\Z",
    re.IGNORECASE,
)
_ASKS_FOR_LIST = re.compile(
    r"\A(?:list|name|give|enumerate)\b|\bwhich of the following\b|\bname (?:all|the)\b", re.I
)
_QUESTION_WORD = re.compile(r"\b(?:who|whom|whose|what|when|where|why|which|how)\b", re.I)
_FILLER = re.compile(
    r"\b(?:please|(?:can|could|would) you (?:tell|say|name)|do you know|tell me|in your opinion)\b", re.I
)
_NEGATION = re.compile(r"\b(?:not|never|nobody|nothing|none|neither|nor|without)\b|n['’]t\b", re.I)
_ABOUT_TEXT = re.compile(
    r"\b(?:this|the) (?:article|text|passage|story|excerpt)\b|\b(?:mentioned|described) (?:above|below|earlier)\b",
    re.I,
)
_PRONOUN_SUBJECT = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|can|could|will|would|should|may|might|must) "
    r"(?:he|she|they|it|we|i|you|this|these|those)\b(?! (?:takes?|costs?|possible)\b)(?=\W)",
    re.I,
)
_OPENING_PRONOUN = re.compile(
    r"\A[\"“‘']?(?:he|she|it|they|we|his|her|its|their|our|this|these|those)\b", re.I
)
_RELATIVE_TIME = re.compile(
    rf"\b(?:today|tonight|yesterday|tomorrow|currently|now|nowadays|recently|ago|at present|"
    rf"(?:last|next|this|past) (?:week|month|year|night|summer|winter|spring|autumn|fall|{_WEEKDAYS}))\b(?!-)",
    re.I,
)
_BARE_WEEKDAY = re.compile(rf"\A(?:on )?(?:{_WEEKDAYS})\Z", re.I)
_CHANGES = re.compile(
    r"\A(?:who|what) (?:is|are|heads|leads|runs)\b.*\b(?:president|minister|chancellor|king|queen|pope|governor|mayor|"
    r"chief executive|ceo|head|leader|director|champion|record)\b|\A(?:how much|what) (?:does|do|is|are)\b.*\b(?:cost|price|fee|toll|rate|fare)s?\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:1\d|20|21)\d\d\b")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one question that makes it hard to learn.

    Attributes:
        question: its id.
        prompt: how it begins, so that a person knows it again.
        rule: the number among the twenty rules; 0 for what no rule needed to say.
        sentence: what is the matter and what to do.
    """

    question: str
    prompt: str
    rule: int
    sentence: str

    def __str__(self) -> str:
        """One line for a person."""
        return f'{self.question} "{self.prompt}": {self.sentence}'


def _finding(question: Question, rule: int, sentence: str) -> Finding:
    return Finding(_shown(question.id), _shown(question.prompt), rule, sentence)


def _shown(text: str) -> str:
    """The start of a text of others, fit to be printed."""
    words = plain(text).split()
    start = " ".join(words[:_SHOWN_WORDS])
    return start[:_SHOWN_CHARACTERS] + (
        "…" if len(words) > _SHOWN_WORDS or len(start) > _SHOWN_CHARACTERS else ""
    )


def check(
    quizzes: Sequence[Quiz], *, cards: Literal["qa", "cloze", "both"] = "qa", choices: bool = False
) -> list[Finding]:
    """What a learner will stumble over, in the order of the quizzes; [] if nothing.

    Args:
        cards, choices: as the deck is to have them.
    """
    asked = [(quiz, question) for quiz in quizzes for question in quiz.asked]
    rules = [
        *_ALWAYS,
        *((_cloze,) if cards != "qa" else ()),
        *((_choices,) if choices else ()),
        *((_wording, _answer_on_front) if cards != "cloze" else ()),
    ]
    found = [
        _finding(question, rule, sentence)
        for quiz, question in asked
        for check_one in rules
        for rule, sentence in check_one(question, quiz)
    ]
    questions = list({question.id: question for _, question in asked}.values())
    found += [*_too_many(quizzes), *_mixed_up(questions)]
    place = {_shown(question.id): number for number, question in enumerate(questions)}
    return sorted(found, key=lambda finding: (place[finding.question], finding.rule))


Found = Iterator[tuple[int, str]]


def _one_fact(question: Question, quiz: Quiz) -> Found:
    words = len(question.answer.split())
    if words > ANSWER_WORDS or len(question.answer) > ANSWER_CHARACTERS:
        yield 4, f"the answer has {words} words: ask for one fact of at most {ANSWER_WORDS} words"
    if len(question.prompt) > FRONT_CHARACTERS:
        yield 4, f"the question has {len(question.prompt)} characters: at most {FRONT_CHARACTERS} are read"


def _no_list(question: Question, quiz: Quiz) -> Found:
    items = [item for item in _ITEM.split(question.answer) if item]
    if len(items) >= 3 and not any(_ONE_THING.match(item) for item in items):
        yield 9, f"the answer lists {len(items)} things: make a question of each"
    if _ASKS_FOR_LIST.search(question.prompt):
        yield 10, "it asks for a list: ask for one thing"


def _wording(question: Question, quiz: Quiz) -> Found:
    if not question.prompt.rstrip("\"'”’ ").endswith("?") or not _QUESTION_WORD.search(question.prompt):
        yield 12, "it has no question word or no question mark: say what is asked"
    if _FILLER.search(question.prompt):
        yield 12, "it has words that ask nothing: leave them out"
    if len(_NEGATION.findall(question.prompt)) > 1:
        yield 12, "it says no twice: say it the other way round"


def _stands_alone(question: Question, quiz: Quiz) -> Found:
    if _ABOUT_TEXT.search(question.prompt):
        yield 16, "it speaks of the article, which a card is without: name what it is about"
    if _PRONOUN_SUBJECT.search(_unquoted(question.prompt)):
        yield 16, "a pronoun stands for what it asks about: name it"


def _has_source(question: Question, quiz: Quiz) -> Found:
    if not question.evidence.quote.strip():
        yield 18, "no sentence proves the answer: quote one"
    elif not any(
        _stands_in(words, question.evidence.quote) for words in (question.answer, *question.accepted)
    ):
        yield 18, "the answer does not stand in the quoted sentence: mend one of them"
    source = quiz.source(question)
    if source is None or not (source.title or source.name or source.url):
        yield 18, "it names no source: say where it comes from"


def _has_date(question: Question, quiz: Quiz) -> Found:
    if _RELATIVE_TIME.search(_unquoted(question.prompt)) or _RELATIVE_TIME.search(question.answer):
        yield 19, "it tells a time that depends on the day of writing: give the date"
    elif _BARE_WEEKDAY.match(question.answer.strip()):
        yield 19, "the answer is a day of any week: give the date"
    if _CHANGES.search(question.prompt) and not _YEAR.search(question.prompt):
        yield 19, "the answer may change: put the date into the question"


def _answer_on_front(question: Question, quiz: Quiz) -> Found:
    if _stands_in(question.answer, question.prompt):
        yield 0, "the question tells its answer: leave it out"


def _cloze(question: Question, quiz: Quiz) -> Found:
    count = question.cloze.count(_GAP)
    if count > GAPS:
        yield 5, f"its sentence has {count} gaps: at most {GAPS} can be filled"
    if count and _stands_in(question.answer, question.cloze):
        yield 5, "the rest of its sentence tells the answer: shorten the sentence"
    if count and _OPENING_PRONOUN.search(question.cloze):
        yield (
            16,
            "its sentence opens with a pronoun, and a gap is all a cloze card asks: name what it stands for",
        )


def _choices(question: Question, quiz: Quiz) -> Found:
    right = {answer.casefold().strip() for answer in (question.answer, *question.accepted)}
    for wrong in question.distractors:
        if wrong.casefold().strip() in right:
            yield 0, f'the wrong choice "{_shown(wrong)}" is right: replace it'


_ALWAYS: tuple[Callable[[Question, Quiz], Found], ...] = (
    _one_fact,
    _no_list,
    _stands_alone,
    _has_source,
    _has_date,
)


def _too_many(quizzes: Sequence[Quiz]) -> Iterator[Finding]:
    """Rule 20: what is asked beyond the best of one source is trivia."""
    for quiz in quizzes:
        asked: Counter[str] = Counter()
        for question in quiz.asked:
            asked[question.source] += 1
            if asked[question.source] == QUESTIONS_PER_SOURCE + 1:
                yield _finding(
                    question,
                    20,
                    f"from here on there are more than {QUESTIONS_PER_SOURCE} questions on one source: keep the best",
                )


def _mixed_up(questions: Sequence[Question]) -> Iterator[Finding]:
    """Rule 11: questions that read the same, or nearly so, but have different answers."""
    prompts = [" ".join(question.prompt.casefold().split()) for question in questions]
    for place, question in enumerate(questions):
        first = max(0, place - NEIGHBOURS)
        near = process.extractOne(prompts[place], prompts[first:place], scorer=fuzz.ratio, score_cutoff=ALIKE)
        if near is None:
            continue
        _, score, index = near
        other = questions[first + index]
        if score == 100:
            yield _finding(question, 11, f"it reads like {_shown(other.id)}: tell the two apart, or drop one")
        elif _names(other) == _names(question) and other.answer.casefold() != question.answer.casefold():
            yield _finding(
                question,
                11,
                f"it reads almost like {_shown(other.id)} and is answered otherwise: tell the two apart",
            )


def _names(question: Question) -> set[str]:
    """Names and figures in the question, by which two questions are told apart."""
    return {
        word for word in question.prompt.split()[1:] if word != word.lower() or any(map(str.isdigit, word))
    }


def _unquoted(text: str) -> str:
    """The text without what somebody else says in it."""
    return re.sub(r"[\"“][^\"”]*[\"”]", "", text)


def _stands_in(words: str, text: str) -> bool:
    """Do these whole words stand in the text, whatever their case and spacing?"""
    sought = r"\s+".join(map(re.escape, words.split()))
    return bool(sought) and re.search(rf"(?<!\w){sought}(?!\w)", text, re.IGNORECASE) is not None
