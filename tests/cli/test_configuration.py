"""The command in a project with a configuration: jobs, options, and the form of faults."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from running import JOBS, break_spec, run

from ucwagen.cli import main
from ucwagen.exits import Exit


def test_every_job_is_built_from_any_folder_below(project: Path) -> None:
    done = run(project / "docs/notes", "build")

    assert (done.returncode, done.stdout) == (Exit.OK, "")
    assert [line.split(" ", 1)[1].split(" in ")[1] for line in done.stderr.splitlines()] == [
        "../../src/first",
        "../../src/second",
    ]
    assert run(project, "build").stderr == "src/first is up to date\nsrc/second is up to date\n"
    assert run(project, "build", "--check", "--quiet").stderr == ""


def test_one_job_is_built_by_name(project: Path) -> None:
    assert run(project, "build", "--job", "second", "-q").stderr == ""

    assert [path.name for path in (project / "src").iterdir()] == ["second"]
    wrong = run(project, "build", "--job", "secnd")
    assert wrong.returncode == Exit.USAGE
    assert "no job `secnd` in pyproject.toml; did you mean `second`?" in wrong.stderr


@pytest.mark.parametrize("line", ["build second", "watch second --quiet", "check second", "model second"])
def test_the_name_of_a_job_as_an_argument_has_a_hint(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    monkeypatch.chdir(project)

    assert main(line.split()) == Exit.USAGE
    assert "; `second` is a job, which `--job second` chooses\n" in capsys.readouterr().err


def test_faults_of_one_job_do_not_keep_the_other_from_being_built(project: Path) -> None:
    break_spec(project / "one")

    done = run(project, "build")

    assert done.returncode == Exit.FAULTS
    assert "one/resources/phone.yaml:6:9: error: link `owner`" in done.stderr
    assert [path.name for path in (project / "src").iterdir()] == ["second"]


def test_faults_of_all_jobs_are_one_report(project: Path) -> None:
    break_spec(project / "one")
    break_spec(project / "two")

    for line in (["check"], ["build"], ["build", "--check"], ["build", "--diff"]):
        done = run(project, *line, "--error-format", "json")
        assert done.returncode == Exit.FAULTS
        found = json.loads(done.stdout)["faults"]
        assert [fault["path"] for fault in found] == ["one/resources/phone.yaml", "two/resources/phone.yaml"]


def test_the_form_of_faults_may_be_configured_and_an_option_wins(project: Path) -> None:
    break_spec(project / "one")
    (project / "pyproject.toml").write_text('[tool.ucwagen]\nerror-format = "github"\nspecs = "one"\n')

    assert run(project, "build").stdout.startswith("::error title=ucwagen,file=one/resources/phone.yaml,line=6,col=9")
    assert run(project, "check", "--error-format=text").stdout == ""
    assert "<testsuites" in run(project, "check", "--error-format", "junit").stdout


def test_a_report_for_machines_says_that_there_are_no_faults(project: Path) -> None:
    assert json.loads(run(project, "check", "--error-format", "json").stdout)["faults"] == []
    assert json.loads(run(project, "build", "--error-format", "json").stdout)["faults"] == []


def test_a_file_that_cannot_be_read_is_a_fault_of_the_report(project: Path) -> None:
    done = run(project, "check", "--specs", "none", "--error-format", "json")

    assert done.returncode == Exit.DISK
    assert [(one["path"], one["message"]) for one in json.loads(done.stdout)["faults"]] == [
        ("none", "No such file or directory")
    ]


def test_a_missing_folder_says_who_named_it(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.ucwagen]\nspecs = "non"\n')
    named = run(project, "build")
    machine = json.loads(run(project, "check", "--error-format", "json").stdout)["faults"]
    option = run(project, "build", "--specs", "nowhere")
    (project / "pyproject.toml").write_text("")
    default = run(project, "build")

    why = "No such file or directory; pyproject.toml names it as `specs`"
    assert (named.returncode, named.stderr) == (Exit.DISK, f"ucwagen: non: {why}\n")
    assert [fault["message"] for fault in machine] == [why]
    assert option.stderr == "ucwagen: nowhere: No such file or directory\n"
    hint = "give --specs DIR, or `specs` of [tool.ucwagen] in pyproject.toml"
    assert default.stderr == f"ucwagen: specs: No such file or directory; {hint}\n"


def test_an_unknown_key_stops_every_command(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.ucwagen]\nspec = "one"\n')

    for line in (["build"], ["build", "--specs", "one"], ["check"], ["model"], ["schema", "--check"], ["counts"]):
        done = run(project, *line)
        assert done.returncode == Exit.FAULTS
        assert "pyproject.toml:2:1: error: unknown key `spec`; did you mean `specs`?" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        'error-format = "json"\nspec = "one"\n',
        'out = 3\nerror-format = "json"\n',
        'error-format = "json"\nout = "src\nspecs = "one"\n',
        'error-format = "json"\n[jobs.a]\nspecs = "src/a"\nout = "src"\n',
    ],
    ids=["unknown-key", "wrong-type", "no-toml", "overlap"],
)
def test_faults_of_the_configuration_have_the_form_that_it_names(project: Path, text: str) -> None:
    (project / "pyproject.toml").unlink()
    (project / "ucwagen.toml").write_text(text)

    done = run(project, "build")
    other = run(project, "build", "--error-format", "github")

    assert (done.returncode, other.returncode) == (Exit.FAULTS, Exit.FAULTS)
    assert {fault["path"] for fault in json.loads(done.stdout)["faults"]} == {"ucwagen.toml"}
    assert other.stdout.startswith("::error title=ucwagen,file=ucwagen.toml,line=")


def test_two_configurations_are_a_fault_in_the_form_of_the_one_that_is_shown(project: Path) -> None:
    (project / "ucwagen.toml").write_text('error-format = "json"\n')

    assert "keep one of the two" in json.loads(run(project, "check").stdout)["faults"][0]["message"]


def test_a_form_that_cannot_be_read_leaves_text(project: Path) -> None:
    for text in (
        'error-format = "sarfi"\n',
        "error-format = 3\n",
        "error-format = \n",
        'out = \nerror-format = "json"',
    ):
        (project / "pyproject.toml").write_text(f"[tool.ucwagen]\n{text}")
        done = run(project, "check")
        assert (done.returncode, done.stdout) == (Exit.FAULTS, "")
        assert done.stderr.startswith("pyproject.toml:2:")


def test_options_of_all_commands_may_stand_before_the_command(project: Path) -> None:
    """The one that comes last wins."""
    break_spec(project / "one")

    assert run(project, "--quiet", "build", "--job", "second").stderr == ""
    assert json.loads(run(project, "--error-format", "json", "check").stdout)["faults"]
    assert run(project, "--error-format=json", "-q", "check", "--error-format", "github").stdout.startswith("::error")


def test_an_option_does_not_lead_among_the_specs_of_another_job(project: Path) -> None:
    done = run(project, "build", "--job", "first", "--out", "two/made")

    assert done.returncode == Exit.USAGE
    assert "--out writes into two/made, which lies in the folder of specs two" in done.stderr
    around = run(project, "build", "--job", "first", "--out", ".")
    assert around.returncode == Exit.USAGE
    assert not (project / "two/made").exists()


def test_a_package_is_not_built_around_its_specs(project: Path) -> None:
    (project / "pyproject.toml").unlink()
    (project / "src").mkdir()
    (project / "one").rename(project / "src/one")

    done = run(project, "build", "--specs", "src/one", "--out", "src")

    assert done.returncode == Exit.FAULTS
    assert "src:1:1: error: holds the folder of specs src/one, and is replaced as a whole" in done.stderr
    assert [path.name for path in (project / "src").iterdir()] == ["one"]


def test_folders_of_a_job_are_that_job(project: Path) -> None:
    """A tree that `build --specs … --out …` makes, as make does, is that of `build`."""
    table = '[tool.ucwagen.jobs.first]\nspecs = "one"\nout = "src/first"\nheader = "Of Contoso."\npackage = "acme"\n'
    (project / "pyproject.toml").write_text(table)
    folders = ("--specs", "./one", "--out", "src/../src/first")

    assert run(project, "build", *folders).returncode == Exit.OK
    assert (project / "src/first/acme/enums.py").read_text().startswith("# Of Contoso.\n")
    assert run(project, "build", "--check").returncode == Exit.OK
    assert json.loads(run(project, "openapi", "--specs", "one").stdout)["info"]["title"] == "acme"
    assert run(project, "build", "--specs", "one", "--out", "other").returncode == Exit.OK
    assert not (project / "other/acme").exists()


def test_check_of_the_specs_of_a_job_looks_at_its_templates(project: Path) -> None:
    table = '[tool.ucwagen]\nspecs = "one"\ntemplates = "shape"\n'
    (project / "pyproject.toml").write_text(table)
    (project / "shape").mkdir()
    (project / "shape/menu.py.jinja").write_text("{{ nothing }}\n")

    assert "shape/menu.py.jinja:1:" in run(project, "check", "--specs", "one").stderr


def test_a_command_for_one_folder_asks_which_job(project: Path) -> None:
    asked = run(project, "model")

    assert asked.returncode == Exit.USAGE
    assert "choose a job with --job: `first`, `second`" in asked.stderr
    assert json.loads(run(project, "model", "--job", "first").stdout)


def test_check_of_files_checks_the_folders_that_hold_them(project: Path) -> None:
    """A fault in another file of the folder is shown too: the change may have caused it."""
    break_spec(project / "two")

    assert run(project, "check", "one/api.yaml").returncode == Exit.OK
    assert "two/resources/phone.yaml:6:9" in run(project, "check", "two/api.yaml", "one/api.yaml").stderr
    outside = run(project, "check", "pyproject.toml")
    assert outside.returncode == Exit.USAGE
    assert "pyproject.toml is in no folder of specs: one, two" in outside.stderr
    absent = run(project, "check", "one/ap.yaml")
    assert absent.returncode == Exit.USAGE
    assert "one/ap.yaml is not there; did you mean `one/api.yaml`?" in absent.stderr


def test_check_of_several_jobs_says_of_which_specs_it_speaks(project: Path) -> None:
    whole = run(project, "check").stderr.splitlines()
    break_spec(project / "two")

    assert [line.partition(" no faults in ")[0] for line in whole] == ["one:", "two:"]
    assert run(project, "check").stderr.splitlines()[-1].startswith("one: no faults in ")
    assert run(project, "check", "--job", "first").stderr.startswith("no faults in ")


@pytest.mark.parametrize("line", ["check --error-format xml", "diff HEAD --fail-on xml", "openapi --format xml"])
def test_a_wrong_choice_names_the_choices_in_words_of_the_command(project: Path, line: str) -> None:
    done = run(project, *line.split())

    assert done.returncode == Exit.USAGE
    assert "'xml' is not one of '" in done.stderr
    assert "Value error" not in done.stderr


def test_check_of_files_warns_of_these_files(project: Path) -> None:
    unfinished = "rel: fax\npage: none\nsummary: TODO\n"
    for name in ("fax", "pager"):
        (project / f"one/resources/{name}.yaml").write_text(unfinished.replace("fax", name))

    done = run(project, "check", "one/resources/fax.yaml", "--strict")

    assert done.returncode == Exit.FAULTS
    assert "one/resources/fax.yaml:3:10: warning" in done.stderr
    assert "pager.yaml" not in done.stderr


@pytest.mark.parametrize("folder", ["one", "one/resources", "."])
def test_check_of_a_folder_warns_of_every_file_in_it(project: Path, folder: str) -> None:
    (project / "one/resources/fax.yaml").write_text("rel: fax\npage: none\nsummary: TODO\n")

    done = run(project, "check", folder, "--strict")

    assert done.returncode == Exit.FAULTS
    assert "one/resources/fax.yaml:3:10: warning" in done.stderr


def test_jobs_of_one_folder_of_specs_show_a_fault_once(project: Path) -> None:
    break_spec(project / "one")
    (project / "pyproject.toml").write_text(JOBS.replace("two", "one"))

    for line in (["check"], ["build"], ["build", "--check"]):
        found = json.loads(run(project, *line, "--error-format", "json").stdout)["faults"]
        assert [fault["path"] for fault in found] == ["one/resources/phone.yaml"]


def test_a_file_name_that_is_not_utf_8_is_a_fault_in_every_form(project: Path) -> None:
    Path(os.fsdecode(os.fsencode(project / "one/resources") + b"/\xff.yaml")).touch()

    for form in ("text", "json", "github", "sarif", "junit"):
        done = run(project, "check", "--specs", "one", "--error-format", form)
        assert done.returncode == Exit.FAULTS
        assert "has characters that cannot be shown" in done.stdout + done.stderr


def test_annotations_name_files_from_the_folder_of_the_checkout(project: Path) -> None:
    """Where the command ran in another folder of it, GitHub would show them nowhere."""
    break_spec(project / "one")

    for workspace, shown in ((project.parent, f"{project.name}/one"), (project / "two", "one"), ("", "one")):
        done = run(project, "check", "--error-format", "github", GITHUB_WORKSPACE=str(workspace))
        assert f",file={shown}/resources/phone.yaml,line=6," in done.stdout


@pytest.mark.parametrize("out", ["one", "one/resources/made"])
def test_a_package_is_not_built_among_specs(project: Path, out: str) -> None:
    before = sorted((project / "one").rglob("*"))

    for option in ("-q", "--force", "--check", "--diff"):
        done = run(project, "build", "--specs", "one", "--out", out, option)
        assert done.returncode == Exit.FAULTS
        assert f"{out}:1:1: error: lies in the folder of specs one, where it would be read as specs" in done.stderr
        assert before == sorted((project / "one").rglob("*"))


def test_check_of_a_link_out_of_the_specs_shows_the_fault(project: Path) -> None:
    link = project / "one/resources/link.yaml"
    link.symlink_to("../../pyproject.toml")

    done = run(project, "check", "one/resources/link.yaml")

    assert done.returncode == Exit.FAULTS
    assert "one/resources/link.yaml:1:1: error" in done.stderr


def test_specs_are_not_built_over_the_package_of_others(project: Path) -> None:
    run(project, "build", "--job", "first")
    api = project / "two/api.yaml"
    api.write_text(api.read_text().replace("name: ", "name: other_", 1))

    refused = run(project, "build", "--specs", "two", "--out", "src/first")
    forced = run(project, "build", "--specs", "two", "--out", "src/first", "--force")

    assert refused.returncode == Exit.FAULTS
    assert "src/first:1:1: error: holds the package" in refused.stderr
    assert "use `--force` to replace it" in refused.stderr
    assert forced.returncode == Exit.OK
