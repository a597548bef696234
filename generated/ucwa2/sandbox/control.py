"""The control address ``/sandbox``, for this machine only: ``faults`` to come and those that hit (GET, POST, DELETE),
``settings`` (GET, POST), and the ``log`` (GET): which events each answer of each application's channel held.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .messages import Answer, Asked, Refused, plain
from .shapes import check, from_json
from .world import Settings, World

PATH = "/sandbox"
_HERE = ("127.0.0.1", "::1", "localhost", "testclient", "")
_METHODS = {"faults": "DELETE, GET, POST", "settings": "GET, POST, PUT", "log": "GET"}


def answer(world: World, asked: Asked, client: str) -> Answer:
    """Faults, settings and the log; raises ``Refused``."""
    if client not in _HERE:
        raise Refused(403, "Forbidden", message="only this machine may control the sandbox")
    what = asked.path.removeprefix(PATH).strip("/")
    if what not in _METHODS:
        raise Refused(404, "NotFound", message=f"there are {', '.join(f'{PATH}/{name}' for name in _METHODS)}")
    if asked.method not in _METHODS[what].split(", "):
        raise Refused(405, "MethodNotAllowed", headers={"allow": _METHODS[what]})
    with world.lock:
        try:
            return _ANSWERS[what](world, asked)
        except (ValueError, RecursionError) as fault:
            raise Refused(400, "BadRequest", message=str(fault)) from None


def _faults(world: World, asked: Asked) -> Answer:
    if asked.method == "DELETE":
        world.faults.faults.clear()
    elif asked.method == "POST":
        said = from_json(asked.content)
        world.faults.add(said if isinstance(said, list) else [said])
    return _json({"faults": world.faults.shown(), "hits": world.faults.hits})


def _settings(world: World, asked: Asked) -> Answer:
    if asked.method != "GET":
        for name, value in check(from_json(asked.content), Settings, "settings").items():
            setattr(world.settings, name, value)
        world.notify()
    return _json(asdict(world.settings))


def _log(world: World, asked: Asked) -> Answer:
    return _json([{"application": row.id, "answers": row.channel.log} for row in world.applications.values()])


def _json(value: Any) -> Answer:
    return Answer(content=plain(value), headers={"content-type": "application/json"})


_ANSWERS = {"faults": _faults, "settings": _settings, "log": _log}
