"""quizgen: from news coverage to questions that can be trusted."""

__version__ = "0.1.0"
