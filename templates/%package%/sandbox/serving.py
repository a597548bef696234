"""Any documented resource: answered as its page shows, and changed as its parameters say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .catalogue import APPLICATION, Page, catalogue, moved
from .checking import arguments, media_types, precondition, revision
from .context import Context, body_at, etag
from .messages import Answer, Refused
from .world import Application

Handler = Callable[[Context], Answer]
HANDLERS: dict[tuple[str, str], Handler] = {}
"""What is done by more than the sample says, by rel and method."""


Beginning = Callable[[Application, dict[str, Any]], None]
CREATED: list[Beginning] = []
"""What is done with each new application and its body."""


def created(function: Beginning) -> Beginning:
    """Let a function have a part in each new application."""
    CREATED.append(function)
    return function


def handles(rel: str, method: str) -> Callable[[Handler], Handler]:
    """Let a function answer a method of what a rel names, in place of the sample."""

    def keep(function: Handler) -> Handler:
        HANDLERS[rel, method] = function
        return function

    return keep


def page_for(pages: list[Page], context: Context) -> Page:
    """The page that the request means: of its revision, and with such an operation."""
    if not pages:
        raise Refused(404, "NotFound", message=f"there is nothing at {context.path}")
    found = revision(pages, context.asked)
    method = context.asked.method
    able = [page for page in found if page.operation(method) is not None]
    if not able:
        allowed = sorted({name for page in pages for name in page.samples})
        raise Refused(405, "MethodNotAllowed", headers={"allow": ", ".join(allowed)})
    return able[0]


def answer(context: Context) -> Answer:
    """What a documented resource answers."""
    asked = context.asked
    media_types(asked)
    context.page = page = page_for(catalogue().at(sample_path(context)), context)
    operation = page.operation(asked.method)
    assert operation is not None
    context.arguments = arguments(asked, operation)
    handler = HANDLERS.get((page.rel, asked.method)) or _GENERIC.get(asked.method, _sample)
    return handler(context)


def sample_path(context: Context) -> str:
    """The address as the samples have it."""
    return context.path.replace(context.application.path, APPLICATION, 1)


def read(context: Context) -> Answer:
    """A resource as it is, or that it is as the client knows it."""
    sample = context.page.samples.get("GET")
    if sample is not None and sample.text and not sample.text.startswith("{"):
        return Answer(sample.status, content=sample.text.encode(), headers=dict(sample.headers))
    body = body_at(context.application, context.page, context.path)
    return shown(context, body)


def shown(context: Context, body: dict[str, Any], status: int = 200) -> Answer:
    """A resource with its entity tag."""
    tag = etag(body)
    if context.asked.method == "GET" and context.asked.headers.get("if-none-match", "").strip('"') == tag:
        return Answer(304, headers={"etag": f'"{tag}"'})
    return Answer(status, body, headers={"etag": f'"{tag}"'}, state=context.page.state)


def change(context: Context) -> Answer:
    """A PUT: all that was sent takes the place of what was there, but for links and embedded resources."""
    body = body_at(context.application, context.page, context.path)
    said = precondition(context.asked, etag(body), body)
    kept: dict[str, Any] = {name: body[name] for name in ("rel", "_links", "_embedded") if name in body}
    sent = {name: value for name, value in said.items() if name not in kept}
    changed: dict[str, Any] = {**kept, **sent, **context.arguments}
    context.application.bodies[context.path] = changed
    sample = context.page.samples.get("PUT")
    if sample is not None and sample.status == 204:
        return Answer(204, headers={"etag": f'"{etag(changed)}"'})
    return shown(context, changed)


def remove(context: Context) -> Answer:
    """A DELETE."""
    context.application.gone.add(context.path)
    context.application.bodies.pop(context.path, None)
    return Answer(204)


def _sample(context: Context) -> Answer:
    """What the page shows."""
    sample = context.page.samples.get(context.asked.method)
    if sample is None:
        return Answer(204)
    text = sample.text.replace(APPLICATION, context.application.path)
    headers = {name: value.replace(APPLICATION, context.application.path) for name, value in sample.headers.items()}
    headers = {name: moved(value, *_places(context, sample.path)) for name, value in headers.items()}
    if not text:
        headers.pop("content-type", None)
        return Answer(sample.status, headers=headers)
    if not text.startswith("{"):
        return Answer(sample.status, content=text.encode(), headers=headers)
    from json import loads

    headers.pop("content-type", None)
    return Answer(
        sample.status, loads(moved(text, *_places(context, sample.path))), headers=headers, state=context.page.state
    )


def _places(context: Context, path: str) -> tuple[str, str]:
    return path.replace(APPLICATION, context.application.path), context.path


_GENERIC: dict[str, Handler] = {"GET": read, "PUT": change, "DELETE": remove}
