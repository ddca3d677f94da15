"""From articles to a quiz: the whole of quizgen on one page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import choosing, reading, registry, wording
from quizgen.answering import Coverage, Rival, complete
from quizgen.choosing import Candidate
from quizgen.contradictions import Answered, settle
from quizgen.contradictions import wording as same_wording
from quizgen.lexicon import noun_class
from quizgen.model import Article, Contradiction, Paragraph, Question, Quiz, Sentence, question_id
from quizgen.persons import respelled


def quiz(
    articles: Sequence[Article],
    *,
    title: str | None = None,
    questions: int | None = None,
    kinds: Sequence[str] = (),
    min_quality: float | None = None,
    made: str,
    seed: int = 0,
    model: str | None = None,
    templates: Path | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Quiz:
    """One quiz of all articles, the best questions of each in turn.

    Args:
        title: of the quiz; the first article's if None.
        questions: how many at most, over all articles.
        kinds, min_quality: see `choosing.choose`.
        made: when the questions are made, ISO 8601 in UTC; goes into `created` and `modified`.
        seed: for what is left to chance (the order of equals among the distractors).
        model: name of the language model, ours if None.
        templates: the user's own folder of templates.
        progress: called with each article when it is done.

    Raises:
        QuizgenError: the model is missing or a template fails.
    """
    rounds: list[list[Question]] = []
    contradictions: list[Contradiction] = []
    for article, sentences in reading.read(articles, model or reading.MODEL):
        found = list(candidates(sentences, templates))
        differing = overrule(found, sentences)
        chosen = choosing.choose(
            found,
            title=article.title,
            questions=questions,
            kinds=kinds,
            min_quality=min_quality,
            words=words_of(sentences),
            entries=entries_of(article),
        )
        questions_made = [question(candidate, article, made) for candidate in chosen]
        coverage = surroundings(article, sentences, found, differing)
        rounds.append(complete(questions_made, coverage))
        contradictions += coverage.contradictions
        if progress is not None:
            progress(article)
    rounds, differing = agreeing(rounds)
    contradictions += differing
    mixed = _in_turn(rounds)
    return Quiz(
        title=title or (articles[0].title if articles else ""),
        questions=tuple(mixed[:questions]),
        sources=tuple({article.source: article.cite() for article in articles}.values()),
        contradictions=tuple(contradictions),
    )


def overrule(found: Sequence[Candidate], sentences: Sequence[Sentence]) -> tuple[Contradiction, ...]:
    """Refuse the candidates whose figure a later or better attested one replaces; what they disagree on."""
    askable = [c for c in found if not c.fact.refused and not choosing.flaw(c)]
    spellings = sentences[0].references.contradictions if sentences else ()
    settlement = settle(
        [Answered(c.fact.kind, c.prompt, c.fact.answer, c.fact.evidence.quote, c.position) for c in askable],
        spellings,
    )
    for index, contradiction in settlement.overruled.items():
        reason = f"the coverage has another value: {contradiction.asked}"
        overruled = askable[index].fact
        askable[index].fact = replace(overruled, refused=reason)
        for candidate in askable:  # nor may another question of the sentence state it
            if (
                candidate.fact.evidence == overruled.evidence
                and overruled.answer.lower() in candidate.prompt.lower()
            ):
                candidate.fact = replace(candidate.fact, refused=reason)
    for candidate in askable:
        for pair in spellings:
            # The answer has to stand in its sentence, and two sentences must not answer differently.
            if (
                pair.spelling
                and respelled(candidate.fact.answer, pair.other, pair.asked) != candidate.fact.answer
            ):
                reason = f"elsewhere the coverage spells it {pair.asked}"
                candidate.fact = replace(candidate.fact, refused=reason)
    return settlement.contradictions


def agreeing(rounds: Sequence[list[Question]]) -> tuple[list[list[Question]], tuple[Contradiction, ...]]:
    """The questions of several articles, without those that another article answers differently or asks too.

    Only questions that name something are compared: "How many people died?" is asked of many events.
    Articles count as older the earlier they stand.
    """
    asked = [q for questions in rounds for q in questions if re.search(r"\s[A-Z]", q.prompt)]
    settlement = settle(
        [Answered(q.kind, q.prompt, q.answer, q.evidence.quote, n) for n, q in enumerate(asked)]
    )
    dropped = {asked[n].id for n in (*settlement.overruled, *settlement.ambiguous)}
    seen: set[tuple[str, str]] = set()
    for q in asked:
        key = (q.kind, same_wording(q.prompt))
        if key in seen:
            dropped.add(q.id)
        elif q.id not in dropped:
            seen.add(key)
    return [[q for q in questions if q.id not in dropped] for questions in rounds], settlement.contradictions


def surroundings(
    article: Article,
    sentences: Sequence[Sentence],
    found: Sequence[Candidate],
    differing: Sequence[Contradiction] = (),
) -> Coverage:
    """What the article offers to its questions: names, glosses, and what else could be an answer."""
    references = sentences[0].references if sentences else None
    names = (
        {name: labels.most_common(1)[0][0] for name, labels in references.entities.items()}
        if references
        else {}
    )
    if references:
        names.update(dict.fromkeys(references.attested, "PERSON"))
    return Coverage(
        text="\n".join(p.text for p in article.paragraphs if p.role not in ("aside", "foreign")),
        headlines="\n".join([article.title, *(p.text for p in article.paragraphs if p.role == "heading")]),
        names=names,
        glosses=references.glosses if references else {},
        rivals=[
            *(Rival(n, label) for n, label in names.items()),
            *dict.fromkeys(
                Rival(c.fact.answer, c.fact.kind, c.prompt) for c in found if c.prompt and not c.fact.refused
            ),
        ],
        contradictions=(*(references.contradictions if references else ()), *differing),
        year=str(article.published.year) if article.published else "",
    )


def candidates(sentences: Sequence[Sentence], templates: Path | None = None) -> Iterator[Candidate]:
    """Everything that could be asked of an article, refused facts included."""
    extractors = [registry.load(module) for module in registry.extractors().values()]
    for sentence in sentences:
        if sentence.paragraph.role != "text" or not _is_english(sentence):
            continue  # the reader sees the headline: what it says is no question
        for extractor in extractors:
            for fact in extractor.extract(sentence):
                yield Candidate(
                    fact=fact,
                    prompt="" if fact.refused else wording.prompt(fact, templates),
                    position=sentence.index,
                    of=len(sentences),
                )


#: Words of which nearly every English sentence of some length has one.
_FUNCTION_WORDS = frozenset(
    "the of to and in a an is was are were for on that with by as at from it its he she they his her their has have had will would "
    "be been this these those which who when not but or if can could after before about over into than more our we you i".split()
)


def _is_english(sentence: Sentence) -> bool:
    """Whether a sentence is English: quotations in other languages stand in many articles."""
    span = sentence.span
    if len(span) < 7 or any(token.lower_ in _FUNCTION_WORDS for token in span):
        return True
    words = [token for token in span if token.is_alpha and token.is_lower]  # a name is of any language
    known = sum(bool(noun_class(token.lemma_)) for token in words)
    return known > 1 and 2 * known >= len(words)  # "Kenya's economy grew 5.6 percent last year."


def words_of(sentences: Sequence[Sentence]) -> int:
    """How many words of prose an article has."""
    return sum(len(s.span) for s in sentences if s.paragraph.role == "text")


def entries_of(article: Article) -> int:
    """How many headlines an article has inside, as the entries of a live blog have; "History" is none."""
    return sum(p.role == "heading" and len(p.text.split()) > 3 for p in article.paragraphs)


def explain(
    article: Article,
    *,
    model: str | None = None,
    templates: Path | None = None,
    min_quality: float | None = None,
) -> list[Candidate]:
    """Every candidate of an article with what dropped it and its score, the chosen ones first."""
    found: list[Candidate] = []
    for _, sentences in reading.read([article], model or reading.MODEL):
        found = list(candidates(sentences, templates))
        overrule(found, sentences)
        chosen = choosing.choose(
            found,
            title=article.title,
            min_quality=min_quality,
            words=words_of(sentences),
            entries=entries_of(article),
        )
        found = [*chosen, *(c for c in found if c.dropped)]
    return found


def passage(text: str) -> Article:
    """Sentences without a headline, as `ask` and the examples give them."""
    return Article(
        title="", paragraphs=(Paragraph(text=" ".join(text.split()), end=len(text)),), source="passage"
    )


def question(candidate: Candidate, article: Article, made: str) -> Question:
    """A chosen candidate as a question of the quiz."""
    fact = candidate.fact
    return Question(
        id=question_id(article.source, fact.kind, fact.evidence.quote, fact.answer),
        kind=fact.kind,
        prompt=candidate.prompt,
        answer=fact.answer,
        evidence=fact.evidence,
        source=article.source,
        quality=candidate.quality,
        context=article.title,
        created=made,
        modified=made,
    )


def _in_turn(rounds: Iterable[list[Question]]) -> list[Question]:
    """The best of each article, then the second best of each, and so on; each id once."""
    waiting = [list(questions) for questions in rounds]
    ordered: dict[str, Question] = {}
    while any(waiting):
        for questions in waiting:
            if questions:
                first = questions.pop(0)
                ordered.setdefault(first.id, first)
    return list(ordered.values())
