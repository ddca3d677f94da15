"""What follows when a teacher changes a question: its status, its cloze, its place, its time.

The same rules hold in a text editor (`notation`), at the desk (`review`) and when a quiz is built
again (`updating`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from quizgen.model import Evidence, Question, Status

BLANK = "____"


def edited(question: Question, now: str, **changes: Any) -> Question:
    """A question with some of its fields changed by the teacher.

    Once changed, a question is hers: building again no longer rewords it.

    Args:
        now: ISO 8601 in UTC, to the second.
        changes: fields of `Question`; `evidence` for another quote.
    """
    after = replace(question, **changes)
    if after == question:
        return question
    if (after.evidence.quote, after.answer) != (
        question.evidence.quote,
        question.answer,
    ) and "cloze" not in changes:
        after = replace(after, cloze=cloze(after.evidence.quote, after.answer))
    if after.evidence.quote != question.evidence.quote:
        after = replace(after, evidence=moved(after.evidence))
    if after.difficulty != question.difficulty and "difficulty_reason" not in changes:
        after = replace(after, difficulty_reason="")
    if after.status in ("new", "kept"):
        after = replace(after, status="edited")
    return stamped(question, after, now)


def decided(question: Question, status: Status, now: str) -> Question:
    """A question with another decision of the teacher."""
    return stamped(question, replace(question, status=status), now)


def stamped(before: Question, after: Question, now: str) -> Question:
    """`after`, with the time of its last change moved on if a student would see any change.

    What only quizgen or the teacher sees (status, quality, place, the text around) does not count, except that being
    asked or not asked any more does.
    """
    unseen = replace(
        after,
        status=before.status,
        vanished=before.vanished,
        quality=before.quality,
        created=before.created,
        modified=before.modified,
        evidence=replace(before.evidence, quote=after.evidence.quote),
    )
    if unseen == before and after.retired == before.retired:
        return replace(after, modified=before.modified)
    return replace(after, modified=later(now, before.modified))


def moved(evidence: Evidence) -> Evidence:
    """The evidence with a quote that the teacher changed, so that its place is no longer known."""
    around = evidence.paragraph if evidence.quote in evidence.paragraph else ""
    return Evidence(evidence.quote, paragraph=around)


def later(now: str, before: str) -> str:
    """A time for a change made now that is later than the change before, whatever the clock says."""
    if now > before or not before:
        return now
    return (datetime.fromisoformat(before).astimezone(UTC) + timedelta(seconds=1)).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )


def cloze(quote: str, answer: str) -> str:
    """The quote with "____" wherever the answer stands as whole words, "" if it stands nowhere."""
    if not answer.strip():
        return ""
    inside = r"\s+".join(map(re.escape, answer.split()))
    gapped, count = re.subn(rf"(?<!\w){inside}(?!\w)", BLANK, quote)
    return gapped if count else ""
