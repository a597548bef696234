"""Which configuration applies, which jobs it has, and what options change."""

from __future__ import annotations

from pathlib import Path

import pytest

from ucwagen.choices import Choices, of_option
from ucwagen.config import Job, Settings, find, read
from ucwagen.config.choose import Misuse, choose, only
from ucwagen.config.find import Found

TWO = """
[tool.ucwagen]
error-format = "github"
specs = "apis/shared"

[tool.ucwagen.jobs.billing]
specs = "apis/billing"
out = "clients/billing"

[tool.ucwagen.jobs]
orders = { out = "clients/orders" }
"""


def settings(place: Path, text: str = TWO, name: str = "pyproject.toml") -> Settings:
    (place / name).write_text(text)
    source = find(place).source
    assert source
    return read(source)


def test_jobs_take_what_they_do_not_say_from_the_table(tmp_path: Path) -> None:
    found = settings(tmp_path)

    assert found.error_format == "github"
    assert found.jobs == (
        Job(tmp_path / "apis/billing", tmp_path / "clients/billing", "billing"),
        Job(tmp_path / "apis/shared", tmp_path / "clients/orders", "orders"),
    )


def test_a_table_without_jobs_is_one_job(tmp_path: Path) -> None:
    assert settings(tmp_path, "", "ucwagen.toml").jobs == (Job(tmp_path / "specs", tmp_path / "generated"),)
    assert settings(tmp_path, 'out = "src"', "ucwagen.toml").jobs == (Job(tmp_path / "specs", tmp_path / "src"),)


def test_the_nearest_configuration_applies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `pyproject.toml` without the table is none, as is one that names the command elsewhere."""
    below = tmp_path / "a/b/c"
    below.mkdir(parents=True)
    (tmp_path / "ucwagen.toml").write_text('out = "far"')
    (tmp_path / "a/pyproject.toml").write_text('[project]\nname = "x"\ndependencies = ["ucwagen"]\n')
    monkeypatch.chdir(below)

    found = find(Path()).source
    assert found
    assert found.path == "../../../ucwagen.toml"
    assert read(found).jobs == (Job(Path("../../../specs"), Path("../../../far")),)

    (tmp_path / "a/b/pyproject.toml").write_text('tool.ucwagen.out = "near"')
    near = find(Path()).source
    assert near
    assert read(near).jobs == (Job(Path("../specs"), Path("../near")),)


def test_without_a_configuration_there_is_one_job(tmp_path: Path) -> None:
    assert find(tmp_path) == Found(None)
    assert choose(Settings()) == (Job(Path("specs"), Path("generated")),)


def test_options_win(tmp_path: Path) -> None:
    found = settings(tmp_path)
    here = Path("here")

    assert [job.name for job in choose(found)] == ["billing", "orders"]
    assert [job.name for job in choose(found, ["orders", "orders"])] == ["orders"]
    assert choose(found, ["orders"], out=here) == (Job(tmp_path / "apis/shared", here, "orders"),)
    assert choose(found, specs=here, out=here) == (Job(here, here),)
    assert only(found, None, here).specs == here
    assert only(found, "billing", None).specs == tmp_path / "apis/billing"


def test_a_folder_of_jobs_chooses_them(tmp_path: Path) -> None:
    found = settings(tmp_path, TWO + 'more = { specs = "apis/shared", out = "clients/more" }\n')
    shared, own = tmp_path / "apis/shared", tmp_path / "apis/billing"

    assert [job.name for job in choose(found, specs=tmp_path / "apis/../apis/billing")] == ["billing"]
    assert [job.name for job in choose(found, specs=shared)] == ["orders", "more"]
    assert choose(found, out=tmp_path / "clients/more")[0].name == "more"
    assert choose(found, specs=own, choices=Choices(templates=own))[0].choices.templates == own
    with pytest.raises(Misuse, match=r"--package is for one job, and 2 are to run; .* --job: `orders`, `more`"):
        choose(found, specs=shared, choices=Choices(package=of_option("--package", "x")))


def test_an_option_for_one_job_needs_one(tmp_path: Path) -> None:
    found = settings(tmp_path)

    with pytest.raises(Misuse, match=r"--out is for one job, and 2 are to run; .* or give both folders: `billing`, "):
        choose(found, out=Path("x"))
    with pytest.raises(Misuse, match="--specs is for one job, and 2 are to run"):
        choose(found, specs=Path("x"))
    with pytest.raises(Misuse, match="choose a job with --job: `billing`, `orders`"):
        only(found, None, None)
    with pytest.raises(Misuse, match=r"no job `order` in .*pyproject.toml; did you mean `orders`\?"):
        choose(found, ["order"])
    with pytest.raises(Misuse, match="no job `x`: no configuration was found"):
        choose(Settings(), ["x"])
