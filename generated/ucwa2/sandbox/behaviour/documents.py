"""What is answered of things that only the samples know."""

from __future__ import annotations

from typing import NoReturn
from uuid import NAMESPACE_URL, uuid5

from ..catalogue import APPLICATION, catalogue
from ..checking import RANDOM
from ..context import Context, body_at
from ..messages import Answer, Refused
from ..serving import sample_path, shown


def is_sample(context: Context) -> bool:
    """Whether a thing is asked for at the very address of its sample."""
    sample = context.page.samples.get(context.asked.method)
    return sample is not None and sample.path == sample_path(context)


def nothing_at(context: Context) -> NoReturn:
    """What is not known does not exist; the core knows the samples' own addresses."""
    raise Refused(404, "NotFound", message=f"there is nothing at {context.path}")


def as_sample(context: Context) -> Answer:
    """The sample, as it is at any address of its kind."""
    return shown(context, body_at(context.application, context.page, context.path))


def aliases(start: str, rels: dict[str, str]) -> None:
    """Let addresses below the application lead to the pages of rels, where samples have only one such thing."""
    for rest, rel in rels.items():
        catalogue().alias(f"{APPLICATION}{start}{rest}", rel)


def random_property(path: str) -> dict[str, str]:
    """The property that a PUT has to bring back."""
    return {str(uuid5(NAMESPACE_URL, path)): RANDOM}
