"""A server that is out of reach: names, connections, TLS, captive portals, proxies, and redirects to other domains."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import httpx2
import trustme
from tests.doctor import servers
from tests.doctor.servers import Deviation, examined, of
from tests.protocol.hosts import Listener

from ucwa2.doctor import advice
from ucwa2.doctor.reach import _LOOKUPS

PORTAL = b"<!DOCTYPE html><html><head><title>Hotel network</title></head><body>Room number?</body></html>"


@contextmanager
def over_tls(*hosts, **dates):
    """A sandbox over https whose certificate is for these hosts; gives its address, and a context that trusts it."""
    authority = trustme.CA()
    issued = authority.issue_cert(*hosts, **dates)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with (
        issued.private_key_and_cert_chain_pem.tempfile() as path,
        servers.sandbox(ssl_certfile=path, ssl_keyfile=path) as found,
    ):
        yield found.url.replace("127.0.0.1", "localhost"), context


def test_tls_is_told_with_its_chain_and_its_end():
    with over_tls("localhost", not_after=datetime.now(UTC) + timedelta(days=100, hours=1)) as (url, context):
        found = examined(f"{url}/", client={"verify": context}, max_requests=20)

    assert [step.came for step in found.report.steps if step.step == "tls"] == [
        "TLSv1.3, a chain of 1; the certificate expires in 100 days"
    ]
    assert found.report.code == 0


def test_certificate_that_expires_soon_is_named():
    with over_tls("localhost", not_after=datetime.now(UTC) + timedelta(days=9, hours=1)) as (url, context):
        found = examined(f"{url}/", client={"verify": context}, max_requests=20)

    found.named("tls", "it expires in 9 days", advice.EXPIRES)
    assert found.report.code == 1


def test_expired_certificate_is_named():
    past = datetime.now(UTC) - timedelta(days=3, hours=1)
    with over_tls("localhost", not_before=past - timedelta(days=30), not_after=past) as (url, context):
        found = examined(f"{url}/", client={"verify": context})

    found.named("tls", "expected a certificate that has not expired", "expired 3 days ago", advice.EXPIRED)
    assert found.report.code == 3


def test_certificate_of_another_host_is_named():
    with over_tls("pool.contoso.com", "meet.contoso.com") as (url, context):
        found = examined(f"{url}/", client={"verify": context})

    found.named(
        "tls", "expected a certificate for this host; came a certificate for pool.contoso.com, meet.contoso.com"
    )
    assert found.report.code == 3


def test_certificate_of_an_unknown_authority_is_named():
    with over_tls("localhost") as (url, _):
        found = examined(f"{url}/")

    found.named("tls", "expected a certificate of a known authority; came a chain that ends at an unknown authority")
    assert found.report.code == 3


def test_certificate_that_is_signed_by_itself_is_named(tmp_path):
    pem, key = self_signed(tmp_path)
    with servers.sandbox(ssl_certfile=pem, ssl_keyfile=key) as running:
        found = examined(f"{running.url.replace('127.0.0.1', 'localhost')}/")

    found.named("tls", "came a certificate that is signed by itself", advice.SELF_SIGNED)


def self_signed(folder):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")]),
    )
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 7, now, now + timedelta(days=90))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False).sign(
        key, hashes.SHA256()
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (folder / "own.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return str(folder / "own.pem"), str(folder / "key.pem")


def test_server_without_tls_is_named(sandbox):
    found = examined(f"{sandbox.url.replace('http:', 'https:')}/")

    found.named("tls", "expected TLS; came a handshake that failed", advice.TLS)
    assert found.report.code == 3


def test_name_that_is_not_found_is_named():
    found = examined("https://pool.invalid/")

    found.named("names", "https://pool.invalid", "the name was not found", advice.LOOK_UP)
    assert found.report.code == 3


def test_name_server_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(_LOOKUPS, "_begun", lambda host, port: type("Pending", (), {"done": threading.Event()})())
    monkeypatch.setattr("ucwa2.doctor.reach.LIMIT", 0.2)

    found = examined("https://pool.contoso.com/")

    found.named("names", "no answer within 0.2 s")


def test_domain_without_discovery_is_named():
    found = examined("contoso.invalid")

    assert [line.partition(":")[0] for line in found.findings()] == ["names", "names", "names"]
    found.named("https://lyncdiscover.contoso.invalid", "the name was not found")
    found.named("a host that answers")
    assert found.report.code == 3


def test_refused_connection_is_named():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    found = examined(f"http://127.0.0.1:{port}/")

    found.named("names", "the connection was refused", advice.CONNECT)
    assert found.report.code == 3


def test_captive_portal_is_named():
    with Listener(lambda method, target: (200, {"Content-Type": "text/html"}, PORTAL)) as portal:
        found = examined(f"{portal.url}/")

    found.named("discovery", "expected an answer of the API; came a web page with status 200", advice.PORTAL)
    assert "Hotel" not in found.texts[0]
    assert found.report.code == 3


def test_another_service_is_named():
    with Listener(lambda method, target: (200, {"Content-Type": "application/json"}, b'{"canary": "canary"}')) as other:
        found = examined(f"{other.url}/")

    found.named("discovery", "expected the API; came no usable answer")
    assert found.report.code == 3
    found.check_secrets()


@contextmanager
def proxy(status: int, target: tuple[str, int] | None = None, refused: str = "nowhere"):
    """A proxy that answers CONNECT with a status; with 200 it connects to the target. A ``refused`` host gets 502."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        heard: list[str] = []

        def serve():
            with suppress(OSError):
                while True:
                    line, _ = server.accept()
                    threading.Thread(target=talk, args=(line,), daemon=True).start()

        def talk(line):
            with suppress(OSError), line:
                heard.append(line.recv(65536).decode())
                said = 502 if refused in heard[-1] else status
                line.sendall(f"HTTP/1.1 {said} Said\r\nContent-Length: 0\r\n\r\n".encode())
                if target is None or said != 200:
                    return
                with socket.create_connection(target) as there:
                    back = threading.Thread(target=pump, args=(there, line), daemon=True)
                    back.start()
                    pump(line, there)
                    back.join()

        def pump(one, other):
            with suppress(OSError):
                while part := one.recv(65536):
                    other.sendall(part)
                other.shutdown(socket.SHUT_WR)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        server.shutdown(socket.SHUT_RDWR)


def test_proxy_that_wants_credentials_is_named(monkeypatch):
    with proxy(407) as (address, heard):
        monkeypatch.setenv("HTTPS_PROXY", address)
        found = examined("https://pool.contoso.com/")

    assert heard
    found.named("a connection through the proxy 127.0.0.1", "came status 407", advice.PROXY)
    assert found.report.code == 3


def test_proxy_for_plain_http_that_wants_credentials_is_named(monkeypatch):
    with proxy(407) as (address, _):
        monkeypatch.setenv("HTTP_PROXY", address)
        found = examined("http://pool.contoso.com/")

    found.named("discovery", "came status 407", advice.PROXY)


def test_proxy_that_is_gone_is_named(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://ann:canary@127.0.0.1:{port}")

    found = examined("https://pool.contoso.com/")

    found.named(f"proxy 127.0.0.1:{port}", "the connection was refused")
    found.check_secrets()


def test_server_behind_a_proxy_is_healthy(monkeypatch):
    with over_tls("pool.contoso.com") as (url, context):
        port = int(url.rpartition(":")[2])
        with proxy(200, ("127.0.0.1", port)) as (address, heard):
            monkeypatch.setenv("HTTPS_PROXY", address)
            found = examined("https://pool.contoso.com/", client={"verify": context}, max_requests=20)

    assert found.report.code == 0, found.findings()
    assert all(line.startswith("CONNECT pool.contoso.com:443 ") for line in heard)
    assert "is reached through the proxy" in found.texts[2]


def leads(link: str, rel: str = "redirect"):
    body = json.dumps({"_links": {rel: {"href": link}}}).encode()
    return Listener(lambda method, target: (200, {"Content-Type": "application/json"}, body))


def test_discovery_that_leads_to_another_domain_is_named():
    with leads("https://webdir.lync.example/") as first:
        found = examined(f"{first.url}/")

    found.named(
        "discovery", "expected a link within the domain; came a link to https://webdir.lync.example", advice.LEAVES
    )
    assert found.report.code == 1


def test_discovery_that_leads_to_http_is_named(sandbox):
    change = of("/", lambda body: body.update(_links={"user": {"href": "http://contoso.example/user"}}))
    with Deviation(sandbox.url, change).serving() as url:
        found = examined(url, other_domains=True)

    found.named("discovery", "expected a link by https; came a link to http://contoso.example", advice.UNPROTECTED)


def test_discovery_in_circles_is_named():
    with Listener() as circle:
        circle.reply = lambda method, target: (302, {"Location": f"{circle.url}/"}, b"")
        found = examined(f"{circle.url}/")

    assert found.report.code == 3
    assert found.findings()


def test_redirects_of_discovery_are_steps(sandbox):
    with Listener(lambda method, target: (302, {"Location": f"{sandbox.url}/"}, b"")) as first:
        found = examined(f"{first.url}/", max_requests=20)

    assert f"a redirect to {sandbox.url}" in found.texts[0] + found.texts[2].replace("\\", "")
    assert found.report.code == 0, found.findings()


def test_link_without_tls_in_an_answer_by_tls_is_named():
    row = {"kind": "link", "rel": "phones", "link": "http://contoso.example/phones", "times": None}
    with over_tls("localhost") as (url, context):
        httpx2.post(f"{url}/sandbox/faults", json=row, verify=context).raise_for_status()
        found = examined(f"{url}/", client={"verify": context}, max_requests=30)

    found.named("differences", "me.phones", "expected a link by https; came a link by http")


def test_proxy_that_answers_byte_by_byte_is_waited_for_five_seconds(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            with suppress(OSError):
                line, _ = server.accept()
                with line:
                    line.recv(65536)
                    for _ in range(60):
                        line.sendall(b"H")
                        time.sleep(0.25)

        threading.Thread(target=drip, daemon=True).start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.getsockname()[1]}")
        began = time.monotonic()

        found = examined("https://pool.contoso.com/")

    assert time.monotonic() - began < 9
    found.named("a connection through the proxy 127.0.0.1", "no answer of a proxy")


def test_finding_of_discovery_says_what_came_last():
    with Listener() as circle:
        circle.reply = lambda method, target: (302, {"Location": f"{circle.url}/login?canary"}, b"")
        found = examined(f"{circle.url}/")

    found.named("discovery", f"came redirects, the last of them to {circle.url}", advice.NOT_IT)
    found.check_secrets()

    basic = {"WWW-Authenticate": 'Basic realm="canary"'}
    with Listener(lambda method, target: (401, basic, b"")) as other:
        found = examined(f"{other.url}/")

    found.named("discovery", "came status 401; schemes Basic", advice.NOT_IT)
    found.check_secrets()
