"""Any documented resource: served from its samples, and changed by the parameters of its operations."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..._runtime.calls.results import CreatedLink, Representation
from ..http.entity_tags import etag
from ..http.formats import decode
from ..http.messages import HttpError, HttpResponse, member
from ..pages.addresses import moved
from ..pages.catalogue import Page, Sample, catalogue
from ..pages.placeholders import placeholders
from ..pages.request_checks import arguments, content, media_types, revision
from ..state.backend import LongPoll
from .bodies import body_at, check_change, sampled, shown
from .context import RequestContext
from .registry import ALIASES, FINISHERS, HANDLERS, headers_of


def sample_path(context: RequestContext) -> str:
    """The address that the samples have for the address of a request."""
    path = context.path
    known = ALIASES.get(path.lower().rstrip("/"))
    return known or catalogue().home.sampled(path, context.application.path)


def page_for(pages: list[Page], context: RequestContext) -> Page:
    """The page that a request is for, by revision, method and query."""
    if not pages:
        raise HttpError(404, message=f"there is nothing at {context.path}")
    found = revision(pages, context.request)
    able = [page for page in found if page.answers(context.request.method)]
    if not able:
        allowed = sorted({method for page in found for method in page.methods})
        raise HttpError(405, headers={"allow": ", ".join(allowed)})
    return min(able, key=lambda page: _mismatches(page, context))


def _mismatches(page: Page, context: RequestContext) -> tuple[bool, ...]:
    """The reasons against one of the pages that share an address, the most important first."""
    known = context.application.bodies.get(context.path)
    method, query = context.request.method, context.request.query
    sample = page.samples.get(method)
    return (
        known is not None and known.get("rel") != page.rel,
        sample_path(context) not in page.paths,
        not (sample and sample.query and all(member(query, name) == [value] for name, value in sample.query.items())),
        (page.rel, method) not in HANDLERS,
        page.represents,
    )


def respond(context: RequestContext) -> HttpResponse | LongPoll:
    """The response of a documented resource, with the registered headers."""
    context.page = page_for(catalogue().at(sample_path(context)), context)
    headers = headers_of(context.page)
    try:
        found = _handled(context)
    except HttpError as error:
        error.headers = headers | error.headers
        raise
    if isinstance(found, HttpResponse):
        found.headers = headers | found.headers
        for finish in FINISHERS:
            finish(context, found)
    return found


def _handled(context: RequestContext) -> HttpResponse | LongPoll:
    """The response of the registered handler; a 404 of that handler for the address of a sample gives the sample."""
    request, page = context.request, context.page
    operation = page.operation(request.method)
    media_types(request, operation)
    if operation:
        content(request, operation)
    context.arguments = arguments(request, operation) if operation else {}
    documented = _GENERIC.get(request.method, _sample)
    try:
        return HANDLERS.get((page.rel, request.method), documented)(context)
    except HttpError as error:
        if error.status != 404 or error.subcode or not _is_shown(context):
            raise
        return documented(context)


def _is_shown(context: RequestContext) -> bool:
    """Whether a sample of the page has this very address, and nothing has deleted it."""
    sample = context.page.samples.get(context.request.method)
    return sample is not None and sample.path == sample_path(context) and context.path not in context.application.gone


def read(context: RequestContext) -> HttpResponse:
    """GET: the resource as it is now."""
    sample = context.page.samples.get("GET")
    if sample is not None and sample.text and not sample.is_object:
        return HttpResponse(sample.status, content=sample.text.encode(), headers=dict(sample.headers))
    return shown(context, body_at(context.application, context.page, context.path))


def change(context: RequestContext) -> HttpResponse:
    """PUT: parameters replace the properties of their names, or remove them; other properties stay."""
    operation = context.page.operation("PUT")
    body = body_at(context.application, context.page, context.path)
    check_change(context, body)
    writable = {parameter.name for parameter in operation.parameters} if operation else set()
    return _keep(context, {name: value for name, value in body.items() if name not in writable})


def modify(context: RequestContext) -> HttpResponse:
    """PATCH: parameters replace the properties of their names; null removes them."""
    body = body_at(context.application, context.page, context.path)
    if "if-match" in context.request.headers:
        check_change(context, body)
    removed = {name.lower() for name, value in decode(context.request).items() if value is None}
    return _keep(context, {name: value for name, value in body.items() if name.lower() not in removed})


def _keep(context: RequestContext, body: dict[str, Any]) -> HttpResponse:
    """Store a body with the arguments of the request; responds as the sample does, with or without that body."""
    changed = {**body, **context.arguments}
    context.application.bodies[context.path] = changed
    sample = context.page.samples.get(context.request.method)
    if sample is not None and sample.status == 204:
        return HttpResponse(204, headers={"etag": f'"{etag(changed)}"'})
    return shown(context, changed)


def remove(context: RequestContext) -> HttpResponse:
    """DELETE: the resource is gone; a second DELETE finds nothing."""
    if context.path in context.application.gone:
        raise HttpError(404, message=f"{context.path} is gone")
    context.application.gone.add(context.path)
    context.application.bodies.pop(context.path, None)
    return HttpResponse(204)


def _sample(context: RequestContext) -> HttpResponse:
    """Any other method: the response of the sample, or one that the operation documents."""
    sample = context.page.samples.get(context.request.method)
    if sample is None or not (sample.text or sample.headers or sample.status != 200):
        return _undocumented(context)
    home, here = catalogue().home, context.application.path
    places = home.moved(sample.path, here), context.path
    headers = {name: moved(home.moved(value, here), *places) for name, value in sample.headers.items()}
    text = home.moved(sample.text, here)
    if text and not sample.is_object:
        return HttpResponse(sample.status, content=text.encode(), headers=headers)
    headers.pop("content-type", None)
    body = json.loads(moved(text, *places)) if text else None
    return HttpResponse(sample.status, body, headers=headers, state=context.page.state)


def _undocumented(context: RequestContext) -> HttpResponse:
    """The response of an operation without a sample: the sample of what it returns, if there is one."""
    operation = context.page.operation(context.request.method)
    returns = operation.returns if operation else None
    found = _sample_of(returns.path) if isinstance(returns, Representation) else None
    if isinstance(returns, Representation) and found is not None:
        body = {**sampled(context.application, found, found.path), **context.arguments}
        return HttpResponse(200, body, state=returns.path)
    made = _made_of_types(returns.path, context.application.path) if isinstance(returns, Representation) else None
    if made is not None:
        return HttpResponse(200, {**made, **context.arguments}, state=context.page.state)
    if isinstance(returns, CreatedLink):
        page = next((page for page in catalogue().pages.values() if page.link == returns.path), None)
        shown_at = catalogue().address_of(page.rel) if page else None
        if shown_at is not None:
            where = catalogue().home.moved(shown_at, context.application.path)
            return HttpResponse(201, headers={"location": where})
    return HttpResponse(204)


def _made_of_types(state: str, application: str) -> dict[str, Any] | None:
    """A body of a state class that no sample shows; None without an address for it."""
    page = next((page for page in catalogue().pages.values() if page.state == state and not page.represents), None)
    address = catalogue().address_of(page.rel) if page else None
    if page is None or address is None:
        return None
    return placeholders(page, catalogue().home.moved(address, application), application)


def _sample_of(state: str) -> Sample | None:
    found = catalogue().body_of(state)
    return found if found is not None and found.is_object else None


_GENERIC: dict[str, Callable[[RequestContext], HttpResponse]] = {
    "GET": read,
    "PUT": change,
    "PATCH": modify,
    "DELETE": remove,
}
