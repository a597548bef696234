"""Small APIs that are not UCWA, built into a temporary folder: without roles, with a token, with events alone."""

from __future__ import annotations

import sys
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
MESSAGES = {
    "root": """
### GET json request
GET https://library.example/api HTTP/1.1
Accept: application/json

### GET json response
HTTP/1.1 200 OK
Content-Type: application/json

{"rel": "root", "_links": {"self": {"href": "https://library.example/api"}, "shelf": {"href": "/api/shelves/7"},
 "loan": {"href": "loan"}}}
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
}
TOKEN = "sign_in: {grants: [token], expired: {status: 403, header: X-Expired, code: T9}}"


def build(folder: Path, name: str, *, media_types: str = JSON, more: str = "", feed: bool = False) -> Any:
    """The sandbox module of an API with this name."""
    specs = folder / name / "specs"
    pages = {"root": ROOT, "shelf": SHELF, "book": BOOK, "loan": LOAN, **({"feed": FEED} if feed else {})}
    texts = {
        "api.yaml": API.format(name=name, media_types=media_types, more=more),
        "errors.yaml": ERRORS,
        **{f"resources/{page}.yaml": text for page, text in pages.items()},
        **{f"examples/{page}.http": MESSAGES[page].lstrip() for page in pages if page in MESSAGES},
    }
    for path, text in texts.items():
        (specs / path).parent.mkdir(parents=True, exist_ok=True)
        (specs / path).write_text(text, encoding="utf-8")
    pipeline.build(specs, folder / name / "generated")
    sys.path.insert(0, str(folder / name / "generated"))
    return import_module(f"{name}.sandbox")
