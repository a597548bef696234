"""Run both distributions from wheels, in environments of their own: lowest versions, and other Pythons."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
LOWEST = "lowest"
SUBSET = (
    "tests/versions/installed.py",
    "tests/protocol/sign_in/test_signing_in.py::test_password_gives_a_token_for_all_that_follows",
    "tests/protocol/sign_in/test_signing_in.py::test_one_renewal_serves_all_calls",
    "tests/protocol/sign_in/test_windows.py::test_ntlm_goes_over_one_connection_and_bearer_follows",
    "tests/protocol/channel/test_events.py::test_message_between_two_users_is_fetched",
    "tests/client/transport/test_tls.py::test_clients_with_the_same_settings_share_one_context",
    "tests/client/transport/test_body.py",
    "tests/client/test_threads.py",
    "tests/golden/test_responses.py::test_both_formats_have_one_shape",
    "tests/capture/test_read_cases.py",
    "tests/spec/test_quick.py::test_every_field_but_those_with_two_forms_is_read",
    "tests/cli/test_cli.py::test_wrong_command_line[arguments0]",
    "tests/cli/test_terminal.py::test_faults_are_coloured_on_a_terminal",
    "tests/watching/test_watching.py::test_configuration_is_read_again",
)
"""What the versions of libraries, of pytest and of Python bear on; each test runs in the whole suite too."""
_NOT_INHERITED = ("PYTHON", "PYTEST_", "UCWAGEN_")


def main(names: list[str]) -> int:
    """Prove each environment, side by side, and say what became of it; exit 1 if one of them fails."""
    interpreters = {name: sys.executable if name == LOWEST else interpreter(name) for name in names}
    for name, python in interpreters.items():
        if python is None:
            print(f"skipped: there is no Python {name} at hand")
    with TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as threads:
        wheels = list(threads.map(lambda project: wheel(project, Path(folder)), (ROOT, ROOT / "generated")))
        found = [
            threads.submit(proved, name, python, wheels, Path(folder))
            for name, python in interpreters.items()
            if python
        ]
        return max([future.result() for future in found], default=0)


def interpreter(version: str) -> str | None:
    """A Python of this version that runs: from the path, or from pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for path in (shutil.which(f"python{version}"), *sorted(pyenv.glob(f"{version}.*/bin/python"))):
        if path is None:
            continue
        script = "import sys; print('{}.{}'.format(*sys.version_info))"
        done = subprocess.run([path, "-c", script], capture_output=True, text=True, check=False)
        if done.stdout.strip() == version:
            return str(path)
    return None


def wheel(project: Path, folder: Path) -> Path:
    """The wheel of a distribution, made from a copy of what it needs."""
    copy, into = folder / f"{project.name}-source", folder / f"{project.name}-wheel"
    left_out = [".*", "build", "dist", "__pycache__", *(("tests", "generated") if project == ROOT else ())]
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(*left_out))
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", into, copy)
    return next(into.glob("*.whl"))


def proved(name: str, python: str, wheels: list[Path], folder: Path) -> int:
    """The exit code of the tests in one environment; their output is shown if one fails."""
    start = perf_counter()
    try:
        bin_ = environment(name, python)
        pip(bin_, "install", "--no-deps", "--force-reinstall", *wheels)
        pip(bin_, "check")
        report = run(
            bin_ / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--basetemp={folder / name}", *SUBSET
        )
    except subprocess.CalledProcessError as fault:
        print(f"{name}: failed\n{fault.stdout}", flush=True)
        return 1
    last = re.findall(r"\d+ passed.*?(?= in )", report)[-1]
    print(f"{name}: {last}, {perf_counter() - start:.0f} s", flush=True)
    return 0


def environment(name: str, python: str) -> Path:
    """The folder of programs of ``.venv-NAME``, which has what the lock says; made again where that has changed."""
    place = ROOT / f".venv-{name}"
    lock = HERE / ("lowest.lock" if name == LOWEST else "newest.lock")
    text = lock.read_text(encoding="utf-8")
    state, wanted = place / "made-from", f"{python} {hashlib.sha256(text.encode()).hexdigest()}"
    bin_ = place / ("Scripts" if os.name == "nt" else "bin")
    if state.exists() and state.read_text(encoding="utf-8") == wanted:
        return bin_
    shutil.rmtree(place, ignore_errors=True)
    run(python, "-m", "venv", "--without-pip", place)
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run(bin_ / "python", "-c", script).strip())
    rest = place / "rest.lock"
    rest.write_text("\n".join(block for block in blocks(text) if not copied(block, site)), encoding="utf-8")
    pip(bin_, "install", "--no-deps", "--no-compile", "--require-hashes", "-r", rest)
    state.write_text(wanted, encoding="utf-8")
    return bin_


def blocks(lock: str) -> Iterator[str]:
    """The requirements of a lock, each with its hashes."""
    return (found[0] for found in re.finditer(r"^\S.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL))


def copied(block: str, site: Path) -> bool:
    """True if this environment has the same release in pure Python, checked against hashes when it was installed.

    Copying it takes a hundredth of the time in which pip finds it in an index.
    """
    name, _, version = block.split(maxsplit=1)[0].partition("==")
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return False
    if found.version != version or not pure(found):
        return False
    purelib = Path(sysconfig.get_path("purelib"))
    for file in found.files or ():
        source = Path(str(found.locate_file(file)))
        if source.is_relative_to(purelib) and ".." not in file.parts and "__pycache__" not in file.parts:
            target = site / source.relative_to(purelib)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    return True


def pure(found: Distribution) -> bool:
    """True if its wheel is for any Python 3 on any machine."""
    return "Tag: py3-none-any" in (found.read_text("WHEEL") or "")


def pip(bin_: Path, *arguments: str | Path) -> str:
    """Run the pip of this environment for another one."""
    words = "--python", bin_ / "python", "--quiet", "--disable-pip-version-check"
    return run(sys.executable, "-m", "pip", *words, *arguments)


def run(*command: str | Path) -> str:
    """The output of a program that ends well; no setting of this interpreter reaches it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
    with TemporaryDirectory() as cache:
        done = subprocess.run(
            command, cwd=ROOT, env=kept | {"UCWAGEN_CACHE": cache}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=True,
        )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
