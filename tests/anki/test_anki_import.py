"""What the real Anki makes of our decks, for a student who has been learning them for a month."""

from __future__ import annotations

import gc
import html
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import genanki
import pytest

from quizgen.exporters import apkg, tsv
from quizgen.exporters._anki import notetypes
from quizgen.exporters._anki.notes import guid
from quizgen.model import Evidence, Question, Quiz, Source

Ask = Callable[..., Question]
Student = Callable[[list[list[Any]]], list[Any]]
Write = Callable[..., str]

LATER = "2026-10-20T08:00:00Z"
NASTY = {
    "tag": "a <b c and <script>alert(1)</script>",
    "entity": "AT&T &amp; &lt;b&gt;",
    "cloze": "so {{c1::x}} and {{c2::y::hint}} }} {",
    "template": "{{Answer}} {{#Typed}}x{{/Typed}} {{FrontSide}} [[type:Answer]]",
    "comment": "x ]]> <!-- y",
    "quotes": '"it\'s" ‘so’ “said”',
    "emoji": "😀 👩‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇳",
    "arabic": 'قال ٣ أشخاص إن "الجسر" مغلق',
    "sound": "[sound:a.mp3] [anki:play:q:0] [latex]z[/latex] [$]x[/$]",
    "formula": "=1+cmd|' /C calc'!A0",
    "comment line": "#not a comment",
    "colons": "10::20::30",
    "backslash": r"C:\(x\) \[y\] \n",
    "long": "word " * 999 + "ended",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a deck of some questions and returns its path."""
    count = iter(range(99))

    def to(content: bytes, suffix: str = "apkg") -> str:
        path = tmp_path / f"deck{next(count)}.{suffix}"
        path.write_bytes(content)
        return str(path)

    return to


def shown(page: str) -> str:
    """The words a reader sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("typed", ["auto", "always", "never"])
@pytest.mark.parametrize("choices", [False, True], ids=["free", "choices"])
def test_every_card_of_real_articles_shows_what_it_must(
    student: Student, write: Write, articles: list[Quiz], typed: Any, choices: bool
) -> None:
    deck = write(apkg.export(articles, deck="News", cards="both", typed=typed, choices=choices))
    imported, pages, check = student([["import", deck], ["render"], ["check"]])
    questions = {guid("qa", q.id): (quiz, q) for quiz in articles for q in quiz.asked}
    gaps = {guid("cloze", q.id): (quiz, q) for quiz in articles for q in quiz.asked if q.cloze}
    assert imported == {"new": len(questions) + len(gaps)}
    assert check == ""
    assert {page["guid"] for page in pages} == questions.keys() | gaps.keys()
    for page in pages:
        quiz, question = {**questions, **gaps}[page["guid"]]
        cited = quiz.source(question)
        assert cited is not None
        front, back = shown(page["question"]), shown(page["answer"])
        assert "{{" not in front + back
        assert question.evidence.quote in spaced(back)
        assert cited.title in back
        assert f'href="{cited.url}"' in html.unescape(page["answer"])
        assert cited.published in back
        assert question.id in back
        assert (question.context in front) != (question.answer in question.context)
        if page["guid"] in questions:
            assert question.prompt in front
            assert question.answer.removeprefix("the ") in back
            assert all(other in back for other in question.accepted)
            assert all(wrong in front for wrong in question.distractors if choices)
            assert f"<mark>{html.escape(question.answer)}</mark>" in page["answer"] or not question.cloze
        else:
            assert "[...]" in front
            assert question.answer in back


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_nasty_text_survives_exactly(student: Student, write: Write, ask: Ask, text: str) -> None:
    question = ask(
        prompt=text,
        answer=text,
        accepted=(text,),
        distractors=(f"{text} 1", f"{text} 2", f"{text} 3"),
        evidence=Evidence(f"{text} Then: {text} End.", 1, 2),
        cloze=f"{text} Then: ____ End.",  # where the first is no whole word, or the teacher wants it so
        context=text + "!",
    )
    cited = Source("bridge", text, url="https://example.org/", publisher=text, published="2026-09-22")
    quiz = Quiz(text, (question,), (cited,))
    deck = write(apkg.export([quiz], cards="both", choices=True, tags=[text]))
    _, dump, pages, check = student([["import", deck], ["dump"], ["render"], ["check"]])
    asked, filled = (dump[guid(kind, question.id)]["fields"] for kind in ("qa", "cloze"))
    assert shown(asked["Question"]) == text
    assert shown(asked["Answer"]) == text
    assert shown(asked["Also accepted"]) == text
    assert shown(asked["Quote"]) == f"{text} Then: {text} End."
    assert shown(filled["Text"]) == f"{text} Then: {{{{c1::{text}}}}} End."
    for page in pages:
        assert spaced(shown(page["answer"])).count(text) >= 2
        assert page["sounds"] == "[]"
        assert "<img" not in page["question"] + page["answer"]
        assert "<script" not in page["question"] + page["answer"]
    assert check == ""


@pytest.mark.parametrize("everything", [False, True], ids=["defaults", "all ticked"])
@pytest.mark.parametrize("fsrs", [False, True], ids=["SM-2", "FSRS"])
def test_a_month_of_learning_outlives_the_corrected_edition(
    student: Student, write: Write, articles: list[Quiz], everything: bool, fsrs: bool
) -> None:
    (quiz, *_) = articles
    first, second, third, fourth, fifth, *_ = quiz.questions
    corrected = replace(
        quiz,
        questions=(
            replace(first, prompt="A mended question?", modified=LATER),
            replace(second, answer="a mended answer", status="edited", modified=LATER),
            replace(third, status="dropped", modified=LATER),
            *quiz.questions[3:],
            replace(fifth, id="q-new", prompt="A question added later?", created=LATER, modified=LATER),
        ),
    )
    ids = [guid("qa", q.id) for q in quiz.questions]
    one = write(apkg.export([quiz], deck="News"))
    two = write(apkg.export([corrected], deck="News"))
    studied = [guid("qa", q.id) for q in (first, second, fourth)]
    own = guid("qa", fifth.id)
    *_, before, log, after, check, retired = student(
        [
            *([["fsrs"]] if fsrs else []),
            ["import", one],
            ["study", studied],
            ["edit", own, "Extra", "my own remark", "mine"],
            ["dump"],
            ["import", two, everything],
            ["dump"],
            ["check"],
            ["find", "tag:quizgen::retired"],
        ]
    )
    changed = {note for note in ids if before[note]["fields"] != after[note]["fields"]}
    assert changed == set(ids[:3])
    assert log == {"new": 1, "updated": 3, "duplicate": len(ids) - 3}
    assert after.keys() - before.keys() == {guid("qa", "q-new")}
    assert all(before[note]["cards"] == after[note]["cards"] for note in ids)
    assert all(after[note]["cards"][0]["reviews"] == 2 for note in studied)
    assert all(after[note]["cards"][0]["interval"] > 0 for note in studied)
    assert all((after[note]["cards"][0]["memory"] != "None") == fsrs for note in studied)
    assert after[own]["fields"]["Extra"] == "my own remark"
    assert "mine" in after[own]["tags"]
    assert retired == [guid("qa", third.id)]
    assert "Withdrawn" in after[guid("qa", third.id)]["fields"]["Extra"]
    assert check == ""


def test_the_same_deck_twice_changes_nothing(student: Student, write: Write, articles: list[Quiz]) -> None:
    deck = write(apkg.export(articles, cards="both"))
    _, first, log, second = student([["import", deck], ["dump"], ["import", deck], ["dump"]])
    assert log.keys() == {"duplicate"}
    assert first == second


def test_a_withdrawn_card_says_so_on_both_sides(
    student: Student, write: Write, ask: Ask, source: Source
) -> None:
    quiz = Quiz("Bridges", (ask(1), ask(2)), (source,))
    gone = replace(quiz, questions=(ask(1, status="dropped", modified=LATER), ask(2)))
    steps = [["import", write(apkg.export([quiz]))], ["import", write(apkg.export([gone]))], ["render"]]
    pages = {page["guid"]: page for page in student(steps)[2]}
    assert "Withdrawn" in pages[guid("qa", "q0001")]["question"]
    assert "taken out of the quiz" in pages[guid("qa", "q0001")]["answer"]
    assert "Withdrawn" not in pages[guid("qa", "q0002")]["answer"]


def test_a_student_who_never_had_a_withdrawn_card_does_not_get_it(
    student: Student, write: Write, ask: Ask, source: Source
) -> None:
    quiz = Quiz("Bridges", (ask(1, status="dropped"), ask(2)), (source,))
    _, pages, check = student([["import", write(apkg.export([quiz]))], ["render"], ["check"]])
    assert [page["guid"] for page in pages] == [guid("qa", "q0002")]
    assert check == ""


def test_a_withdrawn_question_that_returns_brings_its_card(
    student: Student, write: Write, ask: Ask, source: Source
) -> None:
    gone = Quiz("Bridges", (ask(1, status="dropped"), ask(2)), (source,))
    back = replace(gone, questions=(ask(1, status="kept", modified=LATER), ask(2)))
    steps = [["import", write(apkg.export([gone]))], ["import", write(apkg.export([back]))], ["render"]]
    pages = student(steps)[2]
    assert {page["guid"] for page in pages} == {guid("qa", "q0001"), guid("qa", "q0002")}
    assert all("Withdrawn" not in page["answer"] for page in pages)


def test_an_answer_that_stands_twice_in_the_sentence_is_hidden_twice_on_one_card(
    student: Student, write: Write, ask: Ask, source: Source
) -> None:
    question = ask(
        answer="Paris", evidence=Evidence("In Paris, Paris won."), cloze="In ____, ____ won.", context=""
    )
    deck = write(apkg.export([Quiz("Q", (question,), (source,))], cards="cloze"))
    (page,) = student([["import", deck], ["render"]])[1]
    assert "In [...], [...] won." in shown(page["question"])
    assert "In Paris, Paris won." in shown(page["answer"])


def test_new_cards_come_in_reading_order(student: Student, write: Write, ask: Ask, source: Source) -> None:
    quiz = Quiz("Bridges", (ask(3), ask(1), ask(2)), (source,))
    _, dump = student([["import", write(apkg.export([quiz]))], ["dump"]])
    due = {dump[guid("qa", f"q000{n}")]["cards"][0]["due"]: n for n in (1, 2, 3)}
    assert [due[place] for place in sorted(due)] == [1, 2, 3]
    assert len(due) == 3


def test_decks_arrive_under_their_names_with_descriptions(
    student: Student, write: Write, articles: list[Quiz]
) -> None:
    _, decks = student([["import", write(apkg.export(articles, deck="Biology 9::Week 03"))], ["decks"]])
    assert decks["Biology 9"] == ""
    assert "27 questions" in decks["Biology 9::Week 03"]
    for quiz in articles:
        assert quiz.title in html.unescape(decks[f"Biology 9::Week 03::{quiz.title}"])


def test_note_types_arrive_as_they_are_frozen(student: Student, write: Write, articles: list[Quiz]) -> None:
    _, types = student([["import", write(apkg.export(articles, cards="both"))], ["note_types"]])
    for kind in ("qa", "cloze"):
        arrived = types[notetypes.NAME[kind]]
        assert arrived["id"] == notetypes.MODEL_ID[kind]
        assert arrived["mod"] == notetypes.TEMPLATE_MOD
        assert tuple(arrived["fields"]) == notetypes.FIELDS[kind]
        assert all(arrived["field_ids"])


def test_a_typed_answer_counts_as_right(student: Student, write: Write, ask: Ask, source: Source) -> None:
    quiz = Quiz("Q", (ask(1, answer="Orléans"), ask(2, answer="the R&D"), ask(3, answer="it’s")), (source,))
    deck = write(apkg.export([quiz], typed="always"))
    dump = student([["import", deck], ["dump"]])[1]
    fields = [dump[guid("qa", f"q000{n}")]["fields"]["Answer"] for n in (1, 2, 3)]
    for result in student(
        [
            ["compare", field, said]
            for field, said in zip(fields, ["orleans".title(), "R&D", "it's"], strict=True)
        ]
    ):
        assert "typeBad" not in result
        assert "typeMissed" not in result


def test_the_text_file_corrects_a_note_whatever_its_time(
    student: Student, write: Write, articles: list[Quiz]
) -> None:
    (quiz, *_) = articles
    first, *rest = quiz.questions
    corrected = replace(quiz, questions=(replace(first, prompt="Corrected?"), *rest))
    deck, table = (
        write(apkg.export([quiz], cards="both")),
        write(tsv.export([corrected], cards="both"), "tsv"),
    )
    _, _, before, log, after = student(
        [["import", deck], ["study", [guid("qa", first.id)]], ["dump"], ["table", table], ["dump"]]
    )
    changed = {note for note in before if before[note]["fields"] != after[note]["fields"]}
    assert changed == {guid("qa", first.id)}
    assert log["updated"] == 1
    assert after.keys() == before.keys()
    assert [note["cards"] for note in after.values()] == [note["cards"] for note in before.values()]


def test_the_text_file_of_the_same_quiz_changes_nothing(
    student: Student, write: Write, articles: list[Quiz], ask: Ask, source: Source
) -> None:
    nasty = Quiz(
        "Nasty",
        tuple(ask(n, prompt=text, answer=text) for n, text in enumerate(NASTY.values(), 1)),
        (source,),
    )
    quizzes = [*articles, nasty]
    deck = write(apkg.export(quizzes, cards="both"))
    table = write(tsv.export(quizzes, cards="both"), "tsv")
    _, before, log, after = student([["import", deck], ["dump"], ["table", table], ["dump"]])
    assert log.keys() == {"duplicate"}
    assert before == after


def test_ten_thousand_notes_are_written_about_as_fast_as_by_genanki(
    student: Student, write: Write, ask: Ask, source: Source, tmp_path: Path
) -> None:
    quiz = Quiz("Many", tuple(ask(n) for n in range(1, 10_001)), (source,))
    content = apkg.export([quiz])
    ratios = []
    gc.collect()
    gc.disable()  # else what other tests left in memory is searched again and again, in one half of a pair
    try:
        for _ in range(7):  # in turns: whatever else the machine does slows both of a pair
            start = time.process_time()
            apkg.export([quiz])
            between = time.process_time()
            write_with_genanki(quiz, source, tmp_path / "genanki.apkg")
            ratios.append((between - start) / (time.process_time() - between))
    finally:
        gc.enable()
    assert statistics.median(ratios) <= 1.3, ratios
    imported, check = student([["import", write(content)], ["check"]])
    assert imported == {"new": 10_000}
    assert check == ""


def write_with_genanki(quiz: Quiz, source: Source, path: Path) -> None:
    """The same notes as its documentation would have them."""
    deck = genanki.Deck(2059400110, "Many")
    model = notetypes.model("qa")
    for question in quiz.questions:
        fields = [
            question.prompt,
            question.answer,
            "; ".join(question.accepted),
            "",
            "y",
            question.evidence.quote,
            source.title,
            source.url,
            source.published,
            question.kind,
            question.difficulty,
            "",
            question.id,
            question.context,
            "",
        ]
        tags = ["quizgen", f"quizgen::kind::{question.kind}", f"quizgen::source::{source.id}"]
        deck.add_note(
            genanki.Note(
                model,
                [html.escape(" ".join(field.split())) for field in fields],
                tags=tags,
                guid=genanki.guid_for(question.id),
            )
        )
    genanki.Package(deck).write_to_file(path)
