"""What surrounds an answer: other right forms, wrong ones, a gap in the sentence, and how hard it is.

Plain text in, plain text out; no language model and no chance.
"""

from quizgen.answering.cloze import cloze
from quizgen.answering.complete import Coverage, complete
from quizgen.answering.difficulty import difficulty
from quizgen.answering.forms import accepted
from quizgen.answering.wrong import Rival, distractors

__all__ = ["Coverage", "Rival", "accepted", "cloze", "complete", "difficulty", "distractors"]
