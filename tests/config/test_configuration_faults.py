"""Each configuration with faults is refused with the place of every one of them: a case folder for each idea."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import CASES
from ucwagen.config import find, read
from ucwagen.diagnostics import Faults

IDEAS = sorted((CASES / "config").iterdir())


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_faults_have_their_places(idea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(idea, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Faults) as caught:
        read(find(Path()).source or pytest.fail("no configuration"))

    assert caught.value.render() + "\n" == (idea / "expected.txt").read_text()
