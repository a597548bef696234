"""Germination trials: each is started by `sow`, runs for a moment, and ends as the seeds allow."""

from __future__ import annotations

from typing import Any

from ..extension import HttpResponse, RequestContext, body_at, catalogue, handles, raise_event, sampled

ENOUGH = 1000
"""The seeds that an accession of the sandbox has."""

SECONDS = 0.1
"""How long a trial runs."""


@handles("sow", "POST")
def sow(context: RequestContext) -> HttpResponse:
    """Start a trial, which ends by itself."""
    application, arguments = context.application, context.arguments
    here = f"/v3/trials/{next(application.numbers)}"
    sample = catalogue().of("trial").samples["GET"]
    trial = {**sampled(application, sample, here), "phase": "Soaking", "sown": arguments["seeds"], "germinated": 0}
    trial["ticket"] = arguments["ticket"]
    application.bodies[here] = trial
    _tell(context, "started", here, trial)
    context.backend.later(SECONDS, lambda: _end(context, here, trial))
    return HttpResponse(201, headers={"location": here})


def _end(context: RequestContext, here: str, trial: dict[str, Any]) -> None:
    """Count the seeds; too many were asked for if the accession does not have them."""
    if trial["sown"] > ENOUGH:
        reason = {"code": "Conflict", "subcode": "TooFewSeeds", "message": "There are not enough seeds."}
        _tell(context, "completed", here, trial, status="Failure", reason=reason)
        return
    ended = {**trial, "phase": "Counting", "germinated": trial["sown"] * 9 // 10, "remaining": "PT0S"}
    context.application.bodies[here] = ended
    _tell(context, "completed", here, ended, status="Success")


def _tell(context: RequestContext, kind: str, here: str, trial: dict[str, Any], **more: Any) -> None:
    raise_event(
        context.backend, context.application, kind, "trial", here, ("bank", "/v3/"), _embedded={"trial": trial}, **more
    )


@handles("accessions", "POST")
def register(context: RequestContext) -> HttpResponse:
    """A new accession, with a number of its own."""
    application = context.application
    number = f"AC-{next(application.numbers)}"
    here = f"/v3/accessions/{number}"
    body = {**body_at(application, catalogue().of("accession"), here), **context.arguments, "number": number}
    application.bodies[here] = body
    raise_event(
        context.backend, application, "added", "accession", here, ("bank", "/v3/"),
        in_=("accessions", "/v3/accessions"), priority="high",
    )  # fmt: skip
    return HttpResponse(201, body, headers={"location": here}, state=catalogue().of("accession").state)
