"""Building again: what the teacher did stays, what she left alone follows the coverage."""

from dataclasses import replace

import pytest

from quizgen import quizfile
from quizgen.editing import decided, edited
from quizgen.model import Evidence, Question, Quiz, Source, question_id
from quizgen.notation import read_quiz, write_quiz
from quizgen.updating import Changes, Clash, adopt, merge, near_duplicates, update, with_given

DAY1, DAY2, DAY3 = "2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"


def ask(sentence: str, answer: str, prompt: str, now: str = DAY1, kind: str = "how_many") -> Question:
    return Question(
        question_id("news", kind, sentence, answer),
        kind,
        prompt,
        answer,
        Evidence(sentence, 5, 5 + len(sentence)),
        cloze=sentence.replace(answer, "____"),
        source="news",
        created=now,
        modified=now,
    )


def quiz(*questions: Question) -> Quiz:
    return Quiz("News", questions, (Source("news", "News"),))


DOGS = ask("The town has twelve dogs and a mayor.", "twelve", "How many dogs has the town?")
CATS = ask("There are thirty cats in the harbour.", "thirty", "How many cats are in the harbour?")
COWS = ask("Forty cows stood on the road all day long.", "Forty", "How many cows stood on the road?", DAY2)


def later(question: Question) -> Question:
    return replace(question, created=DAY2, modified=DAY2)


def test_the_same_coverage_changes_nothing() -> None:
    previous = quiz(DOGS, CATS)
    assert update(previous, quiz(later(DOGS), later(CATS)), DAY2) == (previous, Changes(kept=2))


def test_a_new_fact_comes_in_behind_the_others() -> None:
    after, changes = update(quiz(DOGS), quiz(COWS, later(DOGS)), DAY2)
    assert after.questions == (DOGS, COWS)
    assert changes == Changes(added=1, kept=1)


def test_a_better_wording_reaches_an_untouched_question_under_its_id() -> None:
    better = replace(later(DOGS), prompt="How many dogs does the town have?")
    after, changes = update(quiz(DOGS), quiz(better), DAY2)
    assert after.questions == (replace(better, created=DAY1),)
    assert changes == Changes(changed=1)


def test_a_clock_that_goes_backwards_still_makes_a_change_newer() -> None:
    better = replace(DOGS, prompt="How many dogs does the town have?")
    after, _ = update(quiz(later(DOGS)), quiz(better), DAY1)
    assert after.questions[0].modified == "2026-11-21T08:00:01Z"


def test_a_lightly_corrected_sentence_keeps_its_id() -> None:
    corrected = ask(
        "The old town has twelve dogs and a mayor.", "twelve", "How many dogs has the old town?", DAY2
    )
    after, _ = update(quiz(DOGS, CATS), quiz(later(CATS), corrected), DAY2)
    assert after.questions[0] == replace(corrected, id=DOGS.id, created=DAY1)


def test_a_corrected_answer_reaches_an_untouched_question() -> None:
    corrected = ask(
        "The town has thirteen dogs and a mayor.", "thirteen", "How many dogs has the town?", DAY2
    )
    after, _ = update(quiz(DOGS), quiz(corrected), DAY2)
    assert [(q.id, q.answer) for q in after.questions] == [(DOGS.id, "thirteen")]


def test_a_corrected_answer_leaves_an_approved_question_alone_but_marks_it() -> None:
    corrected = ask(
        "The town has thirteen dogs and a mayor.", "thirteen", "How many dogs has the town?", DAY2
    )
    after, changes = update(quiz(decided(DOGS, "kept", DAY1)), quiz(corrected), DAY2)
    assert [(q.answer, q.vanished) for q in after.questions] == [("twelve", True), ("thirteen", False)]
    assert changes == Changes(added=1, withdrawn=1)


def test_a_corrected_answer_does_not_bring_a_dropped_question_back() -> None:
    corrected = ask(
        "The town has thirteen dogs and a mayor.", "thirteen", "How many dogs has the town?", DAY2
    )
    after, _ = update(quiz(decided(DOGS, "dropped", DAY1)), quiz(corrected), DAY2)
    assert [q.status for q in after.questions] == ["dropped"]


def test_an_approved_question_gets_the_corrected_proof() -> None:
    corrected = ask(
        "The old town has twelve dogs and a mayor.", "twelve", "How many dogs has the old town?", DAY2
    )
    question = update(quiz(decided(DOGS, "kept", DAY1)), quiz(corrected), DAY2)[0].questions[0]
    assert (question.prompt, question.evidence, question.cloze) == (
        DOGS.prompt,
        corrected.evidence,
        corrected.cloze,
    )


def test_an_edited_question_stays_word_for_word() -> None:
    mine = edited(DOGS, DAY1, prompt="How many dogs?", accepted=("12",))
    better = replace(later(DOGS), prompt="How many dogs does the town have?")
    assert update(quiz(mine), quiz(better), DAY2)[0].questions == (mine,)


def test_a_vanished_fact_is_marked_and_not_asked() -> None:
    after, changes = update(quiz(DOGS, CATS), quiz(later(CATS)), DAY2)
    assert after.questions == (replace(DOGS, vanished=True, modified=DAY2), CATS)
    assert after.asked == (CATS,)
    assert changes == Changes(kept=1, withdrawn=1)


def test_a_fact_that_stays_away_is_withdrawn_once() -> None:
    gone, _ = update(quiz(DOGS), quiz(), DAY2)
    assert update(gone, quiz(), DAY3) == (gone, Changes())


def test_a_fact_that_returns_is_asked_again_under_its_id() -> None:
    gone, _ = update(quiz(DOGS), quiz(), DAY2)
    back, changes = update(gone, quiz(replace(DOGS, created=DAY3, modified=DAY3)), DAY3)
    assert back.questions == (replace(DOGS, modified=DAY3),)
    assert changes == Changes(changed=1)


def test_an_approved_question_whose_sentence_still_stands_is_not_marked() -> None:
    previous = quiz(decided(DOGS, "kept", DAY1))
    after, _ = update(
        previous, quiz(), DAY2, coverage="So far:\n The town has\ntwelve dogs and a mayor. The end."
    )
    assert after == previous


def test_questions_of_another_source_are_left_alone() -> None:
    other = replace(CATS, source="radio")
    previous = replace(quiz(DOGS, other), sources=(Source("news", "News"), Source("radio", "Radio")))
    assert update(previous, quiz(later(DOGS)), DAY2)[0] == previous


def test_a_question_of_her_own_is_never_marked() -> None:
    own = replace(CATS, status="added", kind="own")
    assert update(quiz(own), quiz(), DAY2)[0].questions == (own,)


def test_her_order_stays() -> None:
    assert update(quiz(CATS, DOGS), quiz(DOGS, CATS), DAY2)[0].questions == (CATS, DOGS)


def test_a_title_of_her_own_stays() -> None:
    previous = Quiz("Biology 9", (), (Source("news", "News"),))
    assert (
        update(previous, Quiz("Other news", (), (Source("news", "Other news"),)), DAY2)[0].title
        == "Biology 9"
    )


def test_another_headline_reaches_title_and_citation() -> None:
    fresh = Quiz("Other news", (), (Source("news", "Other news"),))
    after, _ = update(quiz(), fresh, DAY2)
    assert (after.title, after.sources) == ("Other news", (Source("news", "Other news"),))


def test_what_the_coverage_no_longer_tells_of_a_source_stays() -> None:
    previous = Quiz("News", (), (Source("news", "News", publisher="BBC"),))
    assert update(previous, quiz(), DAY2)[0].sources == previous.sources


def test_what_the_user_gives_for_a_source_outlasts_later_builds() -> None:
    given = frozenset({"title", "publisher"})
    first = with_given(Quiz("Given", (), (Source("news", "Given", publisher="BBC"),)), given)
    fresh = Quiz("News", (), (Source("news", "News", publisher="CNN", author="Ann"),))
    after, _ = update(first, fresh, DAY2)
    assert (after.title, after.sources[0].publisher, after.sources[0].author) == ("Given", "BBC", "Ann")


def test_what_the_user_gives_now_wins_over_what_was_given_before() -> None:
    before = with_given(Quiz("Given", (), (Source("news", "Given"),)), frozenset({"title"}))
    after, _ = update(before, Quiz("New", (), (Source("news", "New"),)), DAY2, given=frozenset({"title"}))
    assert (after.title, after.sources[0].title) == ("New", "New")


def test_a_source_changed_in_the_text_stays_as_she_wrote_it() -> None:
    previous = Quiz("Mine", (), (Source("news", "News", publisher="Reader's guess"),))
    text = write_quiz(previous).replace("Publisher: Reader's guess", "Publisher: BBC")
    mine, _ = adopt(previous, read_quiz(text, "q.md", DAY2), DAY2)
    after, _ = update(mine, Quiz("Mine", (), (Source("news", "News", publisher="Reader's guess"),)), DAY3)
    assert after.sources[0].publisher == "BBC"


def test_an_unchanged_text_adopted_changes_nothing() -> None:
    previous = quiz(DOGS, decided(CATS, "kept", DAY1))
    assert adopt(previous, read_quiz(write_quiz(previous), "q.md", DAY2), DAY2) == (previous, Changes(kept=2))


def test_a_question_taken_out_of_the_text_is_dropped() -> None:
    text = write_quiz(quiz(DOGS, CATS))
    without = text[: text.index("> The town")] + text[text.index("> There are") :]
    after, changes = adopt(quiz(DOGS, CATS), read_quiz(without, "q.md", DAY2), DAY2)
    assert after.questions == (CATS, replace(DOGS, status="dropped", modified=DAY2))
    assert changes == Changes(kept=1, withdrawn=1)


def test_what_came_after_the_text_was_written_stays() -> None:
    read = read_quiz(write_quiz(quiz(DOGS)), "q.md", DAY2)
    assert adopt(quiz(DOGS, COWS), read, DAY2)[0].questions == (DOGS, COWS)


def test_a_change_at_the_desk_outlives_an_older_text_that_left_the_question_alone() -> None:
    mine = edited(DOGS, DAY2, prompt="How many dogs?")
    assert adopt(quiz(mine), read_quiz(write_quiz(quiz(DOGS)), "q.md", DAY3), DAY3)[0].questions == (mine,)


def test_a_changed_text_changes_the_question_and_nothing_else() -> None:
    text = write_quiz(quiz(DOGS, CATS)).replace("How many dogs has the town?", "How many dogs?")
    after, _ = adopt(quiz(DOGS, CATS), read_quiz(text, "q.md", DAY2), DAY2)
    assert after == quiz(replace(DOGS, prompt="How many dogs?", status="edited", modified=DAY2), CATS)


def test_merging_a_quiz_with_itself_changes_nothing() -> None:
    mine = quiz(edited(DOGS, DAY1, prompt="How many?"), decided(CATS, "dropped", DAY1), COWS)
    assert merge(mine, mine) == (mine, [])


@pytest.mark.parametrize("status", ["kept", "dropped"])
def test_the_decided_one_of_two_stands(status: str) -> None:
    there = quiz(decided(DOGS, status, DAY2))
    assert merge(quiz(DOGS), there)[0] == merge(there, quiz(DOGS))[0] == there


def test_two_different_edits_both_stay() -> None:
    one, other = edited(DOGS, DAY1, prompt="How many dogs?"), edited(DOGS, DAY1, prompt="Dogs: how many?")
    merged, clashes = merge(quiz(one), quiz(other))
    assert [q.prompt for q in merged.questions] == [one.prompt, other.prompt]
    assert len({q.id for q in merged.questions}) == 2
    assert clashes == []


def test_words_that_moved_to_another_question_are_not_taken_for_its_twin() -> None:
    """Here an untouched question has the words that are another question there."""
    here = quiz(replace(CATS, id=DOGS.id))
    there = quiz(decided(DOGS, "kept", DAY1), decided(CATS, "kept", DAY1))
    merged = merge(here, there)[0].questions
    assert [(q.id, q.answer, q.status) for q in merged] == [(q.id, q.answer, "kept") for q in (DOGS, CATS)]


def test_merging_again_adds_nothing() -> None:
    second = quiz(edited(DOGS, DAY1, prompt="Dogs: how many?"), COWS)
    once, _ = merge(quiz(edited(DOGS, DAY1, prompt="How many dogs?"), CATS), second)
    assert merge(once, second)[0] == once


def test_kept_here_and_dropped_there_is_told() -> None:
    kept, dropped = decided(DOGS, "kept", DAY1), decided(DOGS, "dropped", DAY1)
    assert merge(quiz(kept), quiz(dropped)) == (quiz(kept), [Clash(kept, dropped)])


def test_two_sources_of_one_name_stay_two() -> None:
    second = Quiz(
        "B", (replace(CATS, source="news"),), (Source("news", "Other news", url="https://b.example"),)
    )
    merged, _ = merge(quiz(DOGS), second)
    assert [s.id for s in merged.sources] == ["news", "news-2"]
    assert merged.questions[1].source == "news-2"


def test_near_identical_questions_are_found() -> None:
    twin = replace(
        DOGS, id="x", prompt="How many dogs has the town got?", answer="twelve dogs", evidence=Evidence("x")
    )
    assert near_duplicates([DOGS, CATS, replace(twin, answer="Twelve")]) == [
        (DOGS, replace(twin, answer="Twelve"))
    ]


def test_the_same_sentence_and_answer_asked_otherwise_are_found() -> None:
    twin = replace(DOGS, id="x", prompt="Of what number is the town's pack?")
    assert near_duplicates([DOGS, twin]) == [(DOGS, twin)]


def test_dropped_questions_are_no_duplicates() -> None:
    assert near_duplicates([DOGS, decided(replace(DOGS, id="x"), "dropped", DAY1)]) == []


def test_a_fresh_fact_never_takes_the_id_of_another_question() -> None:
    """An id handed on with a correction stays with the question that the teacher approved of."""
    corrected = ask(
        "The town has thirteen dogs and a mayor.", "thirteen", "How many dogs has the town?", DAY2
    )
    second, _ = update(quiz(DOGS), quiz(corrected), DAY2)
    approved = replace(second, questions=(decided(second.questions[0], "kept", DAY2),))
    third, _ = update(approved, quiz(DOGS), DAY3)
    assert [(q.answer, q.status, q.vanished) for q in third.questions] == [
        ("thirteen", "kept", True),
        ("twelve", "new", False),
    ]
    assert quizfile.loads(quizfile.dumps(third)) == third
    assert update(third, quiz(DOGS), DAY3)[0] == third
