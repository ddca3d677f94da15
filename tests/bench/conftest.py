"""Each measurement is a ratio to a yardstick that runs alternately with it, so that a busy machine slows both."""

import resource
import time
from collections.abc import Callable

import pytest

RATIOS: list[str] = []


def own_time() -> float:
    """Processor time of this process, in seconds."""
    return time.process_time()


def children_time() -> float:
    """Processor time of the programs that this process has run, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def against(
    benchmark: Callable[..., object],
    work: Callable[[], object],
    yardstick: Callable[[], object],
    *,
    rounds: int,
    timer: Callable[[], float] = own_time,
) -> float:
    """How many times as long as the yardstick the work takes, in processor time: the best of some rounds each."""
    ours: list[float] = []
    theirs: list[float] = []

    def timed(run: Callable[[], object], times: list[float]) -> None:
        start = timer()
        run()
        times.append(timer() - start)

    benchmark.pedantic(  # type: ignore[attr-defined]
        timed, args=(work, ours), setup=lambda: timed(yardstick, theirs), rounds=rounds, warmup_rounds=1
    )
    return min(ours) / min(theirs)


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Says a figure at the end of the run."""
    return lambda figure: RATIOS.append(f"{request.node.name}: {figure}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if RATIOS:
        terminalreporter.section("figures")
        for line in RATIOS:
            terminalreporter.line(line)
