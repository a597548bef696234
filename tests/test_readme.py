"""Every Python block in the README runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", BLOCKS, ids=range(len(BLOCKS)))
def test_block_runs(code, capsys):
    exec(compile(code, README.name, "exec"), {})

    assert capsys.readouterr().out.startswith("Heads down today Personal\nPOST /ucwa/v1/applications/192/")


def test_there_are_blocks():
    assert BLOCKS
