"""The work of `quizgen build`: each article to its files, or all of them to one quiz."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from quizgen import notation, quizfile, updating
from quizgen.cli import _outputs
from quizgen.cli._report import Built
from quizgen.errors import QuizgenError, SourceError
from quizgen.model import Article, Quiz
from quizgen.updating import Changes

Settle = Callable[[Quiz | None], tuple[Quiz, Changes | None]]
"""From the quiz that was there before, if any, to the one to write, and what changed."""

USUAL = ("apkg", "html")
"""What a folder gets for each quiz, besides its quiz file."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Where to write.

    Attributes:
        folders: each gets files for every article, in the formats of `formats`.
        files: each gets one quiz of everything, in the format of its suffix; "-" is standard output.
    """

    folders: tuple[Path, ...]
    files: tuple[str, ...]
    formats: tuple[str, ...]

    @property
    def memory(self) -> Path | None:
        """The quiz file among the files: it remembers what the teacher decided."""
        return next((Path(file) for file in self.files if _outputs.suffix(Path(file)) == _outputs.QUIZ), None)

    @property
    def prints(self) -> bool:
        """Whether standard output belongs to the quiz."""
        return _outputs.STDOUT in self.files


@dataclass(slots=True)
class Work:
    """One run of `quizgen build`.

    Attributes:
        ask: gives the quiz of some articles; see `pipeline.quiz`.
        now: when this run began, ISO 8601 in UTC.
        made: the time that everything gets that is new, "" for the time its coverage changed.
        tell: says a sentence about something that failed.
        given: the fields of `Source` that the user gave.
        options: what exporters are told, where they have such an option.
    """

    targets: Targets
    ask: Callable[..., Quiz]
    now: str
    made: str
    tell: Callable[[str], None]
    options: dict[str, object]
    given: frozenset[str]
    built: list[Built] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def coverage(self, found: Iterable[Article | QuizgenError], step: Callable[[Article], None]) -> None:
        """Build from articles; a bad one is told of, and the others still get their quiz.

        Args:
            step: called after each article.
        """
        if self.targets.files:
            articles = list(self._good(found))
            if articles:
                self._try(self._together, articles, step)
            found = articles
        if self.targets.folders:
            for article in self._good(found):
                self._try(self._alone, article)
                step(article)

    def edited(self, text: str, path: Path) -> None:
        """Read a quiz back from a text in our notation."""
        self._try(self._edited, text, path)

    def _good(self, found: Iterable[Article | QuizgenError]) -> Iterator[Article]:
        for article in found:
            if isinstance(article, QuizgenError):
                self._fail(article)
            else:
                yield article

    def _try(self, do: Callable[..., None], *arguments: Any) -> None:
        try:
            do(*arguments)
        except QuizgenError as error:
            self._fail(error)

    def _fail(self, error: QuizgenError) -> None:
        self.failed.append(str(error))
        self.tell(str(error))

    def _together(self, articles: list[Article], step: Callable[[Article], None]) -> None:
        made = self.made or max(article.changed for article in articles) or self.now
        fresh = self.ask(articles, made=made, progress=step)
        what = articles[0].name if len(articles) == 1 else f"{len(articles)} pieces of coverage"
        self._save(
            self._brought_up(_something(fresh, what), articles), self.targets.memory, self.targets.files
        )

    def _alone(self, article: Article) -> None:
        fresh = self.ask([article], made=self.made or article.changed or self.now)
        settle = self._brought_up(_something(fresh, article.name or article.title), [article])
        self._into_folders(settle, article.source)

    def _edited(self, text: str, path: Path) -> None:
        edited = notation.read_quiz(text, str(path), self.now)

        def settle(previous: Quiz | None) -> tuple[Quiz, Changes | None]:
            return (edited.quiz, None) if previous is None else updating.adopt(previous, edited, self.now)

        if self.targets.files:
            self._save(settle, self.targets.memory, self.targets.files)
        self._into_folders(settle, path.stem)

    def _brought_up(self, fresh: Quiz, articles: list[Article]) -> Settle:
        coverage = "\n".join(paragraph.text for article in articles for paragraph in article.paragraphs)

        def settle(previous: Quiz | None) -> tuple[Quiz, Changes | None]:
            if previous is None:
                return updating.with_given(fresh, self.given), None
            quiz, changes = updating.update(previous, fresh, self.now, coverage=coverage, given=self.given)
            return (replace(quiz, title=fresh.title) if "title" in self.given else quiz), changes

        return settle

    def _into_folders(self, settle: Settle, source: str) -> None:
        name = re.sub(r"[/\\:]+", "-", source)
        for folder in self.targets.folders:
            memory = folder / f"{name}.{_outputs.QUIZ}"
            files = [memory, *(folder / f"{name}.{suffix}" for suffix in self.targets.formats)]
            self._save(settle, memory, [str(file) for file in files])

    def _save(self, settle: Settle, memory: Path | None, files: Iterable[str]) -> None:
        """Write a quiz everywhere, after bringing it together with what `memory` remembers."""
        previous = quizfile.read(memory) if memory is not None and memory.exists() else None
        quiz, changes = settle(previous)
        if memory is not None:
            quizfile.write(quiz, memory)
        for file in files:
            suffix = _outputs.suffix(Path(file))
            if file == _outputs.STDOUT:
                _outputs.print_bytes(_outputs.encode([quiz], "md", {}), "md")
            elif suffix != _outputs.QUIZ:
                known = _outputs.options_of(suffix)
                options = {name: value for name, value in self.options.items() if name in known}
                _outputs.write(Path(file), _outputs.encode([quiz], suffix, options, Path(file)))
        self.built.append(Built.of(quiz, changes, tuple(file for file in files if file != _outputs.STDOUT)))


def _something(quiz: Quiz, what: str) -> Quiz:
    """The quiz, if it asks anything.

    Raises:
        SourceError: it does not.
    """
    if not quiz.questions:
        raise SourceError(f"{what} holds nothing that can be asked: give it coverage in whole sentences.")
    return quiz
