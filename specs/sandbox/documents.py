"""What is answered of things that only the samples know."""

from __future__ import annotations

from typing import NoReturn

from ..extension import HttpError, HttpResponse, RequestContext, body_at, catalogue, sample_path, shown


def is_sample(context: RequestContext) -> bool:
    """Whether a thing is request for at the very address of its sample."""
    sample = context.page.samples.get(context.request.method)
    return sample is not None and sample.path == sample_path(context)


def nothing_at(context: RequestContext) -> NoReturn:
    """What is not known does not exist; the core knows the samples' own addresses."""
    raise HttpError(404, message=f"there is nothing at {context.path}")


def as_sample(context: RequestContext) -> HttpResponse:
    """The sample, as it is at any address of its kind."""
    return shown(context, body_at(context.application, context.page, context.path))


def aliases(start: str, rels: dict[str, str]) -> None:
    """Let addresses below the application lead to the pages of rels, where samples have only one such thing."""
    for rest, rel in rels.items():
        catalogue().alias(f"{catalogue().home.path}{start}{rest}", rel)
