"""What is answered of things that only the samples know."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from ..catalogue import APPLICATION, catalogue
from ..checking import RANDOM
from ..context import Context, body_at, sampled
from ..messages import Answer, Refused
from ..serving import sample_path, shown


def is_sample(context: Context) -> bool:
    """Whether a thing is asked for at the very address of its sample."""
    sample = context.page.samples.get(context.asked.method)
    return sample is not None and sample.path == sample_path(context)


def as_documented(context: Context) -> Answer:
    """The sample, where it is asked for at its own address; everything else that is not known does not exist."""
    if not is_sample(context):
        raise Refused(404, "NotFound", message=f"there is nothing at {context.path}")
    if context.asked.method == "GET":
        return as_sample(context)
    sample = context.page.samples[context.asked.method]
    if not sample.text.startswith("{"):
        return Answer(sample.status)
    body = sampled(context.application, sample, context.path)
    return Answer(sample.status, body, state=catalogue().of(body["rel"]).state)


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
