"""The remembered attribute ruler decides as spaCy's own does."""

import pytest
import spacy

from quizgen import reading
from quizgen.sources import read

from .bench.test_speed import SEED

ODD = "I ain't gonna say nothin' y'all. Let's go.  There's\n a thing   I gotta do, if it's done by me. \t So what?"


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [ODD, " \n ", *(p.text for article in read(SEED) for p in article.paragraphs)]


def test_words_are_read_as_by_spacy_itself(texts: list[str]) -> None:
    for text, own, ours in zip(
        texts, spacy.load(reading.MODEL).pipe(texts), reading.load().pipe(texts), strict=True
    ):
        assert ours.to_json() == own.to_json(), text
