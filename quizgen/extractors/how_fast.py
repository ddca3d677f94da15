"""How fast: speeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizgen.extractors._amounts import Amount, amounts, asked_about
from quizgen.extractors._asking import fact
from quizgen.extractors._phrases import Unclear
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Speeds that go with the verb ("at around 15 mph", "reached 300 km/h")."""
    for amount in amounts(sentence, "speed"):
        yield fact("how_fast", amount.role, sentence, amount.span, partial(_build, amount))


def _build(amount: Amount) -> tuple[dict[str, str], float]:
    gone = [*amount.span, *([amount.prep] if amount.prep is not None else [])]
    if amount.role == "prepositional" and amount.prep is not None and amount.prep.lower_ in {"at", "to"}:
        slots, doubt = asked_about(amount.clause, gone)
        return {"ask": "How fast" if amount.prep.lower_ == "at" else "To what speed", **slots}, doubt
    if amount.role in {"object", "complement"}:
        slots, doubt = asked_about(amount.clause, gone)
        return {"ask": "What speed" if amount.role == "object" else "How fast", **slots}, doubt + 0.03
    raise Unclear("the speed describes another noun")
