"""What we write into a deck, without asking Anki."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from quizgen import quizfile
from quizgen.cli import app
from quizgen.errors import ExportError
from quizgen.exporters import apkg, tsv
from quizgen.exporters._anki import notetypes, text
from quizgen.exporters._anki.notes import guid
from quizgen.model import Evidence, Question, Quiz, Source

Ask = Callable[..., Question]

CREATED = 1790841600  # 2026-10-01T08:00:00Z


def rows(content: bytes, query: str) -> list[tuple[Any, ...]]:
    """What a query finds in a deck."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        database = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def fields(content: bytes) -> list[dict[str, str]]:
    """The notes of a deck of questions and answers."""
    return [
        dict(zip(notetypes.FIELDS["qa"], row[0].split("\x1f"), strict=True))
        for row in rows(content, "select flds from notes order by id")
    ]


def one(question: Question, source: Source, **options: Any) -> dict[str, str]:
    """The fields of the note of one question."""
    (found,) = fields(apkg.export([Quiz("Q", (question,), (source,))], **options))
    return found


# What students have: frozen.


def test_templates_and_style_change_only_together_with_template_mod() -> None:
    """If this fails, set TEMPLATE_MOD to today and the digest to the new one."""
    digest = sha256()
    for note_type in notetypes.FIELDS:
        model = notetypes.model(note_type)
        digest.update(
            json.dumps([model.templates[0]["qfmt"], model.templates[0]["afmt"], model.css]).encode()
        )
    assert (notetypes.TEMPLATE_MOD, digest.hexdigest()[:16]) == (1795305600, "a4161e10bd8a417e")


def test_names_and_order_never_change_under_one_model_id() -> None:
    """If this fails, give a new model id and name, and tell it in the release notes."""
    frozen = {
        kind: (
            notetypes.MODEL_ID[kind],
            notetypes.NAME[kind],
            [(field["name"], field["id"]) for field in notetypes.model(kind).fields],
            [(template["name"], template["id"]) for template in notetypes.model(kind).templates],
        )
        for kind in notetypes.FIELDS
    }
    assert sha256(json.dumps(frozen).encode()).hexdigest()[:16] == "3c35c2eaa5306ff4"


def test_the_guid_of_a_question_never_changes() -> None:
    assert guid("qa", "q0001") == "qchwijycunjsmsp2"
    assert guid("cloze", "q0001") == "qkdjfy3awoxabq42"


# The same quiz, the same bytes.


def test_the_same_quiz_gives_the_same_bytes_in_another_process(tmp_path: Path, articles: list[Quiz]) -> None:
    path = tmp_path / "a.quiz.json"
    quizfile.write(articles[0], path)
    code = (
        "import sys; from pathlib import Path; from quizgen import quizfile; from quizgen.exporters import apkg;"
        "sys.stdout.buffer.write(apkg.export([quizfile.read(Path(sys.argv[1]))], cards='both', choices=True))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert made[0] == made[1]
    assert zipfile.is_zipfile(io.BytesIO(made[0]))


def test_the_zip_tells_nothing_of_when_and_where_it_was_made(articles: list[Quiz]) -> None:
    with zipfile.ZipFile(io.BytesIO(apkg.export(articles))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["collection.anki2", "media"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}


# Identity, time, order.


def test_a_note_has_the_times_of_its_question(ask: Ask, source: Source) -> None:
    question = ask(modified="2026-10-02T08:00:00Z")
    content = apkg.export([Quiz("Q", (question,), (source,))])
    assert rows(content, "select id, mod from notes") == [(CREATED * 1000, CREATED + 86400)]
    assert rows(content, "select id, mod, due from cards") == [(CREATED * 1000 + 1, CREATED + 86400, 1)]


def test_notes_made_in_one_second_have_ids_in_a_row(ask: Ask, source: Source) -> None:
    content = apkg.export([Quiz("Q", tuple(map(ask, range(1, 5))), (source,))], cards="both")
    assert [row[0] - CREATED * 1000 for row in rows(content, "select id from notes order by id")] == [
        *range(8)
    ]
    cards = rows(content, "select id from cards")
    assert len(set(cards)) == len(cards) == 8


def test_other_words_keep_the_guid(ask: Ask, source: Source) -> None:
    before, after = (
        rows(apkg.export([Quiz("Q", (question,), (source,))]), "select guid from notes")
        for question in (ask(), ask(prompt="Otherwise?", answer="else", difficulty="hard"))
    )
    assert before == after


def test_a_question_without_a_place_comes_last(ask: Ask, source: Source) -> None:
    own = ask(1, evidence=Evidence("The teacher's own."))
    content = apkg.export([Quiz("Q", (own, ask(3), ask(2)), (source,))])
    due = rows(content, "select flds from notes join cards on nid = notes.id order by due")
    assert [row[0].split("\x1f")[12] for row in due] == ["q0002", "q0003", "q0001"]


def test_one_question_in_two_quizzes_is_one_note(ask: Ask, source: Source) -> None:
    quizzes = [Quiz(title, (ask(1), ask(other)), (source,)) for title, other in (("A", 2), ("B", 3))]
    assert len(fields(apkg.export(quizzes))) == 3


def test_two_versions_of_one_question_are_refused(ask: Ask, source: Source) -> None:
    quizzes = [Quiz("A", (ask(1),), (source,)), Quiz("B", (ask(1, prompt="Else?"),), (source,))]
    with pytest.raises(ExportError, match="q0001"):
        apkg.export(quizzes)


def test_a_question_dropped_from_one_quiz_only_is_asked(ask: Ask, source: Source) -> None:
    quizzes = [
        Quiz(title, (ask(1, status=status),), (source,))
        for title, status in (("A", "dropped"), ("B", "kept"))
    ]
    for order in (quizzes, quizzes[::-1]):
        content = apkg.export(order)
        assert len(rows(content, "select id from cards")) == 1
        assert "Withdrawn" not in fields(content)[0]["Extra"]


def test_a_question_dropped_from_two_quizzes_in_two_versions_is_withdrawn(ask: Ask, source: Source) -> None:
    quizzes = [
        Quiz(title, (ask(1, status="dropped", answer=title), ask(number)), (source,))
        for number, title in enumerate("AB", 2)
    ]
    assert len(fields(apkg.export(quizzes))) == 3


def test_a_time_without_a_zone_is_utc(ask: Ask, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        content = apkg.export([Quiz("Q", (ask(modified="2026-10-01T08:00:01"),), (source,))])
    finally:
        monkeypatch.undo()
        time.tzset()
    assert times(content) == {guid("qa", "q0001"): CREATED + 1}


@pytest.mark.parametrize(("cloze", "answer"), [("____", "____"), ("no gap", "x"), ("____ is", " ")])
def test_a_cloze_that_hides_nothing_is_none(ask: Ask, source: Source, cloze: str, answer: str) -> None:
    question = ask(cloze=cloze, answer=answer, evidence=Evidence("Else."))
    content = apkg.export([Quiz("Q", (question,), (source,))], cards="cloze")
    assert rows(content, "select mid from notes") == [(notetypes.MODEL_ID["qa"],)]


def test_a_gap_does_not_follow_upon_its_question(ask: Ask, source: Source) -> None:
    content = apkg.export([Quiz("Q", (ask(1), ask(2)), (source,))], cards="both")
    kinds = [
        row[0] for row in rows(content, "select mid from notes join cards on nid = notes.id order by due")
    ]
    assert kinds == [notetypes.MODEL_ID["qa"]] * 2 + [notetypes.MODEL_ID["cloze"]] * 2


def test_a_quiz_without_questions_is_refused() -> None:
    with pytest.raises(ExportError, match="no question"):
        apkg.export([Quiz("Empty", ())])


def test_a_time_that_is_none_is_refused(ask: Ask, source: Source) -> None:
    with pytest.raises(ExportError, match="q0001"):
        apkg.export([Quiz("Q", (ask(modified="yesterday"),), (source,))])


# The deck that is written over.

NOW = CREATED + 999_999


def times(content: bytes) -> dict[str, int]:
    return dict(rows(content, "select guid, mod from notes"))


def test_what_did_not_change_keeps_its_time_and_the_deck_its_bytes(articles: list[Quiz]) -> None:
    before = apkg.export(articles, cards="both")
    assert apkg.export(articles, cards="both", previous=before, now=NOW) == before


@pytest.mark.parametrize(
    ("options", "other"),
    [
        ({}, {"prompt": "Edited by hand, which moves no time?"}),
        ({"choices": True}, {}),
        ({"tags": ["new"]}, {}),
    ],
    ids=["hand", "choices", "tag"],
)
def test_a_change_that_moved_no_time_is_as_new_as_now(
    ask: Ask, source: Source, options: dict[str, Any], other: dict[str, Any]
) -> None:
    wrong = {"distractors": ("x", "y", "z")}
    before = apkg.export([Quiz("Q", (ask(**wrong),), (source,))])
    after = apkg.export([Quiz("Q", (ask(**wrong | other),), (source,))], **options, previous=before, now=NOW)
    assert times(after) == {guid("qa", "q0001"): NOW}


def test_only_what_changed_is_as_new_as_now(ask: Ask, source: Source) -> None:
    before = apkg.export([Quiz("Q", (ask(1), ask(2)), (source,))])
    after = apkg.export([Quiz("Q", (ask(1), ask(2, answer="else")), (source,))], previous=before, now=NOW)
    assert times(after) == {guid("qa", "q0001"): CREATED, guid("qa", "q0002"): NOW}


def test_a_change_back_is_a_change(ask: Ask, source: Source) -> None:
    first = apkg.export([Quiz("Q", (ask(),), (source,))])
    second = apkg.export([Quiz("Q", (ask(answer="else"),), (source,))], previous=first, now=NOW)
    third = apkg.export([Quiz("Q", (ask(),), (source,))], previous=second, now=NOW)
    assert times(third) == {guid("qa", "q0001"): NOW + 1}


def test_a_newer_time_of_the_question_counts(ask: Ask, source: Source) -> None:
    before = apkg.export([Quiz("Q", (ask(),), (source,))])
    later = ask(answer="else", modified="2026-10-02T08:00:00Z")
    after = apkg.export([Quiz("Q", (later,), (source,))], previous=before, now=NOW)
    assert times(after) == {guid("qa", "q0001"): CREATED + 86400}


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 damaged"])
def test_a_file_that_is_no_deck_tells_nothing(ask: Ask, source: Source, content: bytes) -> None:
    quiz = Quiz("Q", (ask(),), (source,))
    assert apkg.export([quiz], previous=content, now=NOW) == apkg.export([quiz])


# Fields.


def test_the_answer_is_marked_in_the_quote(ask: Ask, source: Source) -> None:
    assert one(ask(), source)["Quote"] == "Bridge number 1 is <mark>1.2 kilometres</mark> long."


def test_the_mark_stands_where_the_gap_is(ask: Ask, source: Source) -> None:
    question = ask(answer="Paris", evidence=Evidence("Paris saw Paris win."), cloze="Paris saw ____ win.")
    assert one(question, source)["Quote"] == "Paris saw <mark>Paris</mark> win."


def test_choices_have_an_order_of_their_own_that_stays(ask: Ask, source: Source) -> None:
    questions = [ask(n, answer="right", distractors=("x", "y", "z")) for n in range(1, 201)]
    content = apkg.export([Quiz("Q", tuple(questions), (source,))], choices=True)
    places = [note["Choices"].split("<li").index(' dir="auto">right</li>') for note in fields(content)]
    assert all(30 <= places.count(place) <= 70 for place in (1, 2, 3, 4))


def test_choices_are_left_out_unless_wanted(ask: Ask, source: Source) -> None:
    assert one(ask(distractors=("x", "y", "z")), source)["Choices"] == ""


@pytest.mark.parametrize(
    ("answer", "accepted", "typed"),
    [
        ("Paris", (), "y"),
        ("39", ("39 people",), "y"),
        ("39", ("thirty-nine",), ""),
        ("1,000", (), ""),
        ("2:49 a.m.", (), ""),
        ("about 50", (), ""),
        ("a dozen", (), ""),
        ("Paris / Lutetia", (), ""),
        ("Paris (France)", (), ""),
        ("one two three four five", (), ""),
    ],
)
def test_typing_is_asked_where_there_is_one_way_to_write_it(
    ask: Ask, source: Source, answer: str, accepted: tuple[str, ...], typed: str
) -> None:
    assert one(ask(answer=answer, accepted=accepted), source)["Typed"] == typed


def test_a_typed_answer_is_written_as_a_keyboard_does(ask: Ask, source: Source) -> None:
    assert one(ask(answer="the 10–12 o’clock"), source)["Answer"] == "10-12 o&#x27;clock"


def test_an_answer_that_is_not_typed_stays_as_it_is(ask: Ask, source: Source) -> None:
    assert one(ask(answer="the 10–12 o’clock"), source, typed="never")["Answer"] == "the 10–12 o’clock"


def test_a_headline_that_tells_the_answer_is_left_out(ask: Ask, source: Source) -> None:
    assert one(ask(context="A bridge of 1.2 kilometres opens"), source)["Context"] == ""
    assert one(ask(context="A bridge opens"), source)["Context"] == "A bridge opens"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f"),
        ('https://example.org/"onmouseover="x', "https://example.org/%22onmouseover=%22x"),
        ("https://bücher.example/ä%20b", "https://xn--bcher-kva.example/%C3%A4%20b"),
        ("https://example.org/{{c1::x}}", "https://example.org/%7B%7Bc1::x%7D%7D"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, link: str) -> None:
    assert text.link(url) == link


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\tb\r\n c\u00a0d", "a b c d"),
        ("a\x00b\x1b[31m\u202ec\u200b\ufeff", "ab[31mc"),
        ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_text_is_one_line_of_visible_characters(given: str, kept: str) -> None:
    assert text.plain(given) == kept


def test_a_source_file_without_address_is_named(ask: Ask) -> None:
    note = one(ask(source="s"), Source("s", "", name="news.txt"))
    assert (note["Source"], note["URL"], note["Date"]) == ("news.txt", "", "")


# Tags and decks.


def test_tags_say_kind_difficulty_source_and_month(ask: Ask, source: Source) -> None:
    content = apkg.export([Quiz("Q", (ask(),), (source,))], tags=["Week 3", "my::Own, tag"])
    assert rows(content, "select tags from notes")[0][0].split() == [
        "quizgen",
        "quizgen::kind::how-long",
        "quizgen::difficulty::medium",
        "quizgen::source::example-news",
        "quizgen::date::2026-09",
        "Week-3",
        "my::Own-tag",
    ]


def deck_names(content: bytes) -> set[str]:
    listed = json.loads(rows(content, "select decks from col")[0][0])
    return {deck["name"] for deck in listed.values()} - {"Default"}


@pytest.mark.parametrize(
    ("deck", "titles", "names"),
    [
        (None, ["A"], {"quizgen", "quizgen::A"}),
        (None, ["A", "B"], {"quizgen", "quizgen::A", "quizgen::B"}),
        ("Biology 9::Week 03", ["A"], {"Biology 9", "Biology 9::Week 03"}),
        ("News", ["A", "B"], {"News", "News::A", "News::B"}),
        (" News :: :: 3 ", ["A"], {"News", "News::3"}),
        (None, ["A::B"], {"quizgen", "quizgen::A:B"}),
        (None, [""], {"quizgen", "quizgen::Untitled"}),
    ],
)
def test_decks_are_named(
    ask: Ask, source: Source, deck: str | None, titles: list[str], names: set[str]
) -> None:
    quizzes = [Quiz(title, (ask(n),), (source,)) for n, title in enumerate(titles, 1)]
    assert deck_names(apkg.export(quizzes, deck=deck)) == names


def test_a_deck_without_a_name_is_refused(ask: Ask, source: Source) -> None:
    with pytest.raises(ExportError, match="Biology 9"):
        apkg.export([Quiz("Q", (ask(),), (source,))], deck=" :: ")


def test_cards_of_a_quiz_lie_in_its_deck(ask: Ask, source: Source) -> None:
    quizzes = [Quiz("A", (ask(1),), (source,)), Quiz("B", (ask(2),), (source,))]
    content = apkg.export(quizzes, deck="News")
    listed = json.loads(rows(content, "select decks from col")[0][0])
    found = rows(content, "select guid, did from notes join cards on nid = notes.id")
    assert {note: listed[str(deck)]["name"] for note, deck in found} == {
        guid("qa", "q0001"): "News::A",
        guid("qa", "q0002"): "News::B",
    }


# Kinds of cards.


@pytest.mark.parametrize(
    ("cards", "types"), [("qa", {"qa"}), ("cloze", {"cloze"}), ("both", {"qa", "cloze"})]
)
def test_cards_are_of_the_wanted_kind(ask: Ask, source: Source, cards: Any, types: set[str]) -> None:
    content = apkg.export([Quiz("Q", (ask(),), (source,))], cards=cards)
    found = {row[0] for row in rows(content, "select mid from notes")}
    assert found == {notetypes.MODEL_ID[kind] for kind in types}  # type: ignore[index]


def test_a_question_without_a_gap_is_asked_instead(ask: Ask, source: Source) -> None:
    content = apkg.export([Quiz("Q", (ask(1), ask(2, cloze="")), (source,))], cards="cloze")
    assert {row[0] for row in rows(content, "select guid from notes")} == {
        guid("cloze", "q0001"),
        guid("qa", "q0002"),
    }


# The text file.


def test_the_text_file_says_how_to_read_it(ask: Ask, source: Source) -> None:
    lines = tsv.export([Quiz("Q", (ask(),), (source,))]).decode().splitlines()
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:4",
    ]
    assert lines[-1].split("\t")[:3] == [f'"{guid("qa", "q0001")}"', '"quizgen Q&A (v1)"', '"quizgen::Q"']


def test_no_cell_of_the_text_file_is_a_formula(ask: Ask, source: Source) -> None:
    questions = tuple(ask(n, prompt=f"{sign}1+1", answer=f"{sign}2") for n, sign in enumerate("=+-@", 1))
    for line in tsv.export([Quiz("Q", questions, (source,))]).decode().splitlines():
        assert not any(cell.strip('"').startswith(("=", "+", "-", "@")) for cell in line.split("\t"))


def test_withdrawn_questions_are_not_in_the_text_file(ask: Ask, source: Source) -> None:
    quiz = Quiz("Q", (ask(1), ask(2, status="dropped")), (source,))
    assert b"q0002" not in tsv.export([quiz])


# The command.


def export(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.fixture
def quiz_file(tmp_path: Path, articles: list[Quiz]) -> Path:
    path = tmp_path / "a.quiz.json"
    quizfile.write(articles[0], path)
    return path


def test_the_command_passes_every_option_on(quiz_file: Path, articles: list[Quiz]) -> None:
    deck = quiz_file.with_name("a.apkg")
    options = [
        "--deck",
        "A::B",
        "--tag",
        "x",
        "--tag",
        "y",
        "--cards",
        "both",
        "--choices",
        "--typed",
        "never",
    ]
    assert export(quiz_file, "-o", deck, *options).exit_code == 0
    expected = apkg.export(
        articles[:1], deck="A::B", tags=["x", "y"], cards="both", choices=True, typed="never"
    )
    assert deck.read_bytes() == expected


def test_the_command_compares_with_the_deck_it_writes_over(quiz_file: Path, articles: list[Quiz]) -> None:
    deck = quiz_file.with_name("a.apkg")
    export(quiz_file, "-o", deck)
    first, *rest = articles[0].questions
    changed = replace(first, prompt="What was edited by hand?")
    before = times(deck.read_bytes())
    quizfile.write(replace(articles[0], questions=(changed, *rest)), quiz_file)
    export(quiz_file, "-o", deck)
    after = times(deck.read_bytes())
    assert {note for note in after if after[note] > before[note]} == {guid("qa", first.id)}


def test_the_command_warns_and_writes(quiz_file: Path, articles: list[Quiz]) -> None:
    first, *rest = articles[0].questions
    quizfile.write(
        replace(articles[0], questions=(replace(first, prompt="How long is it?"), *rest)), quiz_file
    )
    deck = quiz_file.with_name("a.apkg")
    result = export(quiz_file, "-o", deck)
    assert result.exit_code == 0
    assert first.id in result.output
    assert deck.exists()


def test_the_command_refuses_what_it_would_warn_of_if_strict(quiz_file: Path, articles: list[Quiz]) -> None:
    first, *rest = articles[0].questions
    quizfile.write(
        replace(articles[0], questions=(replace(first, prompt="How long is it?"), *rest)), quiz_file
    )
    deck = quiz_file.with_name("a.apkg")
    result = export(quiz_file, "-o", deck, "--strict")
    assert isinstance(result.exception, ExportError)
    assert not deck.exists()


def test_strict_does_nothing_for_a_sheet_and_says_so(quiz_file: Path) -> None:
    assert export(quiz_file, "-o", quiz_file.with_name("a.html"), "--strict").exit_code == 2
