"""What one comparison finds out, and the mark that all of them give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["correct", "partial", "close", "wrong", "empty"]

RANK: dict[Verdict, int] = {"correct": 4, "partial": 3, "close": 2, "wrong": 1, "empty": 0}
"""Of several findings the one of the highest rank counts."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on what was typed against one accepted answer.

    Attributes:
        verdict: see `Grade`.
        reason: one sentence to the learner.
        veto: a contradiction that no other accepted answer can mend.
        share: for "partial", how much of the answer is there, 0 to 1.
    """

    verdict: Verdict
    reason: str
    veto: bool = False
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Grade:
    """The mark of one typed answer.

    Attributes:
        verdict: "correct"; "partial" for some of the parts; "close" deserves a second try; "wrong";
            "empty" is no attempt and does not count.
        score: 0 to 1, for "partial" the share of the parts.
        reason: one sentence to the learner.
        matched: the accepted answer that decided, "" if none did.
    """

    verdict: Verdict
    score: float
    reason: str
    matched: str = ""
