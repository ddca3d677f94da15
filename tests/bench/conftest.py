"""Each measurement is a ratio to a yardstick that runs alternately with it, so that a busy machine slows both."""

from collections.abc import Callable

import pytest

RATIOS: list[str] = []


def against(
    benchmark: Callable[..., object],
    work: Callable[[], object],
    yardstick: Callable[[], object],
    *,
    rounds: int,
    timer: Callable[[], float],
) -> float:
    """How many times as long as the yardstick the work takes: the best of some rounds each.

    `timer` has to be the one that the test's mark tells pytest-benchmark to use.
    """
    times = []

    def setup() -> None:
        start = timer()
        yardstick()
        times.append(timer() - start)

    benchmark.pedantic(work, setup=setup, rounds=rounds, warmup_rounds=1)  # type: ignore[attr-defined]
    stats = benchmark.stats  # type: ignore[attr-defined]
    return float(stats.stats.min / min(times))


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Says a figure at the end of the run."""
    return lambda figure: RATIOS.append(f"{request.node.name}: {figure}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if RATIOS:
        terminalreporter.section("figures")
        for line in RATIOS:
            terminalreporter.line(line)
