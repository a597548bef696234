"""Online meetings that the user schedules."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

from ..catalogue import catalogue
from ..checking import RANDOM
from ..context import Context, sampled
from ..messages import Answer
from ..serving import handles, shown

WHERE = "/onlineMeetings/myOnlineMeetings"


@handles("myOnlineMeetings", "POST")
def create(context: Context) -> Answer:
    """A new meeting, with the settings that were given."""
    path = context.href(f"{WHERE}/{next(context.application.numbers)}")
    page = catalogue().of("myOnlineMeeting")
    body = sampled(context.application, page.samples["GET"], path)
    key = uuid4().hex[:8].upper()
    body.update(
        {"onlineMeetingId": key, "joinUrl": f"https://meet.contoso.com/{context.user.name.partition('@')[0]}/{key}"}
    )
    body.update(
        {
            "organizerUri": context.user.uri,
            "onlineMeetingUri": f"{context.user.uri};gruu;opaque=app:conf:focus:id:{key}",
        }
    )
    body.update(context.arguments)
    body[str(uuid5(NAMESPACE_URL, path))] = RANDOM
    context.application.bodies[path] = body
    context.page = page
    answer = shown(context, body, 201)
    answer.headers["location"] = path
    return answer


@handles("myOnlineMeetings", "GET")
def meetings(context: Context) -> Answer:
    """All meetings of the application."""
    found = _found(context)
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": "myOnlineMeetings", "_links": links, "_embedded": {"myOnlineMeeting": found}})


def _found(context: Context) -> list[dict[str, Any]]:
    start = f"{context.href(WHERE)}/"
    return [
        body
        for path, body in context.application.bodies.items()
        if path.startswith(start) and "/" not in path[len(start) :]
    ]
