"""Times many contestants in turns, so that other load on the machine affects all of them; the best turn counts."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from time import perf_counter_ns

Contestants = Mapping[str, Callable[[], object]]


def best(contestants: Contestants, turns: int, budget: float = 0.05) -> dict[str, float]:
    """Microseconds of the best turn of each; a turn repeats until it takes about ``budget`` seconds."""
    gc.collect()
    gc.freeze()  # no turn looks through what was there before
    try:
        repeats = {name: _repeats(run, budget) for name, run in contestants.items()}
        found = dict.fromkeys(contestants, float("inf"))
        for _ in range(turns):
            for name, run in contestants.items():
                found[name] = min(found[name], _turn(run, repeats[name]))
        return found
    finally:
        gc.unfreeze()


def _repeats(run: Callable[[], object], budget: float) -> int:
    run()
    return max(1, int(budget * 1e6 / max(_turn(run, 1), 1)))


def _turn(run: Callable[[], object], repeats: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = perf_counter_ns()
        for _ in range(repeats):
            run()
        return (perf_counter_ns() - start) / repeats / 1000
    finally:
        gc.enable()
