"""What stands on a sheet: which questions, in which form, and how versions are shuffled."""

from collections import Counter
from dataclasses import replace

import pytest

from quizgen.errors import ExportError
from quizgen.exporters._sheet import Sheet, lay_out, plain
from quizgen.model import Quiz

from .conftest import masts, question


def order(sheet: Sheet, version: int) -> list[str]:
    return [item.question.id for item in sheet.versions[version].items]


def options(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    return {
        f"{item.question.id}{version.letter}": tuple(option.text for option in item.options)
        for version in sheet.versions
        for item in version.items
    }


def test_the_only_version_keeps_the_order_of_the_quiz() -> None:
    assert order(lay_out([masts(20)]), 0) == [f"q{i}" for i in range(20)]


def test_versions_are_shuffled_apart() -> None:
    sheet = lay_out([masts(20)], versions=3, seed=42)
    assert len({tuple(order(sheet, i)) for i in range(3)}) == 3


def test_every_version_asks_the_same_in_the_same_form() -> None:
    sheet = lay_out([masts(40)], versions=3, style="mixed")
    forms = [{item.question.id: item.form for item in version.items} for version in sheet.versions]
    assert forms[0] == forms[1] == forms[2]


@pytest.mark.parametrize("at", [0, 7, 20])
def test_a_question_added_later_leaves_the_order_of_the_others(at: int) -> None:
    quiz = masts(20)
    added = question(99, created="2026-12-01T08:00:00Z")
    longer = replace(quiz, questions=(*quiz.questions[:at], added, *quiz.questions[at:]))
    before, after = (lay_out([q], versions=3, seed=42, style="choice") for q in (quiz, longer))
    for i in range(3):
        assert [name for name in order(after, i) if name != "q99"] == order(before, i)


@pytest.mark.parametrize("at", [0, 7, 20])
def test_a_question_added_later_leaves_the_options_of_the_others(at: int) -> None:
    quiz = masts(20)
    added = question(99, created="2026-12-01T08:00:00Z")
    longer = replace(quiz, questions=(*quiz.questions[:at], added, *quiz.questions[at:]))
    before, after = (options(lay_out([q], versions=3, seed=42, style="choice")) for q in (quiz, longer))
    assert {name: texts for name, texts in after.items() if not name.startswith("q99")} == before


@pytest.mark.parametrize("seed", range(20))
def test_right_letters_are_balanced(seed: int) -> None:
    for version in lay_out([masts(30)], versions=2, seed=seed, style="choice").versions:
        counts = Counter(item.letter for item in version.items)
        assert set(counts) == set("ABCD")
        assert max(counts.values()) - min(counts.values()) <= 2


@pytest.mark.parametrize("seed", range(20))
def test_true_and_false_are_balanced(seed: int) -> None:
    items = lay_out([masts(80)], seed=seed, style="mixed").versions[0].items
    counts = Counter(item.letter for item in items if item.form == "truth")
    assert abs(counts["true"] - counts["false"]) <= 2


def test_true_stands_before_false_in_every_version() -> None:
    for version in lay_out([masts(40)], versions=3, style="mixed").versions:
        for item in version.items:
            if item.form == "truth":
                assert [option.letter for option in item.options] == ["true", "false"]


def test_a_false_statement_holds_a_wrong_answer_in_its_place() -> None:
    items = lay_out([masts(40)], style="mixed").versions[0].items
    false = [item for item in items if item.form == "truth" and item.letter == "false"]
    assert false
    for item in false:
        assert item.answer not in item.text
        assert any(wrong in item.text for wrong in item.question.distractors)


def test_a_false_statement_does_not_give_itself_away_by_its_article() -> None:
    one = question(
        1, answer="eagle", accepted=(), cloze="It was an ____.", distractors=("hawk", "owl", "kite")
    )
    sheets = (lay_out([Quiz("t", (one,))], style="mixed", seed=seed) for seed in range(200))
    texts = {item.text for sheet in sheets for item in sheet.versions[0].items if item.letter == "false"}
    assert texts == {"It was an owl."}


def test_the_table_finds_each_question_in_each_version() -> None:
    sheet = lay_out([masts(12)], versions=3, style="mixed")
    for asked, items in sheet.table():
        for version, item in zip(sheet.versions, items, strict=True):
            assert version.items[item.number - 1].question == asked


def test_the_id_of_a_version_ends_in_its_letter() -> None:
    ids = [version.id for version in lay_out([masts(3)], versions=2).versions]
    assert [name[-2:] for name in ids] == ["-A", "-B"]


def test_another_seed_makes_another_id() -> None:
    assert lay_out([masts(3)], seed=1).versions[0].id != lay_out([masts(3)], seed=2).versions[0].id


def test_a_distractor_that_is_also_right_is_no_option() -> None:
    one = question(1, distractors=("ALIAS1 M", "12 metres"))
    (item,) = lay_out([Quiz("t", (one,))], style="choice").versions[0].items
    assert sorted(option.text for option in item.options) == ["12 metres", "secret1 metres"]


def test_without_distractors_a_choice_becomes_an_open_question() -> None:
    (item,) = lay_out([Quiz("t", (question(1, distractors=()),))], style="choice").versions[0].items
    assert item.form == "open"


def test_without_a_gap_a_cloze_becomes_an_open_question() -> None:
    (item,) = lay_out([Quiz("t", (question(1, cloze=""),))], style="cloze").versions[0].items
    assert item.form == "open"


def names(*answers: str) -> Quiz:
    made = (
        question(i, kind="who", answer=name, accepted=(), cloze="", distractors=("Ann Other",))
        for i, name in enumerate(answers)
    )
    return Quiz("t", tuple(made))


def test_names_are_matched_and_one_is_left_over() -> None:
    (part,) = lay_out([names("Ada Lovelace", "Alan Turing", "Grace Hopper")], style="mixed").versions[0].parts
    assert part.form == "match"
    assert sorted(option.text for option in part.bank) == [
        "Ada Lovelace",
        "Alan Turing",
        "Ann Other",
        "Grace Hopper",
    ]


def test_two_questions_with_one_answer_are_not_matched_together() -> None:
    parts = lay_out([names("Ada Lovelace", "Alan Turing", "Ada Lovelace")], style="mixed").versions[0].parts
    assert all(part.form != "match" for part in parts)


def test_the_letter_of_a_match_names_its_answer() -> None:
    for version in lay_out([names("Ada", "Alan", "Grace", "Edsger")], style="mixed", versions=3).versions:
        (part,) = version.parts
        bank = {option.letter: option.text for option in part.bank}
        assert all(bank[item.letter] == item.answer for item in part.items)


def test_a_word_bank_holds_every_answer_of_its_part() -> None:
    for part in lay_out([masts(25)], style="cloze").versions[0].parts:
        assert {item.answer for item in part.items} < {option.text for option in part.bank}


@pytest.mark.parametrize(("number", "sizes"), [(10, [10]), (13, [13]), (14, [10, 4]), (25, [10, 10, 5])])
def test_a_word_bank_serves_so_many_questions(number: int, sizes: list[int]) -> None:
    parts = lay_out([masts(number)], style="cloze").versions[0].parts
    assert [len(part.items) for part in parts] == sizes


def test_a_word_bank_can_be_left_out() -> None:
    assert all(not part.bank for part in lay_out([masts(5)], style="cloze", bank=False).versions[0].parts)


@pytest.mark.parametrize(
    ("answer", "room", "lines"),
    [("seven", "short", 1), ("Bill Gerstenmaier", "medium", 1), ("x" * 100, "long", 3)],
)
def test_room_fits_the_answer(answer: str, room: str, lines: int) -> None:
    (item,) = lay_out([Quiz("t", (question(1, answer=answer),))]).versions[0].items
    assert (item.room, item.lines) == (room, lines)


def test_dropped_questions_are_not_printed() -> None:
    assert order(lay_out([Quiz("t", (question(1), question(2, status="dropped")))]), 0) == ["q1"]


def test_the_same_question_in_two_quizzes_is_asked_once() -> None:
    assert len(order(lay_out([masts(3), masts(4)]), 0)) == 4


def test_only_the_first_questions_are_asked() -> None:
    assert order(lay_out([masts(9)], questions=2), 0) == ["q0", "q1"]


def test_only_the_wanted_kinds_are_asked() -> None:
    quiz = Quiz("t", (question(1), question(2, kind="when")))
    assert order(lay_out([quiz], kinds=("when",)), 0) == ["q2"]


def test_points_can_be_set_for_all() -> None:
    assert lay_out([masts(4)], points=3).versions[0].total == 12


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"questions": 0}, "ask for 1 or more"),
        ({"versions": 0}, "ask for 1 to 26"),
        ({"versions": 27}, "ask for 1 to 26"),
        ({"points": -1}, "give 0 or more"),
        ({"kinds": ("why",)}, "it has how_high"),
    ],
)
def test_what_makes_no_sheet_is_said(wanted: dict[str, int], said: str) -> None:
    with pytest.raises(ExportError, match=said):
        lay_out([masts(2)], **wanted)


def test_a_quiz_without_questions_is_said() -> None:
    with pytest.raises(ExportError, match="no question to ask"):
        lay_out([Quiz("t", ())])


def test_control_characters_and_line_ends_are_taken_out() -> None:
    assert plain("a\x1b[31mb\r\n\tc\x00\ud800\u2028d\ufdd0") == "a[31mb c d"


def test_marks_that_turn_text_round_are_taken_out_and_letters_stay() -> None:
    assert plain("\u202eabc\u202c \u2067العربية\u2069") == "abc العربية"


@pytest.mark.parametrize("context", ["Masts", "masts of the plain", ""])
def test_what_a_title_says_is_not_said_with_every_question(context: str) -> None:
    quiz = replace(masts(1), questions=(question(1, context=context),))
    assert lay_out([quiz]).versions[0].items[0].question.context == ""


def test_another_context_is_kept() -> None:
    quiz = replace(masts(1), questions=(question(1, context="Radio in the war"),))
    assert lay_out([quiz]).versions[0].items[0].question.context == "Radio in the war"
