"""A blocking client: signed in, with an application, and clients of other users beside it."""

from __future__ import annotations

import pytest

from ucwa2 import Client, PasswordGrant
from ucwa2.sandbox import SandboxUser


def test_client_has_an_application(ucwa_client):
    assert ucwa_client.application.embedded.me.name == "Ann Adams"


def test_program_signs_in_by_itself(ucwa_sandbox):
    user = ucwa_sandbox.user("bob@contoso.com")
    with Client(ucwa_sandbox.url, PasswordGrant(user.name, user.password)) as client:
        assert client.create_application(culture="en-US", user_agent="Own/1.0").embedded.me.name == "Bob Berg"
    assert [request.method for request in ucwa_sandbox.requests] == ["GET", "GET", "POST", "GET", "POST"]


def test_clients_of_two_users(ucwa_sandbox, ucwa_client):
    with ucwa_sandbox.client("bob@contoso.com", format="xml") as bob:
        application = bob.create_application(culture="en-US", user_agent="Own/1.0")
    assert application.embedded.me.name == "Bob Berg"
    assert "xml" in ucwa_sandbox.requests[-1].headers["content-type"]
    assert "json" in ucwa_sandbox.requests[0].headers["accept"]


def test_a_user_stands_for_its_name(ucwa_sandbox, ucwa_client):
    bob = ucwa_sandbox.user("bob@contoso.com")
    with ucwa_sandbox.client(bob) as client:
        assert client.create_application(culture="en-US", user_agent="Own/1.0").embedded.me.name == "Bob Berg"
    assert ucwa_sandbox.grant(bob) == ucwa_sandbox.grant("bob@contoso.com")
    assert "Bob Berg" in ucwa_sandbox.act(bob, "set_presence", availability="Busy")
    assert ucwa_sandbox.raise_event("updated", "me", "~/me", sender="~/me", user=ucwa_sandbox.users[0]) == 1


def test_event_without_an_application_is_in_no_channel(ucwa_sandbox):
    assert ucwa_sandbox.raise_event("updated", "me", "~/me", sender="~/me") == 0


@pytest.mark.parametrize("form", ["ann@contoso.com", "SIP:Ann@contoso.com", SandboxUser("ann@contoso.com")])
def test_person_of_an_action_is_a_name_an_address_or_a_user(ucwa_sandbox, form):
    assert ucwa_sandbox.act("sip:bob@contoso.com", "call", to=form) == "Bob Berg calls Ann Adams."


@pytest.mark.ucwa(users=[SandboxUser("eve@example.com"), SandboxUser("max@example.com", token="max-token")])
def test_user_without_a_password_has_the_usual_one(ucwa_sandbox, ucwa_client):
    assert [user.password for user in ucwa_sandbox.users] == ["secret", ""]


@pytest.mark.ucwa(users=["eve@example.com", {"name": "max@example.com", "password": "word", "display": "Max Marsh"}])
def test_users_of_a_marker(ucwa_sandbox, ucwa_client):
    assert [(user.name, user.password) for user in ucwa_sandbox.users] == [
        ("eve@example.com", "secret"),
        ("max@example.com", "word"),
    ]
    assert ucwa_client.application.embedded.me.email_addresses == ("eve@example.com",)
    with ucwa_sandbox.client("max@example.com") as max_:
        assert max_.create_application(culture="de-DE", user_agent="a").embedded.me.name == "Max Marsh"


@pytest.mark.ucwa(channel_timeout=7.0, most_applications=1)
class TestMarkersOfAClass:
    def test_apply(self, ucwa_sandbox):
        assert (ucwa_sandbox.settings.channel_timeout, ucwa_sandbox.settings.most_applications) == (7.0, 1)

    @pytest.mark.ucwa(most_applications=2)
    def test_give_way_to_those_of_the_test(self, ucwa_sandbox):
        assert (ucwa_sandbox.settings.channel_timeout, ucwa_sandbox.settings.most_applications) == (7.0, 2)


class TestFixturesOfTheUser:
    @pytest.fixture
    def ucwa_users(self):
        return [SandboxUser("carl@example.com", "word", "Carl Cole")]

    @pytest.fixture
    def ucwa_settings(self):
        return {"batch_limit": 3, "most_applications": 4}

    @pytest.fixture
    def ucwa_client_options(self):
        return {"format": "xml"}

    @pytest.fixture
    def ucwa_application(self):
        return {"culture": "fr-FR", "user_agent": "Mine/2.0"}

    @pytest.mark.ucwa(most_applications=5)
    def test_take_the_place_of_the_defaults(self, ucwa_sandbox, ucwa_client):
        assert (ucwa_sandbox.settings.batch_limit, ucwa_sandbox.settings.most_applications) == (3, 5)
        application = ucwa_client.application
        assert (application.embedded.me.name, application.user_agent) == ("Carl Cole", "Mine/2.0")
        assert application.culture == "fr-FR"
        assert "xml" in ucwa_sandbox.requests[0].headers["accept"]


class TestNoApplication:
    @pytest.fixture
    def ucwa_application(self):
        return None

    def test_is_created_when_the_fixture_says_so(self, ucwa_sandbox, ucwa_client):
        assert ucwa_sandbox.backend.applications == {}


class TestOwnGrant:
    @pytest.fixture
    def ucwa_grant(self):
        return lambda user: PasswordGrant("bob@contoso.com", "secret")

    def test_signs_in(self, ucwa_client):
        assert ucwa_client.application.embedded.me.name == "Bob Berg"
