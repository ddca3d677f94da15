"""Several articles in one quiz: what they do not agree on, and what two of them ask."""

from __future__ import annotations

from quizgen.model import Evidence, Question
from quizgen.pipeline import agreeing


def ask(id: str, prompt: str, answer: str, kind: str = "how_many") -> Question:
    return Question(id=id, kind=kind, prompt=prompt, answer=answer, evidence=Evidence(f"Sentence {id}."))


def test_the_later_article_overrules_the_toll_of_the_earlier() -> None:
    prompt = "How many people died in Kazan?"
    rounds, contradictions = agreeing([[ask("a", prompt, "14")], [ask("b", prompt, "31")]])
    assert [[q.id for q in questions] for questions in rounds] == [[], ["b"]]
    assert [(c.asked, c.other) for c in contradictions] == [("31", "14")]


def test_a_question_that_names_nothing_may_be_asked_of_two_events() -> None:
    rounds, contradictions = agreeing(
        [[ask("a", "How many people died?", "14")], [ask("b", "How many people died?", "31")]]
    )
    assert [len(questions) for questions in rounds] == [1, 1]
    assert contradictions == ()


def test_what_two_articles_ask_alike_is_asked_once() -> None:
    prompt = "Who leads the Labour Party?"
    rounds, _ = agreeing([[ask("a", prompt, "Jeremy Corbyn", "who")], [ask("b", prompt, "Corbyn", "who")]])
    assert [[q.id for q in questions] for questions in rounds] == [["a"], []]


def test_what_two_articles_answer_with_other_names_is_not_asked() -> None:
    prompt = "Who spoke in Vienna?"
    rounds, _ = agreeing([[ask("a", prompt, "Jo Swinson", "who")], [ask("b", prompt, "Usman Khan", "who")]])
    assert rounds == [[], []]
