"""Clients with the same TLS settings share one context; any other setting gives another one."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import anyio
import pytest
import trustme

from ucwa2 import AsyncClient, Client, Policy
from ucwa2.errors import Error
from ucwa2.resources.me import MeLink

QUICK = Policy(timeout=5, attempts=1)
ANSWER = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Authority:
    """A server on loopback, and the certificate of its authority in a file."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "authority.pem"
        self.protocols: list[str | None] = []
        """What each connection has agreed on."""
        self.renew()

    def renew(self) -> None:
        """Replace the authority and the certificate of the server."""
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.file))
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.set_alpn_protocols(["h2", "http/1.1"])
        authority.issue_cert("localhost").configure_cert(self.context)

    @contextmanager
    def serving(self) -> Iterator[str]:
        with socket.create_server(("127.0.0.1", 0)) as server:

            def serve() -> None:
                with suppress(OSError):
                    while True:
                        self._answer(server.accept()[0])

            threading.Thread(target=serve, daemon=True).start()
            yield f"https://localhost:{server.getsockname()[1]}"
            server.shutdown(socket.SHUT_RDWR)

    def _answer(self, accepted: socket.socket) -> None:
        with suppress(OSError), self.context.wrap_socket(accepted, server_side=True) as connection:
            self.protocols.append(connection.selected_alpn_protocol())
            connection.recv(65536)
            connection.sendall(ANSWER)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    found = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(found.file))
    return found


def asked(url: str, **options: Any) -> tuple[str, ssl.SSLContext]:
    """The error of a call through the blocking client, and the context of its connections."""
    client = Client(url, policy=QUICK, **options)
    with pytest.raises(Error) as raised:
        client.send(MeLink(f"{url}/me").get())
    context: ssl.SSLContext = client._driver._transport._http._transport._pool._ssl_context
    client.close()
    return str(raised.value), context


def asked_async(url: str, **options: Any) -> tuple[str, ssl.SSLContext]:
    async def ask() -> tuple[str, ssl.SSLContext]:
        client = AsyncClient(url, policy=QUICK, **options)
        with pytest.raises(Error) as raised:
            await client.send(MeLink(f"{url}/me").get())
        context: ssl.SSLContext = client._driver._transport._http._transport._pool._ssl_context
        await client.close()
        return str(raised.value), context

    return anyio.run(ask)


@pytest.mark.parametrize("ask", [asked, asked_async])
def test_clients_with_the_same_settings_share_one_context(authority: Authority, ask: Callable[..., Any]) -> None:
    with authority.serving() as url:
        (said, one), (_, other) = ask(url), ask(url, verify=True)

    assert "404" in said
    assert one is other
    assert one.verify_mode == ssl.CERT_REQUIRED
    assert one.check_hostname


@pytest.mark.parametrize("ask", [asked, asked_async])
def test_other_settings_have_another_context(authority: Authority, ask: Callable[..., Any]) -> None:
    own = ssl.create_default_context(cafile=authority.file)
    with authority.serving() as url:
        found = [ask(url), ask(url, verify=False), ask(url, trust_env=False), ask(url, verify=own)]

    assert len({id(context) for _, context in found}) == 4
    assert ["404" in said for said, _ in found] == [True, True, False, True]
    assert found[1][1].verify_mode == ssl.CERT_NONE
    assert found[3][1] is own


def test_each_client_offers_its_own_protocols(authority: Authority) -> None:
    with authority.serving() as url:
        for http2 in (False, True, False, True):
            asked_async(url, http2=http2)

    assert authority.protocols == ["http/1.1", "h2", "http/1.1", "h2"]


@pytest.mark.parametrize("ask", [asked, asked_async])
def test_a_changed_file_of_certificates_counts_for_the_next_client(
    authority: Authority, ask: Callable[..., Any]
) -> None:
    with authority.serving() as url:
        assert "404" in ask(url)[0]
        authority.renew()
        assert "404" in ask(url)[0]


def test_many_threads_connect_with_one_context(authority: Authority) -> None:
    with authority.serving() as url:
        said: list[str] = []
        threads = [threading.Thread(target=lambda: said.append(asked(url)[0])) for _ in range(30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)

    assert ["404" in one for one in said] == [True] * 30
