"""Responses for resources that exist only in the samples."""

from __future__ import annotations

from typing import NoReturn

from ..extension import HttpError, HttpResponse, RequestContext, body_at, catalogue, sample_path, shown


def is_sample(context: RequestContext) -> bool:
    """Whether a request is for the address of its sample."""
    sample = context.page.samples.get(context.request.method)
    return sample is not None and sample.path == sample_path(context)


def nothing_at(context: RequestContext) -> NoReturn:
    """Raise 404; at the address of a sample the core then responds with the sample."""
    raise HttpError(404, message=f"there is nothing at {context.path}")


def as_sample(context: RequestContext) -> HttpResponse:
    """The response with the sample, moved to the address of the request."""
    return shown(context, body_at(context.application, context.page, context.path))


def in_sample_conversation(context: RequestContext) -> HttpResponse:
    """The sample, for an address in the documented conversation; raises 404 for any other address."""
    conversation = catalogue().of("conversation").samples["GET"].path
    is_below = sample_path(context).startswith(f"{conversation}/")
    return as_sample(context) if is_below else nothing_at(context)


def aliases(start: str, rels: dict[str, str]) -> None:
    """Register further addresses of rels below the application."""
    for rest, rel in rels.items():
        catalogue().alias(f"{catalogue().home.path}{start}{rest}", rel)
