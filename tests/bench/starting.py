"""The cost of importing the package and one resource, beside an interpreter that imports nothing."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

RESOURCE = "ucwa2.resources.phone_audio_invitation"
HEAVY = ("httpx2", "lxml", "msgspec", "ssl")
TARGET = 20.0
OVER_HTTPX2 = 30.0


def report(turns: int) -> dict[str, float]:
    """Print milliseconds over a bare interpreter: best and median of alternating runs."""
    path = f"import sys; sys.path[:0] = {sys.path!r}; "
    pairs = [(_run(path + "pass"), _run(path + f"import {RESOURCE}")) for _ in range(turns)]
    bare, one = [first for first, _ in pairs], [second for _, second in pairs]
    over, middle = min(one) - min(bare), median(one) - median(bare)
    reached = "reached" if over <= TARGET else "NOT reached"
    print(f"\nimport ucwa2 and one resource  (at most {TARGET:.0f} ms over a bare interpreter: {reached})")
    print(f"  bare {min(bare):.1f} ms, with the package {min(one):.1f} ms, over {over:.1f} ms (median {middle:.1f} ms)")
    every = "import importlib, pkgutil, ucwa2.resources as all; "
    every += "[importlib.import_module(f'ucwa2.resources.{row.name}') for row in pkgutil.iter_modules(all.__path__)]"
    whole = min(_run(path + every) for _ in range(min(turns, 5))) - min(bare)
    print(f"  every resource module at once {whole:.1f} ms over (at most 250)")
    check = f"{path}import {RESOURCE}; print([name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", check], capture_output=True, text=True, check=True
    ).stdout.strip()
    print(f"  imported along with it, of {', '.join(HEAVY)}: {loaded}")
    _print_client(path, turns)
    return {"bare": min(bare) * 1000, "ucwa2": min(one) * 1000}


def _print_client(path: str, turns: int) -> None:
    """The blocking client, beside the library that it sends with."""
    pairs = [(_run(path + "import httpx2"), _run(path + "from ucwa2 import Client")) for _ in range(turns)]
    bare, client = min(first for first, _ in pairs), min(second for _, second in pairs)
    reached = "reached" if client - bare <= OVER_HTTPX2 else "NOT reached"
    print(f"import of Client  (at most {OVER_HTTPX2:.0f} ms over httpx2: {reached})")
    print(f"  httpx2 {bare:.1f} ms, Client {client:.1f} ms, over {client - bare:.1f} ms")


def _run(code: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
    return (perf_counter() - start) * 1000
