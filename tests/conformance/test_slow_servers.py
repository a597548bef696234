"""A server that sends byte by byte, or connects slowly, does not pass the limits of a request and of the run."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from threading import Event, Thread

import pytest

from ucwa2.conformance.__main__ import INTERRUPTED, main
from ucwa2.conformance.sending import OutOfTime, RawRequest, Sender

HEADERS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
STARTS = {"in the status line": b"", "in the headers": b"HTTP/1.1 200 OK\r\nX-Long: ", "in the body": HEADERS}


class Dripping:
    """Sends the start of an answer at once, and then a letter at a time."""

    def __init__(self, start: bytes) -> None:
        self.start, self.heard, self.over = start, list[bytes](), Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def serve(self) -> None:
        """Answer until the test is over."""
        while not self.over.is_set():
            with suppress(OSError):
                line, _ = self.socket.accept()
                Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            self.heard.append(line.recv(65536))
            line.sendall(self.start)
            while not self.over.wait(0.05):
                line.sendall(b"a")


@contextmanager
def dripping(start: bytes) -> Iterator[Dripping]:
    server = Dripping(start)
    Thread(target=server.serve, daemon=True).start()
    yield server
    server.over.set()
    with suppress(OSError):
        server.socket.shutdown(socket.SHUT_RDWR)
    server.socket.close()


def lasting(began: float) -> float:
    return time.monotonic() - began


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_limit_of_an_answer_holds_for_the_whole_of_it(start: bytes) -> None:
    with dripping(start) as server:
        began = time.monotonic()

        assert Sender(server.url, timeout=0.4).send(RawRequest("GET", f"{server.url}/", ())) is None
        assert lasting(began) < 3


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_limit_of_the_run_holds_during_an_answer(start: bytes) -> None:
    with dripping(start) as server:
        began = time.monotonic()
        sender = Sender(server.url, timeout=30, until=began + 0.4)

        with pytest.raises(OutOfTime):
            sender.send(RawRequest("GET", f"{server.url}/", ()))
        assert lasting(began) < 3


def test_request_whose_time_is_over_is_not_sent_later(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, connected = HTTPConnection.connect, Event()

    def slowly(connection: HTTPConnection) -> None:
        time.sleep(0.5)
        connect(connection)
        connected.set()

    monkeypatch.setattr(HTTPConnection, "connect", slowly)
    with dripping(HEADERS) as server:
        began = time.monotonic()
        assert Sender(server.url, timeout=0.1).send(RawRequest("POST", f"{server.url}/", (), b"{}")) is None
        assert lasting(began) < 0.4
        assert connected.wait(5)
        time.sleep(0.2)
        assert [one for one in server.heard if one] == []


def test_limit_of_the_run_holds_while_a_user_signs_in(capsys: pytest.CaptureFixture[str]) -> None:
    with dripping(HEADERS) as server:
        began = time.monotonic()
        code = main([f"{server.url}/", "--max-time", "1", "--timeout", "30", "--grant", "token", "--with", "token=x"])

        assert lasting(began) < 10
    assert code == INTERRUPTED
    assert "1 seconds were over: see what was left out" in capsys.readouterr().err
