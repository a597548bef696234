"""Requests go to the server that the user named and to its neighbours, and come back without compression."""

from __future__ import annotations

import gzip
import zlib
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from ucwa2.conformance.sending import CannotAct, OutOfReach, RawRequest, Sender


@pytest.mark.parametrize(
    ("home", "url"),
    [
        ("https://discover.example.com/", "https://other.example.org/"),
        ("https://discover.example.com/", "https://example.com.evil.org/"),
        ("https://discover.example.com/", "http://web.example.com/"),
        ("https://example.com/", "https://other.com/"),
        ("http://127.0.0.1/", "http://10.0.0.1/"),
        ("http://[::1]/", "http://[::2]/"),
    ],
)
def test_nothing_goes_to_another_server(home, url):
    sender = Sender(home)

    with pytest.raises(CannotAct, match="it leads to another server"):
        sender.send(RawRequest("GET", url, (("Authorization", "Bearer secret"),)))
    assert sender.count == 0


@pytest.mark.parametrize("url", ["https://discover.example.invalid:1/", "https://web.example.invalid/"])
def test_neighbour_of_the_server_is_asked(url):
    with pytest.raises(OutOfReach):
        Sender("https://discover.example.invalid/", timeout=5).send(RawRequest("GET", url, ()))


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        """Write nothing."""


@pytest.fixture
def server():
    """A server that answers with the headers of the request, in the coding that its path names."""

    def app(environ, start):
        coding = environ["PATH_INFO"].strip("/")
        body = repr(sorted(environ.items())).encode()
        coded = {"gzip": gzip.compress, "deflate": zlib.compress, "broken": bytes}.get(coding, bytes)(body)
        start("200 OK", [("Content-Encoding", "gzip" if coding == "broken" else coding)] if coding else [])
        return [coded]

    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as made:
        Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_body_comes_without_compression(server, coding):
    found = Sender(server).send(RawRequest("GET", f"{server}/{coding}", (("Accept-Encoding", "gzip"),)))

    assert b"'HTTP_ACCEPT_ENCODING', 'gzip'" in found.body


def test_body_that_is_not_what_it_says(server):
    with pytest.raises(OutOfReach, match="the body is no gzip"):
        Sender(server).send(RawRequest("GET", f"{server}/broken", ()))


def test_host_and_length_are_those_of_the_request(server):
    headers = (("Host", "lyncweb.contoso.com"), ("Content-Length", "999"), ("X-One", "1"))
    found = Sender(server).send(RawRequest("POST", f"{server}/?a=1", headers, b"body"))

    assert f"('HTTP_HOST', '{server.removeprefix('http://')}')".encode() in found.body
    for part in (b"('CONTENT_LENGTH', '4')", b"('HTTP_X_ONE', '1')", b"('QUERY_STRING', 'a=1')"):
        assert part in found.body
