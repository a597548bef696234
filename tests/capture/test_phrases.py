"""The ways in which rows of the reference state a type and its limits, in the wording of the pages."""

from __future__ import annotations

import pytest

from ucwagen.capture.infer.type_phrases import Phrase, phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "How long. The maximum value is 30 and the minimum value is 10.Int32",
            Phrase("integer", minimum="10", maximum="30"),
        ),
        (
            "The minimum possible value is 180 seconds and the maximum possible value is 1800 seconds.",
            Phrase(minimum="180", maximum="1800"),
        ),
        ("How long it rings.This value can range from 5 seconds to 60 seconds.", Phrase(minimum="5", maximum="60")),
        ("A title.The maximum length is 250 characters.String", Phrase("string", max_length="250")),
        ("Who.Nullable Array of String", Phrase("string", many=True, nullable=True)),
        ("A picture.Array of Byte", Phrase("bytes")),
        ("How.(Importance)Low, Normal, or High", Phrase("Importance", members=("Low", "Normal", "High"))),
        ("Nothing that anybody could count.", Phrase()),
    ],
)
def test_wording(text: str, expected: Phrase) -> None:
    assert phrase(text) == expected
