"""The bodies of resources: what they have become, or else their samples; with entity tags."""

from __future__ import annotations

import json
from typing import Any

from ..http.entity_tags import etag
from ..http.messages import HttpError, HttpResponse
from ..pages.addresses import moved
from ..pages.catalogue import Page, Sample, catalogue
from ..pages.placeholders import placeholders
from ..pages.request_checks import is_known, precondition
from ..state.backend import ApplicationState
from .context import RequestContext
from .registry import echoed_at


def body_at(application: ApplicationState, page: Page, path: str) -> dict[str, Any]:
    """The resource at an address; without a sample it has only its rel and its own link."""
    if path in application.gone:
        raise HttpError(404, message=f"{path} is gone")
    known = application.bodies.get(path)
    if known is not None:
        return known
    sample = page.samples.get("GET")
    if sample is None or not sample.is_object:
        return placeholders(page, path, application.path)
    found = sampled(application, sample, path)
    if "PUT" in page.samples or page.operation("PUT") is not None:
        found |= echoed_at(path)
    return found


def sampled(application: ApplicationState, sample: Sample, path: str) -> dict[str, Any]:
    """The body of a sample for an application and an address."""
    home = catalogue().home
    there = home.moved(sample.path, application.path)
    found: dict[str, Any] = json.loads(moved(home.moved(sample.text, application.path), there, path))
    return found


def shown(context: RequestContext, body: dict[str, Any], status: int = 200) -> HttpResponse:
    """The response with a body and its entity tag; 304 if the client has that body."""
    tag = etag(body)
    known = context.request.headers.get("if-none-match")
    if context.request.method in ("GET", "HEAD") and known is not None and is_known(tag, known, weak=True):
        return HttpResponse(304, headers={"etag": f'"{tag}"'})
    return HttpResponse(status, body, headers={"etag": f'"{tag}"'}, state=context.page.state)


def check_change(context: RequestContext, body: dict[str, Any]) -> None:
    """Check the conditions of a PUT to a resource with this body; raises ``HttpError``."""
    expected = {name: value for name, value in echoed_at(context.path).items() if name in body}
    precondition(context.request, etag(body), expected)
