"""Threads that load the same tables at once: each test stops one of them in the middle."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import sample  # noqa: F401  (registers the index)
from sample._runtime.calls import errors
from sample._runtime.values import kinds
from sample.enums import Importance

PATIENCE = 10


def test_enumeration_is_whole_while_another_thread_loads_it(monkeypatch):
    arrived, go = Event(), Event()
    first, *others = Importance
    last = others[-1]

    def slowly(path):
        yield first
        arrived.set()
        assert go.wait(PATIENCE)
        yield from others

    members = kinds.Members("enums.Importance")
    monkeypatch.setattr(kinds, "enum_class", slowly)
    with ThreadPoolExecutor() as pool:
        held = pool.submit(members.__getitem__, last.value)
        assert arrived.wait(PATIENCE)
        monkeypatch.setattr(kinds, "enum_class", lambda path: Importance)

        assert members[last.value] is last
        go.set()
        assert held.result(PATIENCE) is last


def test_pair_of_code_and_subcode_is_one_class_for_all_threads():
    """A thread that lost the race for an undocumented pair gets the class of the one that won it."""
    kind, marker = errors.error_class(404, "NotFound", None), next(iter(errors._by_subcode.values()))
    key = str(kind._code).casefold(), str(marker._subcode).casefold()
    known = errors._pairs.pop(key, None)
    try:
        won = []

        class Slow(dict):
            def get(self, wanted, default=None):
                if not won:
                    won.append(None)
                    won[0] = errors._pair(kind, marker)
                    return None  # seen by this thread before the other one was done
                return super().get(wanted, default)

        held, errors._pairs = errors._pairs, Slow(errors._pairs)
        try:
            assert errors._pair(kind, marker) is won[0]
        finally:
            errors._pairs = held
    finally:
        errors._pairs.pop(key, None)
        if known is not None:
            errors._pairs[key] = known
