"""A request whose body is raw content, next to a row of bytes in the table of its body: captured, and built."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from test_update import COMMON, draft

from support import BASE, files_of, spec_texts

PAGE = """# memo

### Properties

|Name|Description|
|-|-|
|text|The words. String|

## Operations

### {verb}

#### Request body

|Name|Description|Required?|
|-|-|-|
|picture|A picture.Array of Byte|Yes|

#### Response body

None

#### Examples

#### JSON Request

```
{verb} https://h/memo HTTP/1.1
Content-Type: {kind}

abc
```

#### JSON Response

```
HTTP/1.1 204 No Content
```
"""


@pytest.mark.parametrize("kind", ["image/jpeg", "text/plain"])
@pytest.mark.parametrize("verb", ["POST", "PUT"])
def test_row_of_bytes_is_the_body_itself(verb, kind):
    spec = draft((PAGE.format(verb=verb, kind=kind), None))

    assert f"request: {{content: [{kind}]}}" in spec
    assert f"at: operations.{verb}.parameters.picture\n    says: present" in spec
    assert "parameters:" not in spec

    texts = spec_texts(BASE) | COMMON | {"specs/resources/memo.yaml": spec.replace("TODO", "It is.")}
    module = files_of(texts)[PurePosixPath("tiny/resources/memo.py")]
    assert f'_{verb} = Operation("{verb}", content=("{kind}",), returns=wire.nothing())' in module
    assert f'def {verb.lower()}(self, content: str | bytes, *, content_type: str = "{kind}") -> Call[None]:' in module
