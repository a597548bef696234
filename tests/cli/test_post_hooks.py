"""Commands that run on a new tree before it takes its place: real builds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import command, environment, run
from shaping import configure, tree

import ucwagen
from ucwagen.diagnostics import Source, Span
from ucwagen.hooks.hook import hook
from ucwagen.hooks.run import run as run_hooks

LONGEST = 60
"""Seconds within which a command has ended that is given half of one."""
ENUMS = "generated/tiny/enums.py"


def script(work: Path, code: str) -> str:
    """The value of the key for a hook that is a program of the project."""
    (work / "tools").mkdir(exist_ok=True)
    (work / "tools/hook.py").write_text(code)
    return 'hooks = ["python {project}/tools/hook.py"]'


def test_the_formatter_of_the_team(work: Path) -> None:
    """Ruff, configured by the project: the tree is stable, and an unchanged build does not run it."""
    configure(work, 'hooks = ["ruff format --quiet ."]')

    assert run(work, "build").returncode == 0

    assert "NORMAL = 'Normal'" in (work / ENUMS).read_text()
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--check", "generated"],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert run(work, "build", "--check").stderr == ""
    assert run(work, "build", "--diff").stdout == ""
    assert run(work, "build", PATH="/nowhere").stderr == "generated is up to date\n"
    assert not [path for path in (work / "generated").rglob("*") if "cache" in path.name]
    assert {path.name for path in work.iterdir()} - {".ruff_cache"} == {"generated", "pyproject.toml", "specs"}


def test_settings_of_the_formatter_decide_too(work: Path) -> None:
    configure(work, 'hooks = ["ruff format --quiet ."]')
    run(work, "build")

    file = work / "pyproject.toml"
    file.write_text(file.read_text().replace("single", "double"))

    assert run(work, "build", "--check").returncode == 1
    assert "changed in generated" in run(work, "build").stderr
    assert run(work, "build", "--check").returncode == 0


def test_a_hook_may_change_add_and_remove_files(work: Path) -> None:
    """What it adds belongs to the tree: the next build removes it once the hook does."""
    code = (
        "import os, pathlib\n"
        "pathlib.Path('tiny/enums.py').write_text('# changed\\n')\n"
        "pathlib.Path('tiny/stubs').mkdir()\n"
        "pathlib.Path('tiny/stubs/added.bin').write_bytes(b'\\xff\\x00')\n"
        "pathlib.Path('.cache').mkdir()\n"
        "pathlib.Path('.cache/x').write_text('x')\n"
        "os.remove('README.md')\n"
    )
    configure(work, script(work, code))

    assert run(work, "build").returncode == 0

    held = tree(work)
    assert held["tiny/enums.py"] == b"# changed\n"
    assert held["tiny/stubs/added.bin"] == b"\xff\x00"
    assert "README.md" not in held
    assert not any(name.startswith(".cache") for name in held)
    assert run(work, "build", "--check").returncode == 0
    configure(work, "hooks = []")
    assert run(work, "build").returncode == 0
    assert "tiny/stubs/added.bin" not in tree(work)
    assert "README.md" in tree(work)


def test_the_program_of_a_hook_is_an_input(work: Path) -> None:
    configure(work, script(work, "open('tiny/more.py', 'w').write('A = 1\\n')"))
    run(work, "build")

    script(work, "open('tiny/more.py', 'w').write('A = 2\\n')")

    assert run(work, "build").stderr == "1 file changed in generated\n"
    assert tree(work)["tiny/more.py"] == b"A = 2\n"


@pytest.mark.parametrize("options", [(), ("--check",), ("--diff",)])
def test_a_hook_that_fails_stops_the_build(work: Path, options: tuple[str, ...]) -> None:
    configure(work, "")
    run(work, "build")
    before = tree(work)
    code = "import sys\nopen('tiny/enums.py', 'w').write('broken')\nprint('what is wrong:', __file__)\nsys.exit(3)\n"
    configure(work, script(work, code))

    done = run(work, "build", *options)

    assert done.returncode == 1
    assert done.stderr.startswith(
        "pyproject.toml:8:1: error: `python '{project}/tools/hook.py'` ended with exit code 3\n"
        f"    | what is wrong: {work.resolve()}/tools/hook.py\n"
        "    hooks = "
    )
    assert tree(work) == before
    assert [path.name for path in work.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ('["none-such-program ."]', "there is no program `none-such-program` on the PATH"),
        ('["./fmt.sh ."]', "there is no `./fmt.sh`; commands run in the new tree: write `{project}/fmt.sh`"),
        ('["ruff format \'."]', "is no command: no closing quotation"),
        ('"ruff format ."', 'must be a list of commands: ["ruff format ."]'),
        ("[[]]", "a command must not be empty"),
        ('["ruff format . && echo done"]', "`&&` is for a shell, and none runs; write several commands"),
        ("[3]", "each command must be a text, or a list of texts"),
        ('[["python", "-c", "print(7 * 6); exit(4)"]]', "exit(4)'` ended with exit code 4\n    | 42\n"),
        ('[["python", "-c", "import os; os.kill(os.getpid(), 9)"]]', "was ended by SIGKILL, and said nothing"),
        ('[["python", "-c", "import os; os.symlink(\'x\', \'y\')"]]', "is a link or a device that a hook left"),
        ('["rm -rf tiny tiny_pytest README.md pyproject.toml"]', "would have no file: the hooks removed all"),
        ('["python -m ucwagen build"]', "one of its hooks builds it again"),
    ],
)
def test_a_command_that_cannot_work_is_named(work: Path, value: str, why: str) -> None:
    (work / "fmt.sh").write_text("#!/bin/sh\n")
    configure(work, f"hooks = {value}")

    done = run(work, "build", "--specs", "specs") if "ucwagen" not in value else run(work, "build")

    assert done.returncode in (1, 3)
    assert why in done.stderr
    assert not (work / "generated").exists()
    assert [path.name for path in work.iterdir() if path.name.startswith(".")] == []


def test_a_command_that_takes_too_long_ends_with_what_it_said(tmp_path: Path) -> None:
    words = [sys.executable, "-c", "import time; print('sorting', flush=True); time.sleep(600)"]
    slow = hook(words, Span(Source("pyproject.toml", "hooks = [3]"), 1, 1), tmp_path)
    start = time.monotonic()

    with pytest.raises(ucwagen.Faults) as caught:
        run_hooks([slow], tmp_path, tmp_path / "generated", patience=0.5)

    assert time.monotonic() - start < LONGEST
    (fault,) = caught.value.diagnostics
    assert fault.message.endswith("` did not end within 0.5 seconds\n    | sorting")
    assert fault.span.source.path == "pyproject.toml"


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are those of POSIX")
def test_an_interrupted_build_ends_what_the_hook_started(work: Path) -> None:
    code = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open(os.environ['UCWAGEN_PROJECT'] + '/pids', 'w').write(f'{os.getpid()} {child.pid}')\n"
        "time.sleep(600)\n"
    )
    configure(work, script(work, code))
    process = subprocess.Popen(command("build"), cwd=work, env=environment())
    deadline = time.monotonic() + 120
    while not (work / "pids").exists() or not (work / "pids").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)

    process.send_signal(signal.SIGINT)

    assert process.wait(60) == 130
    for pid in map(int, (work / "pids").read_text().split()):
        assert not running(pid)
    assert not (work / "generated").exists()
    assert [path.name for path in work.iterdir() if path.name.startswith(".")] == []


def running(pid: int) -> bool:
    """Whether a process runs; one that has ended and is not yet collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_environment_says_what_is_built(work: Path) -> None:
    code = "import os, pathlib\nnames = ('UCWAGEN_OUT', 'UCWAGEN_PROJECT')\n"
    code += "text = ' '.join(os.environ[name] for name in names)\n"
    code += "assert pathlib.Path.cwd() == pathlib.Path(os.environ['UCWAGEN_TREE']).resolve()\n"
    code += "pathlib.Path('said.txt').write_text(text)\n"
    configure(work, script(work, code))

    assert run(work, "build").returncode == 0

    place = work.resolve()
    assert tree(work)["said.txt"].decode() == f"{place}/generated {place}"


def test_hooks_that_leave_something_new_each_time_are_named(work: Path) -> None:
    configure(work, script(work, "import time\nopen('tiny/when.txt', 'w').write(str(time.time()))"))
    run(work, "build")

    done = run(work, "build", "--check")

    assert done.returncode == 1
    assert "the hooks leave other files than at the last build of the same inputs" in done.stderr


def test_a_tree_among_templates_is_refused(work: Path) -> None:
    configure(work, 'templates = "."')

    done = run(work, "build")

    assert (done.returncode, "lies in the folder of templates" in done.stderr) == (1, True)


def test_the_library_takes_hooks(work: Path) -> None:
    hooks = [["python", "-c", "open('mine.txt', 'w').write('x')"], "python --version"]

    report = ucwagen.build(work / "specs", work / "generated", hooks=hooks, header="Ours.")

    assert report.ok
    assert (work / "generated/mine.txt").read_text() == "x"
    assert (work / ENUMS).read_text().startswith("# Ours.\n\n")
    failed = ucwagen.build(work / "specs", work / "generated", hooks=["python -c 'raise SystemExit(2)'"])
    assert [fault.message for fault in failed.faults] == [
        "`python -c 'raise SystemExit(2)'` ended with exit code 2, and said nothing"
    ]
