"""A state becomes lines of plain text; how a line looks is the front end's business."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from quizgen.model import Question, Source
from quizgen.plaintext import plain
from quizgen.terminal import engine, words
from quizgen.terminal.engine import Result, State
from quizgen.terminal.marking import hints, options

Role = Literal[
    "title", "progress", "question", "option", "good", "part", "bad", "answer", "quote", "cite", "note", "key"
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line to show, made plain whatever it was made from.

    Attributes:
        strong: a stretch of the text to set off, "" for none.
        indent: columns.
    """

    role: Role
    text: str
    strong: str = ""
    indent: int = 0

    def __post_init__(self) -> None:
        """Clean, so that no front end can forget to."""
        object.__setattr__(self, "text", plain(self.text))
        object.__setattr__(self, "strong", plain(self.strong))


def opening(state: State, title: str, how: Mapping[str, str]) -> list[Line]:
    """What stands above the first question; `how` says for each mode how one answers."""
    count = len(state.items)
    done = len(engine.results(state))
    rules = state.rules
    template = words.TITLE_ONE if count == 1 else words.TITLE
    lines = [Line("title", template.format(title=plain(title) or words.UNTITLED, count=count))]
    if done:
        lines.append(Line("note", words.RESUMED.format(done=done, count=count)))
    lines.append(Line("note", how[rules.mode]))
    if rules.exam:
        lines.append(Line("note", words.EXAM_HINT))
    if rules.limit is not None:
        lines.append(Line("note", words.LIMIT_HINT.format(limit=rules.limit)))
    return lines


def progress(state: State) -> tuple[int, int]:
    """The number of the current question and how many there are in this round."""
    done = len(engine.results(state))
    total = done + len(state.queue)
    return (done if state.phase in ("told", "done") else done + 1), total


def asking(state: State, title: str) -> list[Line]:
    """The current question, with the hints taken so far.

    Args:
        title: of the quiz; a context that says no more is left out.
    """
    item = state.current
    if item is None:
        return []
    question = item.question
    number, total = progress(state)
    template = words.RETRY_PROGRESS if state.round else words.PROGRESS
    lines = [
        Line("progress", template.format(number=number, count=total)),
        Line("question", question.prompt),
    ]
    if question.points > 1:
        lines.append(Line("note", words.POINTS.format(points=question.points)))
    if question.context and plain(question.context) != plain(title):
        lines.append(Line("note", words.CONTEXT.format(context=plain(question.context))))
    if state.mode == "choice":
        lines += choices(state)
    return lines + [hint(state, n) for n in range(state.hints) if hint_text(state, n)]


def choices(state: State) -> list[Line]:
    """The options that are left."""
    item = state.current
    offered = options(item, state.rules, state.hints) if item else {}
    return [
        Line("option", words.OPTION.format(number=number, text=plain(text)))
        for number, text in offered.items()
    ]


def hint_text(state: State, step: int) -> str:
    """One hint of the current question, "" for the one that only takes options away."""
    item = state.current
    available = hints(item, state.mode) if item else ()
    return available[step] if step < len(available) else ""


def hint(state: State, step: int) -> Line:
    """A hint as a line."""
    text = hint_text(state, step)
    return Line("note", words.HINT.format(hint=plain(text)) if text else words.HALVED)


def told(state: State) -> list[Line]:
    """What is said once the current question is settled: verdict, answer, proof."""
    last = state.last
    item = state.current if state.phase == "told" else None
    if last is None or item is None:
        return []
    result = next(r for r in engine.results(state) if r.item.question.id == last.question)
    lines = [verdict(result)]
    if result.credit > last.credit:
        lines.append(Line("note", words.FIRST_TRY_COUNTS))
    return lines + proof(item.question, item.source, result)


def second_try(state: State) -> list[Line]:
    """What is said to a close first try."""
    last = state.log[-1]
    return [_verdict_line(last.verdict, last.reason), Line("note", words.SECOND_TRY)]


def turned(state: State) -> list[Line]:
    """The back of a card."""
    item = state.current
    if item is None:
        return []
    return [
        Line("answer", words.ANSWER.format(answer=plain(item.question.answer))),
        *_source(item.question, item.source),
        Line("note", words.RATE),
    ]


def verdict(result: Result) -> Line:
    """Mark, word and reason of a settled question."""
    last = result.last
    if last.counted:
        return _verdict_line("correct", words.COUNTED)
    if last.action == "reveal":
        return _verdict_line("wrong", words.REVEALED, bare=True)
    if last.action == "skip":
        return _verdict_line("empty", "")
    return _verdict_line(last.verdict, words.TOO_LATE if last.reason == engine.TOO_LATE else last.reason)


def proof(question: Question, source: Source | None, result: Result) -> list[Line]:
    """The answer, where it adds something to what was typed, and the sentence that proves it."""
    lines: list[Line] = []
    best = result.best
    same = plain(best.typed).casefold() == plain(question.answer).casefold()
    if not (same and best.verdict == "correct"):
        lines.append(Line("answer", words.ANSWER.format(answer=plain(question.answer))))
    return lines + _source(question, source)


def summary(state: State, *, over: bool) -> list[Line]:
    """What was missed, then score, time and scores by source: what matters most stands last,
    where the eye is when a small terminal has scrolled.

    Args:
        over: the quiz has come to its end, it is not just left.
    """
    done = engine.results(state)
    if not done:
        return [Line("note", words.NOTHING_ASKED)]
    lines: list[Line] = []
    missed = engine.missed(state)
    if state.rules.exam and over:
        lines.append(Line("title", words.EXAM_RESULTS))
        lines += [line for n, result in enumerate(done, 1) for line in _review(n, result)]
    elif missed:
        lines.append(Line("title", words.MISSED))
        lines += [line for n, result in enumerate(missed, 1) for line in _review(n, result)]
    elif over:
        lines.append(Line("good", words.ALL_RIGHT))
    lines.append(_score(state, done, over))
    helped = sum(any(step.hints for step in result.steps) for result in done)
    counted = sum(result.last.counted for result in done)
    if helped:
        lines.append(Line("note", words.HINTS_USED.format(count=helped)))
    if counted:
        lines.append(Line("note", words.COUNTED_ON_WORD.format(count=counted)))
    return lines + _by_source(done)


def place(state: State) -> object:
    """What has to change for the question, or the summary, to be shown anew; None where neither stands."""
    if state.phase == "asking":
        return state.round, state.queue
    return (state.round, state.log) if state.phase == "done" else None


def step(before: State, after: State, unsaved: str = "") -> list[Line]:
    """What a step brought, other than a new question or the end.

    Args:
        unsaved: why the step could not be saved, "" if it was.
    """
    logged = len(after.log) > len(before.log)
    lines = [Line("bad", words.NOT_SAVED_NOW.format(reason=plain(unsaved)))] if unsaved and logged else []
    if after.phase == "told" and logged:
        lines += told(after)
    elif after.phase == "turned" and before.phase != "turned":
        lines += turned(after)
    elif after.tries > before.tries:
        lines += second_try(after)
    elif after.queue == before.queue and after.hints > before.hints:
        lines.append(hint(after, before.hints))
        if not hint_text(after, before.hints):
            lines += choices(after)
    return lines


def keys(state: State) -> list[Line]:
    """The keys that work in this quiz."""
    return [
        Line("key", f"{key}: {meaning}", strong=key)
        for key, meaning in words.KEYS
        if not state.rules.exam or key in words.EXAM_KEYS
    ]


def earned(done: Iterable[Result]) -> tuple[float, int]:
    """Points earned and points there were."""
    results = tuple(done)
    return (
        sum(r.credit * r.item.question.points for r in results),
        sum(r.item.question.points for r in results),
    )


def percent(share: float) -> int:
    """A share as a whole percentage, rounded down, so that only all is 100."""
    return int(100 * share + 1e-9)


def number(value: float) -> str:
    """A number of points without needless decimals: 7, 7.5, 7.33."""
    return f"{round(value, 2):g}"


def duration(seconds: float) -> str:
    """45 s, 3 min 20 s, 1 h 2 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def _verdict_line(name: str, reason: str, *, bare: bool = False) -> Line:
    word = "" if bare else words.VERDICTS.get(name, name)
    text = f"{word}: {reason}" if word and reason else word or reason
    return Line(_role(name), f"{words.MARKS.get(name, ' ')} {text}", strong=word)


def _role(name: str) -> Role:
    """The look of a verdict."""
    return "good" if name == "correct" else "part" if name in ("partial", "close") else "bad"


def _source(question: Question, source: Source | None) -> list[Line]:
    lines: list[Line] = []
    if question.evidence.quote:
        quote = words.QUOTE.format(quote=plain(question.evidence.quote))
        lines.append(Line("quote", quote, strong=question.answer, indent=2))
    if source is not None:
        who = source.publisher or source.author
        named = [part for part in (who, source.title, source.published) if part]
        cite = ", ".join(plain(part) for part in named) or plain(source.name)
        lines += [Line("cite", text, indent=2) for text in (cite, source.url) if plain(text)]
    return lines


def _score(state: State, done: tuple[Result, ...], over: bool) -> Line:
    got, total = earned(done)
    if state.round:
        right = sum(result.right for result in done)
        return Line("title", words.RETRY_SCORE.format(right=right, total=len(done)))
    seconds = sum(step.seconds for result in done for step in result.steps[-1:])
    weighted = any(result.item.question.points != 1 for result in done)
    template = words.SCORE if weighted else words.SCORE_RIGHT
    share = got / total if total else 0.0
    text = template.format(earned=number(got), total=total, percent=percent(share), time=duration(seconds))
    return Line("title", text if over else words.SO_FAR + text)


def _by_source(done: tuple[Result, ...]) -> list[Line]:
    groups: dict[str, list[Result]] = {}
    for result in done:
        source = result.item.source
        name = (source.publisher or source.title or source.name) if source else ""
        groups.setdefault(plain(name) or words.NO_SOURCE, []).append(result)
    if len(groups) < 2:
        return []
    lines = []
    for name, results in groups.items():
        got, total = earned(results)
        lines.append(
            Line("note", words.PER_SOURCE.format(name=name, earned=number(got), total=total), indent=2)
        )
    return lines


def _review(place: int, result: Result) -> list[Line]:
    question = result.item.question
    lines = [Line("question", words.MISSED_QUESTION.format(number=place, prompt=plain(question.prompt)))]
    if result.skipped:
        lines.append(Line("bad", words.YOU_SKIPPED, indent=2))
    elif result.last.action == "reveal":
        lines.append(Line("bad", words.YOU_REVEALED, indent=2))
    elif result.best.typed:
        shown = words.YOU_SAID.format(typed=plain(result.best.typed))
        name = "correct" if result.right else result.best.verdict
        lines.append(Line(_role(name), f"{words.MARKS.get(name, '')} {shown}", indent=2))
    lines.append(Line("answer", words.ANSWER.format(answer=plain(question.answer)), indent=2))
    return lines + _source(question, result.item.source)
