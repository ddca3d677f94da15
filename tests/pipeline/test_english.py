"""Sentences in other languages are not asked of, plain English ones without a function word are."""

from __future__ import annotations

import pytest

from quizgen import pipeline

ENGLISH = (
    "Kenya's economy grew 5.6 percent last year.",
    "Heavy rain flooded twelve villages near Mombasa yesterday.",
)
FOREIGN = (
    "Nous sommes ensemble contre cette guerre Monsieur Dupont.",
    "Hoy celebramos nuestra victoria contra todos ellos, compañeros Lopez.",
    "Wir schaffen das gemeinsam, sagte Angela Merkel gestern.",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_a_plain_sentence_is_english(text: str) -> None:
    assert pipeline.explain(pipeline.passage(text))


@pytest.mark.parametrize("text", FOREIGN)
def test_a_sentence_of_another_language_is_not_asked_of(text: str) -> None:
    assert not pipeline.explain(pipeline.passage(text))
