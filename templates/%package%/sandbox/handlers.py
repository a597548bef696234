"""Any documented resource: answered as its page shows, and changed as its parameters say."""

from __future__ import annotations

from collections.abc import Callable
from json import loads
from typing import Any, TypeVar

from .._runtime.base.registry import index
from .backend import ApplicationState
from .catalogue import APPLICATION, Page, catalogue, moved
from .context import RequestContext, body_at, etag
from .http_messages import HttpError, HttpResponse, LongPoll
from .request_checks import arguments, is_known, media_types, precondition, revision

Handler = Callable[[RequestContext], HttpResponse | LongPoll]
_H = TypeVar("_H", bound=Handler)
HANDLERS: dict[tuple[str, str], Handler] = {}
"""What is done by more than the sample says, by rel and method."""

ALIASES: dict[str, str] = {}
"""Addresses that the samples have in another form."""

SERVED = "x-ms-ucwaversion"
"""The header that names the revision that was served."""

Beginning = Callable[[ApplicationState, dict[str, Any]], None]
CREATED: list[Beginning] = []
"""What is done with each new application and its body."""


def created(function: Beginning) -> Beginning:
    """Let a function have a part in each new application."""
    CREATED.append(function)
    return function


def handles(rel: str, method: str) -> Callable[[_H], _H]:
    """Let a function answer a method of what a rel names, in place of the sample."""

    def keep(function: _H) -> _H:
        HANDLERS[rel, method] = function
        return function

    return keep


def role(name: str) -> str:
    """The rel of what has a part in the API."""
    return index().roles.get(name, name)


def page_for(pages: list[Page], context: RequestContext) -> Page:
    """The page that the request means: of its revision, with such an operation, and the likeliest of several."""
    if not pages:
        raise HttpError(404, "NotFound", message=f"there is nothing at {context.path}")
    found = revision(pages, context.request)
    able = [page for page in found if page.answers(context.request.method)]
    if not able:
        allowed = sorted({method for page in found for method in page.methods})
        raise HttpError(405, "MethodNotAllowed", headers={"allow": ", ".join(allowed)})
    return min(able, key=lambda page: _unlikely(page, context))


def _unlikely(page: Page, context: RequestContext) -> tuple[bool, ...]:
    """What speaks against one of the pages that share an address, the weightiest first."""
    known = context.application.bodies.get(context.path)
    method, query = context.request.method, context.request.query
    sample = page.samples.get(method)
    return (
        known is not None and known.get("rel") != page.rel,
        sample_path(context) not in page.paths,
        not (sample and sample.query and all(query.get(name) == [value] for name, value in sample.query.items())),
        (page.rel, method) not in HANDLERS,
        page.represents,
    )


def answer(context: RequestContext) -> HttpResponse | LongPoll:
    """What a documented resource answers, and which revision of it."""
    context.page = page_for(catalogue().at(sample_path(context)), context)
    served = {SERVED: str(context.page.revision)}
    try:
        found = _answer(context)
    except HttpError as error:
        error.headers = served | error.headers
        raise
    if isinstance(found, HttpResponse):
        found.headers = served | found.headers
    return found


def _answer(context: RequestContext) -> HttpResponse | LongPoll:
    """What a function makes of it; where that knows nothing of the documented address, the sample."""
    request, page = context.request, context.page
    operation = page.operation(request.method)
    media_types(request, operation)
    context.arguments = arguments(request, operation) if operation else {}
    documented = _GENERIC.get(request.method, _sample)
    try:
        return HANDLERS.get((page.rel, request.method), documented)(context)
    except HttpError as error:
        if error.status != 404 or error.subcode or not _is_shown(context):
            raise
        return documented(context)


def _is_shown(context: RequestContext) -> bool:
    """Whether the page shows this very address, and nobody has deleted it."""
    sample = context.page.samples.get(context.request.method)
    return sample is not None and sample.path == sample_path(context) and context.path not in context.application.gone


def sample_path(context: RequestContext) -> str:
    """The address as the samples have it."""
    path = context.path
    return ALIASES.get(path.lower().rstrip("/")) or path.replace(context.application.path, APPLICATION, 1)


def read(context: RequestContext) -> HttpResponse:
    """A resource as it is, or that it is as the client knows it."""
    sample = context.page.samples.get("GET")
    if sample is not None and sample.text and not sample.text.startswith("{"):
        return HttpResponse(sample.status, content=sample.text.encode(), headers=dict(sample.headers))
    body = body_at(context.application, context.page, context.path)
    return shown(context, body)


def shown(context: RequestContext, body: dict[str, Any], status: int = 200) -> HttpResponse:
    """A resource with its entity tag."""
    tag = etag(body)
    known = context.request.headers.get("if-none-match")
    if context.request.method == "GET" and known is not None and is_known(tag, known, weak=True):
        return HttpResponse(304, headers={"etag": f'"{tag}"'})
    return HttpResponse(status, body, headers={"etag": f'"{tag}"'}, state=context.page.state)


def change(context: RequestContext) -> HttpResponse:
    """A PUT: its parameters take the place of what was there, or take it away; what is no parameter stays."""
    operation = context.page.operation("PUT")
    body = body_at(context.application, context.page, context.path)
    precondition(context.request, etag(body), body)
    writable = {parameter.name for parameter in operation.parameters} if operation else set()
    kept = {name: value for name, value in body.items() if name not in writable}
    changed: dict[str, Any] = {**kept, **context.arguments}
    context.application.bodies[context.path] = changed
    sample = context.page.samples.get("PUT")
    if sample is not None and sample.status == 204:
        return HttpResponse(204, headers={"etag": f'"{etag(changed)}"'})
    return shown(context, changed)


def remove(context: RequestContext) -> HttpResponse:
    """A DELETE, which can be done once."""
    if context.path in context.application.gone:
        raise HttpError(404, "NotFound", message=f"{context.path} is gone")
    context.application.gone.add(context.path)
    context.application.bodies.pop(context.path, None)
    return HttpResponse(204)


def _sample(context: RequestContext) -> HttpResponse:
    """What the page shows."""
    sample = context.page.samples.get(context.request.method)
    if sample is None:
        return HttpResponse(204)
    here = context.application.path
    places = sample.path.replace(APPLICATION, here), context.path
    headers = {name: moved(value.replace(APPLICATION, here), *places) for name, value in sample.headers.items()}
    text = sample.text.replace(APPLICATION, here)
    if text and not text.startswith("{"):
        return HttpResponse(sample.status, content=text.encode(), headers=headers)
    headers.pop("content-type", None)
    body = loads(moved(text, *places)) if text else None
    return HttpResponse(sample.status, body, headers=headers, state=context.page.state)


_GENERIC: dict[str, Callable[[RequestContext], HttpResponse]] = {"GET": read, "PUT": change, "DELETE": remove}
