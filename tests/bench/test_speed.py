"""`make bench`: the build against spaCy's own parse, start-up against a bare Typer program, memory.

Each figure has an aim, which the note on a change should state, and a gate some way above it, which
fails: a busy machine shall not fail a good change.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from quizgen import pipeline, quizfile, reading
from quizgen.cli import _outputs
from quizgen.model import Article
from quizgen.sources import read, read_text

from .conftest import against, children_time

TOP = Path(__file__).parents[2]
SEED = TOP / "seeds" / "spacewalk_live.txt"
MADE = "2026-01-01T00:00:00Z"
BARE = """\
import typer
app = typer.Typer()
@app.command()
def one(name: str = "x") -> None: ...
@app.command()
def other(name: str = "x") -> None: ...
app()
"""

Report = Callable[[str], None]


def parse(article: Article) -> None:
    """What spaCy itself does with the text that we read."""
    texts = [text for paragraph in article.paragraphs if paragraph.role != "aside"
             for _, text in reading.chunks(paragraph.text)]  # fmt: skip
    for _ in untouched().pipe(texts):
        pass


@lru_cache(maxsize=1)
def untouched() -> Language:
    """The model as spaCy loads it, without what `reading.load` does to make it faster."""
    return spacy.load(reading.MODEL)


def whole_build(path: Path) -> None:
    """From the file to the bytes of what `quizgen build` writes."""
    quiz = pipeline.quiz(list(read(path)), made=MADE)
    quizfile.dumps(quiz)
    for suffix in ("apkg", "html"):
        _outputs.encode([quiz], suffix, {})


def test_the_whole_build_takes_hardly_longer_than_the_parse(
    benchmark: Callable[..., object], report: Report
) -> None:
    """Aim: 1.15 times."""
    article = next(iter(read(SEED)))
    ratio = against(benchmark, lambda: whole_build(SEED), lambda: parse(article), rounds=7)
    report(f"{ratio:.2f} times spaCy's own parse (aim 1.15)")
    assert ratio < 1.6


PARAGRAPH = re.sub(r"\s+", " ", SEED.read_text("utf-8")).strip()
SHAPES = {
    "one paragraph": " ".join([PARAGRAPH] * 10),
    "1,000 headings": "\n\n".join(f"Item {n} of the agenda\n\nThe board met in hall {n} on Monday." for n in range(1000)),
    "300 people called Smith": "\n\n".join(
        f"{chr(65 + n % 26)}{'aeiou'[n % 5]}{'lnrst'[n // 60]}a Smith opened shop number {n}." for n in range(300)
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_text_slows_us_out_of_proportion(
    benchmark: Callable[..., object], report: Report, shape: str
) -> None:
    article = read_text(SHAPES[shape])
    ratio = against(
        benchmark, lambda: pipeline.quiz([article], made=MADE), lambda: parse(article), rounds=1
    )  # fmt: skip
    report(f"{ratio:.2f} times spaCy's own parse")
    assert ratio < 2.5


def peak(articles: int) -> int:
    """Peak memory in KiB of a process that builds from so many articles."""
    work = (
        "import resource, sys; from pathlib import Path; from dataclasses import replace;"
        "from quizgen import pipeline; from quizgen.sources import read;"
        "a = next(iter(read(Path(sys.argv[1]))));"
        "[pipeline.quiz([replace(a, source=f'a{n}')], made='') for n in range(int(sys.argv[2]))];"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    said = subprocess.run(
        [sys.executable, "-c", work, str(SEED), str(articles)], capture_output=True, text=True, check=True
    )
    return int(said.stdout)


def test_memory_grows_with_the_longest_article_not_with_their_number(
    benchmark: Callable[..., object], report: Report
) -> None:
    one = peak(1)
    many = benchmark.pedantic(peak, args=(12,), rounds=1)  # type: ignore[attr-defined]
    report(f"{one / 1024:.0f} MiB for 1 article, {many / 1024:.0f} MiB for 12 of the same length")
    assert many < one * 1.15


def started(*command: str) -> None:
    subprocess.run([sys.executable, *command], stdin=subprocess.DEVNULL, capture_output=True, check=False)


@pytest.mark.parametrize("arguments", [["--help"], ["take", "--help"], ["take", "QUIZ"]], ids=" ".join)
def test_starting_takes_at_most_twice_a_bare_typer_program(
    benchmark: Callable[..., object], report: Report, tmp_path: Path, arguments: list[str]
) -> None:
    """Aim: 2 times, to the first question."""
    (tmp_path / "bare.py").write_text(BARE)
    quiz = tmp_path / "a.quiz.json"
    quizfile.write(pipeline.quiz(list(read(SEED)), made=MADE, questions=1), quiz)
    command = [str(quiz) if word == "QUIZ" else word for word in arguments]
    ratio = against(
        benchmark,
        lambda: started("-m", "quizgen", *command),
        lambda: started(str(tmp_path / "bare.py"), "--help" if "--help" in command else "one"),
        rounds=9,
        timer=children_time,
    )
    report(f"{ratio:.2f} times a bare Typer program (aim 2)")
    assert ratio < 3
