"""Each measurement is a ratio to a yardstick that runs alternately with it, so that a busy machine slows both."""

import time
from collections.abc import Callable

import pytest

RATIOS: list[str] = []


def against(benchmark: Callable[..., object], work: Callable[[], object], yardstick: Callable[[], object], *,
            rounds: int) -> float:  # fmt: skip
    """How many times as long as the yardstick the work takes: the best of some rounds each."""
    times = []

    def setup() -> None:
        start = time.perf_counter()
        yardstick()
        times.append(time.perf_counter() - start)

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
