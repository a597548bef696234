"""Small APIs that are not UCWA, built into a temporary folder: with no role, a token, events, or applications."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from ucwagen import pipeline

API = """
package:
  name: {name}
  distribution: {name}
  version: 1.0.0
  summary: A client for a library.
reference: https://library.example/reference/{{page}}
media_types: {media_types}
entry: {{path: /api/, resource: root}}
{more}
"""
JSON = "{json: [application/json]}"
BOTH = "{json: [application/json], xml: [application/xml]}"
ERRORS = """
errors:
  Conflict:
    code: 409
    summary: Another reader has it.
  Missing:
    code: 404
    summary: There is no such thing.
"""
ROOT = """
rel: root
page: none
summary: The library.
links: {shelf: {}, loan: {}}
operations:
  GET:
    summary: Read the library.
    returns: root
"""
SHELF = """
rel: shelf
page: none
summary: A shelf of books.
links: {self: {}}
properties:
  label:
    type: string
    summary: The label.
embedded: {book: {many: true}}
operations:
  GET:
    summary: Read the shelf.
    returns: shelf
  POST:
    summary: Put a new book on the shelf.
    parameters:
      title:
        type: string
        required: true
        summary: The title.
    returns: location book
"""
BOOK = """
rel: book
page: none
summary: A book.
links: {self: {}}
properties:
  title:
    type: string
    summary: The title.
  pages:
    type: integer
    summary: The number of pages.
  due:
    type: datetime
    summary: When it is due.
operations:
  GET:
    summary: Read the book.
    returns: book
  PUT:
    summary: Change the book.
    parameters:
      title:
        type: string
        required: true
        summary: The title.
      pages:
        type: integer
        summary: The number of pages.
    returns: book
  DELETE:
    summary: Remove the book.
    returns: none
    errors:
      - error: Conflict
        summary: The book is on loan.
"""
LOAN = """
rel: loan
page: none
summary: Lends books.
operations:
  POST:
    summary: Lend a book.
    parameters:
      reader:
        type: string
        required: true
        summary: The reader.
    returns: book
"""
FEED = """
rel: feed
page: none
summary: The events of the library.
operations:
  GET:
    summary: Wait for events.
    returns: feed
"""
DESKS = """
rel: desks
page: none
summary: Where a reader takes a desk.
operations:
  POST:
    summary: Take a desk.
    parameters:
      lamp:
        type: boolean
        required: true
        summary: Whether the desk has a lamp.
    returns: desk
"""
DESK = """
rel: desk
page: none
summary: The desk of a reader.
properties:
  lamp:
    type: boolean
    summary: Whether it has a lamp.
links: {bell: {}, note: {}}
operations:
  GET:
    summary: Read the desk.
    returns: desk
  DELETE:
    summary: Leave the desk.
    returns: none
"""
NOTE = """
rel: note
page: none
summary: A note on the desk.
properties:
  text:
    type: string
    summary: The text.
operations:
  GET:
    summary: Read the note.
    returns: note
  PATCH:
    summary: Change the note.
    parameters:
      text:
        type: string
        nullable: true
        summary: The text.
    returns: note
"""
BELL = """
rel: bell
page: none
summary: The events of a desk.
operations:
  GET:
    summary: Wait for events.
    returns: bell
"""
CAUSES = """
name: Cause
page: none
summary: Causes of errors.
members:
  DeskTaken:
    summary: Another reader has taken the desk.
"""
MESSAGES = {
    "root": """
### GET json request
GET https://library.example/api HTTP/1.1
Accept: application/json

### GET json response
HTTP/1.1 200 OK
Content-Type: application/json

{"rel": "root", "_links": {"self": {"href": "https://library.example/api"}, "shelf": {"href": "/api/shelves/7"},
 "loan": {"href": "loan"}, "desks": {"href": "/v2/desks"}}}
""",
    "shelf": """
### GET json request
GET https://library.example/api/shelves/7 HTTP/1.1

### GET json response
HTTP/1.1 200 OK
Content-Type: application/json

{"rel": "shelf", "label": "Novels", "_links": {"self": {"href": "/api/shelves/7"}}, "_embedded": {"book": [
 {"rel": "book", "title": "Emma", "_links": {"self": {"href": "/api/shelves/7/books/12"}}}]}}

### POST json request
POST https://library.example/api/shelves/7 HTTP/1.1
Content-Type: application/json

{"title": "Emma"}

### POST json response
HTTP/1.1 201 Created
Location: https://library.example/api/shelves/7/books/12
""",
    "book": """
### GET json request
GET https://library.example/api/shelves/7/books/12 HTTP/1.1

### GET json response
HTTP/1.1 200 OK
Content-Type: application/json

{"rel": "book", "title": "Emma", "pages": 474, "due": "2030-01-01T00:00:00Z",
 "_links": {"self": {"href": "/api/shelves/7/books/12"}}}
""",
    "feed": """
### GET json request
GET https://library.example/api/feed?after=1 HTTP/1.1
""",
    "desk": """
### GET json request
GET https://library.example/v2/desks/5 HTTP/1.1

### GET json response
HTTP/1.1 200 OK
Content-Type: application/json

{"rel": "desk", "lamp": false, "_links": {"self": {"href": "https://library.example/v2/desks/5"},
 "bell": {"href": "/v2/desks/5/bell"}, "note": {"href": "/v2/desks/5/note"}}}

### DELETE json request
DELETE https://library.example/v2/desks/5 HTTP/1.1
""",
    "desks": """
### POST json request
POST https://library.example/v2/desks HTTP/1.1
Content-Type: application/json

{"lamp": true}
""",
    "note": """
### GET json request
GET https://library.example/v2/desks/9/note HTTP/1.1

### GET json response
HTTP/1.1 200 OK
Content-Type: application/json

{"rel": "note", "text": "Quiet", "_links": {"self": {"href": "/v2/desks/9/note"}}}
""",
    "bell": """
### GET json request
GET https://library.example/v2/desks/5/bell?ack=1 HTTP/1.1
""",
}
DESK_ROLES = "roles: {application: desk, applications: desks, events: bell, subcodes: Cause}\nlost: DeskTaken"
TOKEN = "sign_in: {grants: [token], expired: {status: 403, header: X-Expired, code: T9}}"


LIBRARY = {"root": ROOT, "shelf": SHELF, "book": BOOK, "loan": LOAN}
FED = {**LIBRARY, "feed": FEED}
DESKTOP = {
    **LIBRARY,
    "root": ROOT.replace("loan: {}", "loan: {}, desks: {}"),
    "desks": DESKS,
    "desk": DESK,
    "note": NOTE,
    "bell": BELL,
}


def _message(text: str, desk: str) -> str:
    return text.lstrip().replace("desks/5", desk).replace("desks/9", desk)


def build(
    folder: Path,
    name: str,
    *,
    media_types: str = JSON,
    more: str = "",
    pages: Mapping[str, str] = LIBRARY,
    desk: str = "desks/5",
    messages: Mapping[str, str] = MESSAGES,
) -> Any:
    """The sandbox module of an API with this name."""
    specs = folder / name / "specs"
    texts = {
        "api.yaml": API.format(name=name, media_types=media_types, more=more),
        "errors.yaml": ERRORS,
        **{f"resources/{page}.yaml": text for page, text in pages.items()},
        **{f"examples/{page}.http": _message(messages[page], desk) for page in pages if page in messages},
        **({"enums/Cause.yaml": CAUSES} if "Cause" in more else {}),
    }
    for path, text in texts.items():
        (specs / path).parent.mkdir(parents=True, exist_ok=True)
        (specs / path).write_text(text, encoding="utf-8")
    pipeline.build(specs, folder / name / "generated")
    sys.path.insert(0, str(folder / name / "generated"))
    return import_module(f"{name}.sandbox")
