"""Time that a test may take, told so that other programs on the machine make no difference."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fail if the block needs more seconds of a processor, ours and that of programs it waited for."""
    begun = sum(os.times()[:4])
    yield
    taken = sum(os.times()[:4]) - begun
    assert taken < seconds, f"{taken:.1f} s of processor time"
