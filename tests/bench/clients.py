"""Clients of one API, side by side: how long each takes to make, how large it is, and how long it takes to import.

All but ours are made from the document of ``ucwagen openapi``, which ``make peers`` has generators for.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from generators import command, environment

ROOT = Path(__file__).parents[2]
BATCH = "multipart/batching"
TURNS = 5
DESCRIBED, COLD, SAME = "ucwagen openapi", "ucwagen build, cold", "ucwagen build, unchanged"
SKIPPED = (  # kinds of tokens that make no line of code
    *(tokenize.ENCODING, tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE),
    *(tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER),
)
IMPORT = """
import sys, time
sys.path.insert(0, sys.argv[1])
start = time.perf_counter()
__import__(sys.argv[2])
print(time.perf_counter() - start)
"""


@dataclass(frozen=True)
class Client:
    """A generated client: its title, the folders of its package, the module that a user imports, and with which Python."""

    title: str
    folders: tuple[Path, ...]
    imports: str
    python: Path


@dataclass(frozen=True)
class Maker:
    """What makes something: its title, how it is run, in how many turns at most, and the client that comes of it."""

    title: str
    run: Callable[[], object]
    turns: int = TURNS
    client: Client | None = None


def report(turns: int = TURNS, specs: Path = ROOT / "specs") -> dict[str, float]:
    """Print the tables: seconds of making, and lines, files and import."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(specs, place / "specs")
        _run([sys.executable, "-m", "ucwagen", "openapi", "--output", "api.json"], place)
        _without_batches(place)
        makers = [*_ours(place), *_others(place)]
        figures = _best(makers, turns)
        _print_making(figures)
        (package,) = (path.parent for path in place.glob("generated/*/_index.py"))
        own = Client(f"{package.name}, with its runtime", (package,), package.name, Path(sys.executable))
        _print_sizes([own, *(maker.client for maker in makers if maker.client)], turns)
    return figures


def _best(makers: list[Maker], turns: int) -> dict[str, float]:
    """The shortest of some turns, in seconds by the clock; in each turn all run one after the other."""
    found: dict[str, list[float]] = {maker.title: [] for maker in makers}
    for turn in range(turns):
        for maker in makers:
            if turn < maker.turns:
                start = perf_counter()
                maker.run()
                found[maker.title].append(perf_counter() - start)
    return {title: min(seconds) for title, seconds in found.items()}


def _ours(place: Path) -> Iterator[Maker]:
    """The document, a cold build, and one without changes."""
    build = [sys.executable, "-m", "ucwagen", "build"]
    yield Maker(DESCRIBED, lambda: _run([sys.executable, "-m", "ucwagen", "openapi", "--output", "api.json"], place))
    yield Maker(COLD, lambda: _fresh(place, "generated", build))
    yield Maker(SAME, lambda: _run(build, place))


def _others(place: Path) -> Iterator[Maker]:
    """The generators of clients that are here."""
    models = command("datamodel-codegen")
    if models:
        line = [
            *(models, "--input", "plain.json", "--input-file-type", "openapi", "--output", "dcg/dcg_models"),
            *("--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin", "--disable-warnings"),
            *("--generate-client", "httpx2", "--client-output", "dcg/dcg_client", "--client-package", "dcg_client"),
            *("--client-model-package", "dcg_models"),
        ]
        folders = (place / "dcg/dcg_models", place / "dcg/dcg_client")
        yield _maker(
            Client("datamodel-code-generator, client for httpx2", folders, "dcg_client", _python(models)), line, place
        )
    client = command("openapi-python-client")
    if client:
        line = [client, "generate", "--path", "api.json", "--output-path", "opc", "--meta", "none"]
        yield _maker(Client("openapi-python-client", (place / "opc",), "opc", _python(client)), line, place)
    java = command("openapi-generator-cli")
    if java and shutil.which("java"):
        options = "--additional-properties=lazyImports=true,packageName=openapi_generated"
        line = [java, "generate", "-g", "python", "-i", "api.json", "-o", "java", options]
        folders = (place / "java/openapi_generated",)
        made = Client("openapi-generator, lazyImports", folders, "openapi_generated", _python(java))
        yield _maker(made, line, place, turns=2)
    else:
        print("\nopenapi-generator is left out: `make peers` installs it, and Java has to be there")


def _maker(client: Client, line: list[str], place: Path, turns: int = TURNS) -> Maker:
    folder = client.folders[0].relative_to(place).parts[0]
    return Maker(client.title, lambda: _fresh(place, folder, line), turns, client)


def _python(tool: str) -> Path:
    """The interpreter beside a tool, whose environment has what its clients import."""
    beside = Path(tool).with_name("python")
    return beside if beside.exists() else Path(sys.executable)


def _without_batches(place: Path) -> None:
    """The document for datamodel-code-generator, which refuses the media type of batches."""
    document: dict[str, Any] = json.loads((place / "api.json").read_text("utf-8"))
    kept = {path: row for path, row in document["paths"].items() if not _takes_batches(row)}
    (place / "plain.json").write_text(json.dumps({**document, "paths": kept}), "utf-8")


def _takes_batches(row: dict[str, Any]) -> bool:
    return BATCH in row.get("post", {}).get("requestBody", {}).get("content", {})


def _fresh(place: Path, folder: str, line: list[str]) -> None:
    shutil.rmtree(place / folder, ignore_errors=True)
    if folder == "dcg":
        (place / folder).mkdir()
    _run(line, place)


def _run(line: list[str], place: Path) -> None:
    subprocess.run(line, cwd=place, check=True, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _print_making(figures: dict[str, float]) -> None:
    print("\nmaking a client, whole processes, the best of some turns")
    for title, seconds in figures.items():
        ratios = f"{seconds / figures[COLD]:5.1f} x our cold, {seconds / figures[SAME]:4.0f} x our unchanged"
        print(f"  {title:46} {seconds:6.2f} s, {ratios}{' (at most 2 s)' if title == DESCRIBED else ''}")


def _print_sizes(clients: Sequence[Client], turns: int) -> None:
    print("\nclients of the same API: lines without blank lines and comments, files, import of the package")
    for client in clients:
        _print_size(client.title, client.folders, _imported(client, turns))
    own = clients[0].folders[0]
    parts = {
        "of it the runtime": ("_runtime",),
        "of it the sandbox, doctor and conformance": ("sandbox", "doctor", "conformance"),
        "of it resources, enumerations and errors": ("resources", "enums.py", "errors.py", "_index.py"),
    }
    for title, names in parts.items():
        _print_size(f"  {title}", [own / name for name in names], "")


def _print_size(title: str, folders: Iterable[Path], imported: str) -> None:
    files = [path for folder in folders for path in (sorted(folder.rglob("*.py")) if folder.is_dir() else [folder])]
    lines = sum(map(code_lines, files))
    print(f"  {title:50} {lines:8,} lines {len(files):5} files {imported}")


def _imported(client: Client, turns: int) -> str:
    place = str(client.folders[-1].parent)
    line = [str(client.python), "-I", "-c", IMPORT, place, client.imports]
    runs = [subprocess.run(line, check=False, capture_output=True, text=True) for _ in range(turns)]
    if any(done.returncode for done in runs):
        return f"cannot be imported: {runs[0].stderr.strip().splitlines()[-1]}"
    return f"{min(float(done.stdout) for done in runs) * 1000:6.0f} ms"


def code_lines(path: Path) -> int:
    """Lines that hold more than blanks and comments; texts, docstrings included, are lines too."""
    with path.open("rb") as file:
        tokens = [token for token in tokenize.tokenize(file.readline) if token.type not in SKIPPED]
    return len({line for token in tokens for line in range(token.start[0], token.end[0] + 1)})
