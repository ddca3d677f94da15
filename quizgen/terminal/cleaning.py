"""The old place of `quizgen.plaintext`."""

from quizgen.plaintext import plain as plain
