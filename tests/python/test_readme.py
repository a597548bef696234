"""The README of a generated package shows documented messages, and made-up ones only where none are documented."""

from __future__ import annotations

from support import BASE, ROOT, files_of, spec_texts

PAGE = "specs/examples/{page}.http"


def readme(texts: dict[str, str]) -> str:
    return next(text for path, text in files_of(texts).items() if str(path) == "README.md")


def test_documented_answer_is_shown():
    text = (ROOT / "generated/README.md").read_text("utf-8")

    assert 'Note.from_json(b\'{"rel": "note", "message": "Heads down today", "type": "Personal"}\')' in text
    assert "print(state.message)  # Heads down today" in text
    assert 'client.create_application(culture="en-us", user_agent="ContosoApp/1.0(WindowsPhoneOS7.5)")' in text


def test_without_documented_messages_a_made_up_one_is_shown():
    text = readme(spec_texts(BASE))

    assert '": "text"}\')' in text
    assert "# text" in text
