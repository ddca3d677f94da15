"""Building again over an existing quiz, and bringing two quizzes together, without losing a decision.

The facts of a new build are matched with the questions that are there: by id, then by likeness of
sentence and answer, so that a lightly corrected sentence keeps its question.  What the teacher has
not touched follows the coverage; what she kept, edited, dropped or added stays as she left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from quizgen import quizfile
from quizgen.editing import cloze, decided, stamped
from quizgen.model import Question, Quiz, Source
from quizgen.notation import EditedQuiz

SAME_SENTENCE = 85.0
"""From this likeness of two quotes on (0 to 100) one is taken for a correction of the other."""
SAME_WORDS = 85.0
"""From this likeness on, two prompts or two answers say the same."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many questions an update touched.

    Attributes:
        added: came in new.
        changed: follow the coverage in their words, or are back because their sentence is.
        kept: stand as they stood.
        withdrawn: are marked because the coverage no longer gives them.
    """

    added: int = 0
    changed: int = 0
    kept: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Clash:
    """The same question with opposite decisions in two quizzes; the first one's stands."""

    stands: Question
    other: Question


def update(
    previous: Quiz, fresh: Quiz, now: str, *, coverage: str = "", given: frozenset[str] = frozenset()
) -> tuple[Quiz, Changes]:
    """The existing quiz, brought up to date with what the coverage gives now.

    Args:
        fresh: what a build from nothing gives.
        now: the time of the build, ISO 8601 in UTC.
        coverage: the text of the coverage.  With it, a question that the teacher decided on counts as
            vanished only if its quote is in there no more, whether or not it would still be chosen.
        given: fields of `Source` that the user gave for this build; like what the teacher changed, they
            outlast the builds that follow.
    """
    fresh_sources = {source.id for source in fresh.sources}
    matches = _match(previous.questions, fresh.questions)
    text = _squeezed(coverage)
    counts = {"added": 0, "changed": 0, "kept": 0, "withdrawn": 0}
    questions: list[Question] = []
    for index, question in enumerate(previous.questions):
        if index in matches:
            after = _followed(question, fresh.questions[matches[index]], now)
        elif question.status == "added" or (question.source and question.source not in fresh_sources):
            after = question
        elif question.status != "new" and text and _squeezed(question.evidence.quote) in text:
            after = stamped(question, replace(question, vanished=False), now)
        else:
            after = stamped(question, replace(question, vanished=True), now)
        questions.append(after)
        if after.vanished and not question.vanished:
            counts["withdrawn"] += 1
        elif not after.vanished:
            counts[
                "kept" if after.modified == question.modified and not question.vanished else "changed"
            ] += 1
    taken = set(matches.values())
    ids = {question.id for question in questions}
    arrived = [question for index, question in enumerate(fresh.questions) if index not in taken]
    counts["added"] = len(arrived)
    for question in arrived:  # one whose id stays with a question that the teacher decided on gets another
        questions.append(
            replace(
                question,
                id="" if question.id in ids else question.id,
                created=question.created or now,
                modified=question.modified or now,
            )
        )
    contradictions = fresh.contradictions
    if not {source.id for source in previous.sources} <= fresh_sources:
        contradictions = tuple(dict.fromkeys(previous.contradictions + fresh.contradictions))
    sources = _sources(previous.sources, fresh.sources, given)
    title = fresh.title if "title" in given else _title(previous, sources) or fresh.title
    return Quiz(title, quizfile.with_ids(questions), sources, contradictions), Changes(**counts)


def with_given(quiz: Quiz, given: frozenset[str]) -> Quiz:
    """A quiz whose sources remember that the user gave these fields."""
    return replace(quiz, sources=_sources((), quiz.sources, given))


def adopt(previous: Quiz, edited: EditedQuiz, now: str) -> tuple[Quiz, Changes]:
    """The existing quiz with what the teacher did to its Markdown.

    Order and changed questions are those of the text; a question that she took out is dropped; one
    that she left alone, or that was not there yet when the text was written, stays as it is.
    """
    before = {question.id: question for question in previous.questions}
    counts = {"added": 0, "changed": 0, "kept": 0, "withdrawn": 0}
    questions: list[Question] = []
    for question in edited.quiz.questions:
        known = before.pop(question.id, None)
        if known is None:
            counts["added"] += 1
            questions.append(question)
        elif question.id not in edited.changed:
            counts["kept"] += 1
            questions.append(known)
        else:
            counts["changed"] += 1
            questions.append(
                stamped(known, replace(question, created=known.created, vanished=known.vanished), now)
            )
    for question in before.values():
        if question.id in edited.deleted and question.status != "dropped":
            counts["withdrawn"] += 1
            questions.append(decided(question, "dropped", now))
        else:
            counts["kept"] += 1
            questions.append(question)
    sources = edited.quiz.sources
    named = {source.id for source in sources}
    sources += tuple(source for source in previous.sources if source.id not in named)
    quiz = Quiz(edited.quiz.title or previous.title, tuple(questions), sources, previous.contradictions)
    return quiz, Changes(**counts)


def merge(first: Quiz, second: Quiz) -> tuple[Quiz, list[Clash]]:
    """Two quizzes as one: the first's questions in their order, then what only the second has.

    Of the same question, the one that a teacher decided on stands; where both were changed, both stay.

    Returns:
        the quiz, and where both had decided on the same words in different ways.
    """
    sources, renamed = _joined(first.sources, second.sources)
    questions = {question.id: question for question in first.questions}
    twins = {_said(question): question for question in first.questions}
    clashes: list[Clash] = []
    more: list[Question] = []
    for question in second.questions:
        question = replace(question, source=renamed.get(question.source, question.source))
        here = questions.get(question.id)
        if here is None or (_decided(here) and _decided(question) and _said(here) != _said(question)):
            here = twins.get(_said(question))
        if here is None:
            more.append(question)
        elif _decided(here) and _decided(question):
            if (here.status == "dropped") != (question.status == "dropped"):
                clashes.append(Clash(here, question))
        elif _decided(question) or (not _decided(here) and question.modified > here.modified):
            after = stamped(here, replace(question, id=here.id), question.modified)
            questions[here.id] = after
            twins.pop(_said(here), None)
            twins[_said(after)] = after
    contradictions = tuple(dict.fromkeys(first.contradictions + second.contradictions))
    every = quizfile.with_ids([*questions.values(), *more])
    return Quiz(first.title or second.title, every, sources, contradictions), clashes


def near_duplicates(questions: Iterable[Question]) -> list[tuple[Question, Question]]:
    """Pairs of questions, both still asked, with nearly the same answer to nearly the same question.

    The same sentence counts like the same question.
    """
    asked = [
        (q, _folded(q.prompt), _folded(q.answer), _folded(q.evidence.quote))
        for q in questions
        if not q.retired
    ]
    return [
        (one, other)
        for (one, prompt, answer, quote), (other, prompt2, answer2, quote2) in combinations(asked, 2)
        if fuzz.token_sort_ratio(answer, answer2, score_cutoff=SAME_WORDS)
        and (
            fuzz.token_sort_ratio(prompt, prompt2, score_cutoff=SAME_WORDS)
            or (quote and fuzz.ratio(quote, quote2, score_cutoff=SAME_SENTENCE))
        )
    ]


def _decided(question: Question) -> bool:
    return question.status != "new"


def _said(question: Question) -> tuple[object, ...]:
    """What a student or a teacher reads in a question."""
    q = question
    return (q.prompt, q.answer, q.accepted, q.distractors, q.evidence.quote, q.points, q.difficulty, q.kind)


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return _squeezed(text).casefold()


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _followed(question: Question, fresh: Question, now: str) -> Question:
    """A question whose fact is in the coverage, after a build."""
    if question.status == "new":
        after = replace(fresh, id=question.id, status="new", created=question.created)
    elif question.status == "kept":
        # She approved of it, and the sentence was only corrected: the proof stays word for word.
        gapped = (
            cloze(fresh.evidence.quote, question.answer)
            if fresh.evidence.quote != question.evidence.quote
            else question.cloze
        )
        after = replace(question, evidence=fresh.evidence, cloze=gapped, vanished=False)
    else:
        after = replace(question, vanished=False)
    return stamped(question, after, now)


def _match(previous: Sequence[Question], fresh: Sequence[Question]) -> dict[int, int]:
    """Which question (by index) is which of the fresh ones: by id, then the likest first."""
    places = {question.id: index for index, question in enumerate(fresh)}
    found = {
        index: places[question.id]
        for index, question in enumerate(previous)
        if question.id in places and not _outdated(question, fresh[places[question.id]])
    }
    taken = set(found.values())
    left = [index for index in range(len(fresh)) if index not in taken]
    likeness = [
        (-score, index, other)
        for index, question in enumerate(previous)
        if index not in found and question.status != "added"
        for other in left
        if (score := _likeness(question, fresh[other]))
    ]
    for _, index, other in sorted(likeness):
        if index not in found and other not in taken:
            found[index] = other
            taken.add(other)
    return found


def _outdated(question: Question, fresh: Question) -> bool:
    """Whether the teacher approved of a question that the coverage now answers otherwise.

    Hers must not pass for proved by a sentence that says something else: it is marked, and the other
    answer comes as a question of its own.
    """
    return question.status == "kept" and _folded(question.answer) != _folded(fresh.answer)


def _likeness(question: Question, fresh: Question) -> float:
    """How sure it is that two questions ask for the same fact, 0 if they do not."""
    if question.kind != fresh.kind or (question.source and question.source != fresh.source):
        return 0.0
    sentence = fuzz.ratio(
        _folded(question.evidence.quote), _folded(fresh.evidence.quote), score_cutoff=SAME_SENTENCE
    )
    if not sentence:
        return 0.0
    answer = fuzz.ratio(_folded(question.answer), _folded(fresh.answer))
    prompt = fuzz.ratio(_folded(question.prompt), _folded(fresh.prompt))
    if _outdated(question, fresh) or (question.status == "edited" and answer < 100):
        return 0.0
    return sentence + answer + prompt if max(answer, prompt) >= SAME_WORDS else 0.0


def _title(previous: Quiz, sources: Iterable[Source]) -> str:
    """The title there was; one that was a source's follows that source."""
    titles = {source.id: source.title for source in sources}
    owner = next((source.id for source in previous.sources if source.title == previous.title), None)
    return previous.title if owner is None else titles[owner]


def _sources(
    previous: Sequence[Source], fresh: Sequence[Source], given: frozenset[str]
) -> tuple[Source, ...]:
    """The sources there were, brought up to date, then the new ones."""
    now = {source.id: source for source in fresh}
    kept = [_cited(source, now.pop(source.id), given) if source.id in now else source for source in previous]
    return (*kept, *(replace(source, given=tuple(sorted(given))) for source in now.values()))


def _cited(source: Source, fresh: Source, given: frozenset[str]) -> Source:
    """A source as the coverage tells of it now, but for what a person set and what it no longer tells."""
    kept: dict[str, Any] = {
        field.name: getattr(source, field.name)
        for field in fields(Source)
        if field.name not in given and (field.name in source.given or not getattr(fresh, field.name))
    }
    return replace(fresh, **kept | {"given": tuple(sorted({*source.given, *given}))})


def _joined(first: Sequence[Source], second: Sequence[Source]) -> tuple[tuple[Source, ...], dict[str, str]]:
    """The sources of two quizzes, and new ids for those of the second that the first uses otherwise."""
    known = {source.id: source for source in first}
    renamed: dict[str, str] = {}
    for source in second:
        same = next((s for s in known.values() if replace(s, id=source.id) == source), None) or known.get(
            source.id
        )
        if same is None:
            known[source.id] = source
        elif replace(same, id=source.id) == source or same.url == source.url or same.title == source.title:
            renamed[source.id] = same.id
        else:
            number = 2
            while f"{source.id}-{number}" in known:
                number += 1
            renamed[source.id] = f"{source.id}-{number}"
            known[renamed[source.id]] = replace(source, id=renamed[source.id])
    return tuple(known.values()), renamed
