"""Killed at any moment, the last saved quiz file is whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

from quizgen import quizfile

SAVING = """
import sys
from pathlib import Path
from quizgen import quizfile
from quizgen.model import Evidence, Question, Quiz
path = Path(sys.argv[1])
number = 0
while True:
    number += 1
    questions = tuple(Question(f"q{n}", "who", "Who?", "Ann" * 50, Evidence("")) for n in range(300))
    quizfile.write(Quiz(str(number), questions), path)
    print(number, flush=True)
"""


def test_the_file_is_whole_after_kill_nine(tmp_path: Path) -> None:
    path, chance = tmp_path / "a.quiz.json", random.Random(7)
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE, text=True
        ) as saving:
            assert saving.stdout is not None
            saving.stdout.readline()
            time.sleep(chance.random() / 20)
            saving.kill()
            told = saving.stdout.read().split()
        quiz = quizfile.read(path)
        assert len(quiz.questions) == 300
        assert int(quiz.title) >= int(told[-1] if told else 1)
