"""What a server repeats of secrets, and all that people see of an error."""

from __future__ import annotations

import base64
import html
import json
import pickle
import re
import traceback
from urllib.parse import quote, quote_plus, unquote

import pytest
from tests.protocol.hosts import Listener

from ucwa2 import TokenGrant
from ucwa2.errors import UcwaError

TOKEN = "cwt=c4n4ry/of+her-own=="
BARE = "c4n4ry/of+her-own=="
FORM = {"Content-Type": "application/json"}
LINKS = json.dumps({"_links": {"user": {"href": "/user"}}}).encode()


def basic(before: str, after: str = "") -> str:
    return base64.b64encode(f"{before}{TOKEN}{after}".encode()).decode()


FORMS = {
    "plain": TOKEN,
    "value alone": BARE,
    "percent": quote(TOKEN, safe=""),
    "percent, small": quote(TOKEN, safe="").lower().replace("c4n4ry", "c4n4ry"),
    "percent twice": quote(quote(TOKEN, safe=""), safe=""),
    "every letter": "".join(f"%{ord(sign):02X}" for sign in TOKEN),
    "form": quote_plus(TOKEN),
    "base64": basic(""),
    "base64 after one": basic("a"),
    "base64 after two": basic("ab", "xyz"),
    "json": json.dumps(TOKEN).strip('"').replace("/", "\\/").replace("+", "\\u002B"),
    "json in json": json.dumps(json.dumps(TOKEN).replace("/", "\\/")).strip('"'),
    "html": "".join(f"&#x{ord(sign):x};" if sign in "/+=" else sign for sign in TOKEN),
    "html, decimal": "".join(f"&#{ord(sign)};" for sign in TOKEN),
    "cut at the end": TOKEN[:16],
    "base64 for addresses": base64.urlsafe_b64encode(f"x:{TOKEN}?".encode()).decode(),
}


def readable(text: str) -> str:
    """The text with each encoded part decoded too, as a reader of a log could do."""
    found = [text, unquote(text), unquote(unquote(text)), html.unescape(text)]
    found += [piece.replace("\\/", "/") for piece in found]
    for part in re.findall(r"[A-Za-z0-9+/_-]{12,}={0,2}", " ".join(found)):
        for cut in range(4):
            piece = part[cut:].rstrip("=").replace("-", "+").replace("_", "/")
            found.append(base64.b64decode(piece[: len(piece) // 4 * 4]).decode("latin-1"))
    return " ".join(found)


def everything(error: BaseException) -> str:
    """All that people see of an error: its texts, its attributes, its pickle, and its traceback with causes."""
    found = ["".join(traceback.format_exception(error)), pickle.dumps(error).decode("latin-1")]
    for name in ("message", "debug_info", "parameters", "body", "href", "diagnostics", "challenges"):
        value = getattr(error, name, "")
        found += [str(value), repr(value), str(dict(value)) if name in ("debug_info", "parameters") else ""]
    response = getattr(error, "response", None)
    found += [] if response is None else [str(dict(response.headers)), repr(response.content), str(response.url)]
    return readable("\n".join([str(error), repr(error), *found]))


async def refusal(way, answer, grant=None):
    """The error for an answer at the user resource."""
    with Listener() as server:
        server.reply = lambda method, target: (200, FORM, LINKS) if target == "/" else answer
        with pytest.raises(UcwaError) as raised:
            async with way.client(f"{server.url}/", grant or TokenGrant(TOKEN)):
                pass
    return raised.value
