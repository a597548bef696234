"""A client that runs for long keeps nothing of the tokens and errors of the past."""

from __future__ import annotations

import tracemalloc
from typing import Any

from tests.client.playing import Play, json

from ucwa2 import Link, PasswordGrant, Request, Response
from ucwa2._runtime.client.flows.recovery import send
from ucwa2.errors import ApiError

POOL = "https://pool.contoso.com"
CALL = Link(f"{POOL}/me").call("GET")
LIFE = 100


def pool() -> Any:
    """A server that issues a new token for each request, and answers with 404."""
    number = 0

    def answer(request: Request) -> Response:
        nonlocal number
        if request.url.endswith("/token"):
            number += 1
            return json(f'{{"access_token": "cwt={number:064}", "expires_in": {LIFE}}}')
        if "Authorization" not in request.headers:
            return Response(401, {"WWW-Authenticate": f'MsRtcOAuth href="{POOL}/token",grant_type="password"'})
        return json('{"code": "NotFound"}', 404)

    return answer


def test_errors_under_ever_new_tokens_leave_nothing_behind() -> None:
    play = Play(pool())
    core = play.core(grant=PasswordGrant("ann@contoso.com", "secret"), trusted=[POOL])

    def fail(times: int) -> None:
        for _ in range(times):
            play.now += LIFE
            try:
                play.run(send(core, CALL))
            except ApiError as fault:
                core.hide(fault)

    fail(30)  # the last sixteen tokens are kept
    tracemalloc.start()
    try:
        fail(5)
        before, _ = tracemalloc.get_traced_memory()
        fail(60)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert after - before < 200_000
