"""The control address ``/sandbox``, for this machine only: faults to come, what happened, how the sandbox behaves."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from .messages import Answer, Asked, Refused, plain
from .world import Settings, World

PATH = "/sandbox"
_HERE = ("127.0.0.1", "::1", "localhost", "testclient", "")


def answer(world: World, asked: Asked, client: str) -> Answer:
    """Faults, settings, the log, and the clock."""
    if client not in _HERE:
        raise Refused(403, "Forbidden", message="only this machine may control the sandbox")
    what = asked.path.removeprefix(PATH).strip("/")
    if what == "faults":
        return _faults(world, asked)
    if what == "settings":
        return _settings(world, asked)
    if what == "log":
        return _json([{"application": row.id, "answers": row.channel.log} for row in world.applications.values()])
    raise Refused(404, "NotFound", message="there are /sandbox/faults, /sandbox/settings and /sandbox/log")


def _faults(world: World, asked: Asked) -> Answer:
    if asked.method == "DELETE":
        world.faults.faults.clear()
    elif asked.method == "POST":
        said = _said(asked)
        try:
            world.faults.add(said if isinstance(said, list) else [said])
        except (TypeError, ValueError) as fault:
            raise Refused(400, "BadRequest", message=str(fault)) from None
    return _json({"faults": world.faults.shown(), "hits": world.faults.hits})


def _settings(world: World, asked: Asked) -> Answer:
    if asked.method in ("POST", "PUT"):
        said = _said(asked)
        known = {item.name for item in fields(Settings)}
        if not isinstance(said, dict) or not said.keys() <= known:
            raise Refused(400, "BadRequest", message=f"settings are {', '.join(sorted(known))}")
        for name, value in said.items():
            setattr(world.settings, name, value)
    return _json(asdict(world.settings))


def _said(asked: Asked) -> Any:
    try:
        return json.loads(asked.content)
    except ValueError:
        raise Refused(400, "BadRequest", message="the body is no JSON") from None


def _json(value: Any) -> Answer:
    return Answer(content=plain(value), headers={"content-type": "application/json"})
