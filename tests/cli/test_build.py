"""`quizgen build`."""

import json
import os
from pathlib import Path

import pytest

from quizgen import quizfile
from quizgen.cli import _report

from .conftest import STORY, Quizgen, one_sentence


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# What is written


def test_without_arguments_it_reads_seeds_and_writes_to_output(quizgen: Quizgen) -> None:
    (quizgen.folder / "seeds").mkdir()
    (quizgen.folder / "seeds" / "bridge.txt").write_text(STORY)
    assert quizgen("build").code == 0
    assert sorted(tree(quizgen.folder / "output")) == ["bridge.apkg", "bridge.html", "bridge.quiz.json"]


def test_a_folder_gets_one_quiz_for_each_article(quizgen: Quizgen, story: Path) -> None:
    Path("tower.txt").write_text(STORY.replace("ridge", "tower"))
    quizgen("build", story, "tower.txt", "-o", "out/")
    assert {name.split(".")[0] for name in tree(Path("out"))} == {"bridge", "tower"}


def test_also_adds_a_form_to_folders(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "out/", "--also", "md")
    assert Path("out/bridge.md").exists()


def test_a_file_gets_one_quiz_of_all_articles(quizgen: Quizgen, story: Path) -> None:
    Path("tower.txt").write_text(STORY.replace("ridge", "tower"))
    quizgen("build", story, "tower.txt", "-o", "all.quiz.json")
    assert {source.id for source in quizfile.read(Path("all.quiz.json")).sources} == {"bridge", "tower"}


def test_several_outputs_are_all_written(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "a.html", "-o", "b/a.quiz.json", "-o", "out/")
    assert {"a.html", "b/a.quiz.json", "out/bridge.html"} <= set(tree(quizgen.folder))


def test_a_dash_prints_the_notation_and_nothing_else_on_standard_output(
    quizgen: Quizgen, story: Path
) -> None:
    out = quizgen("build", story, "-o", "-").out
    assert out.startswith("# ")
    assert "Q: How long is the Harbour Bridge?\nA: 1.2 kilometres\n" in out
    assert "Written" not in out


def test_standard_input_is_a_source(quizgen: Quizgen) -> None:
    assert "1.2 kilometres" in quizgen("build", "-", "-o", "-", stdin=STORY).out


def test_the_same_file_gives_the_same_bytes(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "one/")
    quizgen("build", story, "-o", "two/")
    assert tree(Path("one")) == tree(Path("two"))


def test_questions_are_as_old_as_the_coverage(quizgen: Quizgen, story: Path) -> None:
    os.utime(story, (86400, 86400))
    quizgen("build", story, "-o", "a.quiz.json")
    assert {q.created for q in quizfile.read(Path("a.quiz.json")).questions} == {"1970-01-02T00:00:00Z"}


def test_source_date_epoch_tells_the_time(
    quizgen: Quizgen, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    quizgen("build", story, "-o", "a.quiz.json")
    assert {q.created for q in quizfile.read(Path("a.quiz.json")).questions} == {"1970-01-01T00:00:00Z"}


# What is asked


def test_questions_limits_their_number(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "a.quiz.json", "--questions", 1)
    assert len(quizfile.read(Path("a.quiz.json")).questions) == 1


def test_kind_limits_their_kind(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "a.quiz.json", "--kind", "how_high")
    assert {q.kind for q in quizfile.read(Path("a.quiz.json")).questions} == {"how_high"}


def test_details_of_the_coverage_can_be_given(quizgen: Quizgen, story: Path) -> None:
    quizgen(
        "build", story, "-o", "a.quiz.json",
        "--title", "A bridge", "--date", "2021-03-05", "--source", "The Echo", "--url", "https://echo.example/1",
    )  # fmt: skip
    quiz = quizfile.read(Path("a.quiz.json"))
    cited = quiz.sources[0]
    assert quiz.title == "A bridge"
    assert (cited.published, cited.publisher, cited.url) == (
        "2021-03-05",
        "The Echo",
        "https://echo.example/1",
    )


# Building again


def test_building_again_keeps_what_the_teacher_dropped(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "out/")
    memory = Path("out/bridge.quiz.json")
    data = json.loads(memory.read_text())
    data["questions"][0]["status"] = "dropped"
    memory.write_text(json.dumps(data))
    quizgen("build", story, "-o", "out/")
    assert quizfile.read(memory).questions[0].status == "dropped"


def test_building_again_from_the_same_coverage_changes_no_byte(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "out/")
    before = tree(Path("out"))
    quizgen("build", story, "-o", "out/")
    assert tree(Path("out")) == before


def test_building_again_tells_what_was_added_and_withdrawn(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "out/")
    story.write_text(STORY.replace(" and stands 40 metres above the river", ""))
    report = json.loads(quizgen("build", story, "-o", "out/", "--json").out)["quizzes"][0]
    assert report["withdrawn"] >= 1
    assert report["kept"] >= 1


def test_building_again_takes_a_title_that_is_given(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "a.quiz.json")
    quizgen("build", story, "-o", "a.quiz.json", "--title", "For Monday")
    assert quizfile.read(Path("a.quiz.json")).title == "For Monday"


def test_our_notation_is_read_back_with_what_was_changed(quizgen: Quizgen, story: Path) -> None:
    quizgen("build", story, "-o", "a.quiz.json")
    quizgen("export", "a.quiz.json", "-o", "a.md")
    text = Path("a.md").read_text()
    Path("a.md").write_text(text.replace("Q: How long is the Harbour Bridge?", "Q: What is its length?"))
    ids = [q.id for q in quizfile.read(Path("a.quiz.json")).questions]
    quizgen("build", "a.md", "-o", "a.quiz.json")
    after = quizfile.read(Path("a.quiz.json")).questions
    assert [q.id for q in after] == ids
    assert [q.status for q in after if q.prompt == "What is its length?"] == ["edited"]


# What it says


def test_it_ends_with_a_table_of_what_was_asked_and_written(quizgen: Quizgen, story: Path) -> None:
    out = quizgen("build", story, "-o", "out/").out
    assert "Bridge opens after two years" in out
    assert "out/bridge.quiz.json" in out


def test_files_that_differ_only_in_their_suffix_are_named_together() -> None:
    stem = "out/www.post.example-7.2-story"
    written = [f"{stem}.quiz.json", f"{stem}.apkg", "sheet.html"]
    assert _report._together(written) == f"{stem}.quiz.json, .apkg\nsheet.html"


def test_there_is_no_table_of_nothing(quizgen: Quizgen) -> None:
    assert quizgen("build", "missing.txt").out == ""


def test_a_pipe_sees_no_progress_bar(quizgen: Quizgen, story: Path) -> None:
    assert quizgen("build", story, "-o", "out/").err == ""


def test_quiet_says_nothing(quizgen: Quizgen, story: Path) -> None:
    result = quizgen("build", story, "-o", "out/", "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")


def test_json_tells_scripts_what_was_done(quizgen: Quizgen, story: Path) -> None:
    report = json.loads(quizgen("build", story, "-o", "a.quiz.json", "--json").out)
    assert report["failed"] == []
    assert report["quizzes"][0]["written"] == ["a.quiz.json"]
    assert report["quizzes"][0]["asked"] == len(quizfile.read(Path("a.quiz.json")).asked)


def test_open_shows_the_page(quizgen: Quizgen, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    quizgen("build", story, "-o", "a.html", "--open")
    assert shown == [Path("a.html").resolve().as_uri()]


# Bad input


def bad(name: str, content: bytes) -> Path:
    Path(name).write_bytes(content)
    return Path(name)


def test_no_seeds_and_no_source(quizgen: Quizgen) -> None:
    assert "name your coverage" in one_sentence(quizgen("build"))


def test_a_missing_file(quizgen: Quizgen) -> None:
    assert "nowhere.txt" in one_sentence(quizgen("build", "nowhere.txt", "-o", "out/"))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n\t\n", id="blank"),
        pytest.param(bytes(range(256)) * 40, id="binary"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(4000), id="program"),
        pytest.param(b"12 34 56\n", id="nothing to ask"),
    ],
)
def test_a_file_that_gives_no_quiz(quizgen: Quizgen, content: bytes) -> None:
    assert "bad.txt" in one_sentence(quizgen("build", bad("bad.txt", content), "-o", "out/"))
    assert not Path("out").exists()


def test_an_empty_folder(quizgen: Quizgen) -> None:
    Path("empty").mkdir()
    assert "empty" in one_sentence(quizgen("build", "empty", "-o", "out/"))


def test_a_bad_article_does_not_cost_the_others_their_quiz(quizgen: Quizgen) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_bytes(bytes(range(256)) * 40)
    Path("news/b.txt").write_text(STORY)
    assert "a.txt" in one_sentence(quizgen("build", "news", "-o", "out/"))
    assert Path("out/b.quiz.json").exists()


def test_a_bad_article_does_not_cost_a_common_quiz_the_others(quizgen: Quizgen, story: Path) -> None:
    one_sentence(quizgen("build", bad("bad.txt", b""), story, "-o", "a.quiz.json"))
    assert quizfile.read(Path("a.quiz.json")).questions


def test_an_unknown_suffix_is_told_before_any_work(quizgen: Quizgen, story: Path) -> None:
    said = one_sentence(quizgen("build", story, "-o", "a.htm", "-o", "out/"))
    assert "did you mean .html?" in said
    assert not Path("out").exists()


def test_an_output_that_cannot_be_written(quizgen: Quizgen, story: Path) -> None:
    Path("taken").write_text("a file, not a folder")
    assert "taken" in one_sentence(quizgen("build", story, "-o", "taken/a.html"))


def test_a_quiz_file_that_is_not_ours_stays_as_it_is(quizgen: Quizgen, story: Path) -> None:
    Path("a.quiz.json").write_text('{"not": "ours"}')
    assert "a.quiz.json" in one_sentence(quizgen("build", story, "-o", "a.quiz.json"))
    assert Path("a.quiz.json").read_text() == '{"not": "ours"}'


def test_a_time_that_is_none(quizgen: Quizgen, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "SOURCE_DATE_EPOCH" in one_sentence(quizgen("build", story, "-o", "out/"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kind", "how_hihg"], "did you mean how_high?"),
        (["--questions", "0"], "--questions"),
        (["--date", "yesterday"], "--date"),
        (["-o", "a.quiz.json", "-o", "b.quiz.json"], "Only one quiz file"),
        (["-o", "a.html", "--also", "md"], "--also is for folders"),
        (["-o", "a.quiz.json", "--open"], "--open shows a page"),
    ],
)
def test_wrong_usage_leaves_with_2(quizgen: Quizgen, story: Path, options: list[str], said: str) -> None:
    result = quizgen("build", story, *options)
    assert result.code == 2
    assert said in result.err


def test_text_of_the_coverage_reaches_no_terminal_as_escape_codes(quizgen: Quizgen, story: Path) -> None:
    story.write_text(STORY.replace("Bridge opens", "Bridge \x1b[31mopens"))
    assert "\x1b" not in quizgen("build", story, "-o", "out/").out
