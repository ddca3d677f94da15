"""What a port of the rules is told: all of it there, and plain."""

import json

import pytest

from quizgen.grading.port import knowledge


@pytest.mark.parametrize("name", sorted(knowledge()))
def test_every_piece_of_knowledge_is_plain_data(name: str) -> None:
    piece = knowledge()[name]
    assert piece
    assert json.loads(json.dumps(piece))
