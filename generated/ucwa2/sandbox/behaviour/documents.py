"""Answers for resources that only the samples describe."""

from __future__ import annotations

from typing import NoReturn

from ..extension import HttpError, HttpResponse, RequestContext, body_at, catalogue, sample_path, shown


def is_sample(context: RequestContext) -> bool:
    """Whether a resource is requested at the exact address of its sample."""
    sample = context.page.samples.get(context.request.method)
    return sample is not None and sample.path == sample_path(context)


def nothing_at(context: RequestContext) -> NoReturn:
    """Unknown resources do not exist; the core knows the addresses of the samples."""
    raise HttpError(404, message=f"there is nothing at {context.path}")


def as_sample(context: RequestContext) -> HttpResponse:
    """The sample, for any address of its kind."""
    return shown(context, body_at(context.application, context.page, context.path))


def aliases(start: str, rels: dict[str, str]) -> None:
    """Map addresses below the application to the pages of rels, where samples have only one such resource."""
    for rest, rel in rels.items():
        catalogue().alias(f"{catalogue().home.path}{start}{rest}", rel)
