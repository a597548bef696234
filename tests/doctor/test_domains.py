"""The discovery of a domain: its internal host is often out of reach, and one host is enough."""

from __future__ import annotations

import ssl

import pytest
import trustme
from tests.doctor import servers
from tests.doctor.servers import examined
from tests.doctor.test_reaching import proxy

from ucwa2.doctor import advice

HOSTS = ("lyncdiscoverinternal.contoso.com", "lyncdiscover.contoso.com")


@pytest.fixture
def network(monkeypatch):
    """A proxy behind which the external host of a domain is a sandbox, and the internal one does not exist."""
    authority = trustme.CA()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    issued = authority.issue_cert(*HOSTS).private_key_and_cert_chain_pem
    with issued.tempfile() as path, servers.sandbox(ssl_certfile=path, ssl_keyfile=path) as sandbox:
        place = "127.0.0.1", int(sandbox.url.rpartition(":")[2])
        with proxy(200, place, refused=HOSTS[0]) as (address, _):
            monkeypatch.setenv("HTTPS_PROXY", address)
            yield context


def test_domain_is_healthy_where_one_of_its_hosts_answers(network):
    found = examined("contoso.com", client={"verify": network}, max_requests=30)

    assert found.report.code == 0, found.findings()
    assert f"https://{HOSTS[1]}" in found.report.places
    assert [step.about for step in found.report.steps if step.step == "tls"] == [f"https://{HOSTS[1]}"]
    found.named(f"https://{HOSTS[0]}", "a connection through the proxy", "came status 502", advice.NO_PROXY)
