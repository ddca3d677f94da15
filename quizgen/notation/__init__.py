"""Our Markdown notation: a quoted passage, then the questions it gives.

    > The new bridge is 1.2 kilometres long.

    Q: How long is the new bridge?
    A: 1.2 kilometres

It has two uses, which share one grammar.  *Examples* (beside each extractor, and in bug reports) are
passages with exactly the questions that they give; `Gap: reason` says that they do not yet, and why;
all other paragraphs are prose.  A *quiz* to be edited adds lines for what a teacher decides
(`Also:`, `Wrong:`, `Kind:`, `Difficulty:`, `Points:`, `Status:`) and comments for what she need not
see.  Every value stands on one line, with a backslash before what Markdown would take for its own, so
that a viewer shows plain text; what a line can't hold (line breaks, control characters) is kept in
the comment under "exact" for as long as the line is left alone.
"""

from quizgen.notation.examples import Example, Pair, read_examples, write_examples
from quizgen.notation.quizzes import EditedQuiz, is_quiz, read_quiz, write_quiz

__all__ = [
    "EditedQuiz",
    "Example",
    "Pair",
    "is_quiz",
    "read_examples",
    "read_quiz",
    "write_examples",
    "write_quiz",
]
