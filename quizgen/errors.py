"""What can go wrong, said as a sentence to a person.

The tree of errors, all of it:

    QuizgenError            anything a user can mend; the command line prints it and leaves with 1
    ├── SourceError         coverage that can't be read
    ├── QuizFileError       a quiz file that is missing, damaged, newer than us or not ours
    ├── NotationError       a line of our Markdown notation that can't be read
    ├── ExportError         a quiz that can't be written as asked
    ├── TemplateError       a template (ours or the user's) that is missing or fails
    ├── RecordError         the learner's record can't be used
    ├── SettingsError       quizgen.toml holds something unknown or wrong
    └── MissingExtra        a feature whose optional packages are not installed

Anything else that escapes is a bug and keeps its traceback.
"""


class QuizgenError(Exception):
    """One clear sentence: what happened, where, and what to do about it."""


class SourceError(QuizgenError):
    """A source of coverage can't be read."""


class QuizFileError(QuizgenError):
    """A quiz file is missing, damaged, newer than this version, or not ours."""


class NotationError(QuizgenError):
    """A line of the notation can't be read; the message names file and line."""


class ExportError(QuizgenError):
    """A quiz can't be written as asked."""


class TemplateError(QuizgenError):
    """A template is missing or fails; the message names file and line."""


class RecordError(QuizgenError):
    """The learner's record is locked, damaged, read-only or from a newer version."""


class SettingsError(QuizgenError):
    """The settings file holds an unknown key or a wrong value."""


class MissingExtra(QuizgenError):
    """An optional package is not installed.

    Args:
        feature: what the user wanted, as a noun phrase ("PDF export").
        extra: the extra of this package that brings it ("pdf").
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs more packages: run  pip install 'quizgen[{extra}]'")
