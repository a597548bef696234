"""What is answered of things that only the samples know."""

from __future__ import annotations

from typing import NoReturn
from uuid import NAMESPACE_URL, uuid5

from ..catalogue import APPLICATION, catalogue
from ..context import RequestContext, body_at
from ..handlers import sample_path, shown
from ..http_messages import HttpError, HttpResponse
from ..request_checks import RANDOM


def is_sample(context: RequestContext) -> bool:
    """Whether a thing is request for at the very address of its sample."""
    sample = context.page.samples.get(context.request.method)
    return sample is not None and sample.path == sample_path(context)


def nothing_at(context: RequestContext) -> NoReturn:
    """What is not known does not exist; the core knows the samples' own addresses."""
    raise HttpError(404, "NotFound", message=f"there is nothing at {context.path}")


def as_sample(context: RequestContext) -> HttpResponse:
    """The sample, as it is at any address of its kind."""
    return shown(context, body_at(context.application, context.page, context.path))


def aliases(start: str, rels: dict[str, str]) -> None:
    """Let addresses below the application lead to the pages of rels, where samples have only one such thing."""
    for rest, rel in rels.items():
        catalogue().alias(f"{APPLICATION}{start}{rest}", rel)


def random_property(path: str) -> dict[str, str]:
    """The property that a PUT has to bring back."""
    return {str(uuid5(NAMESPACE_URL, path)): RANDOM}
