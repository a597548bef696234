"""Options that cannot be, each with the words that say so."""

from __future__ import annotations

import pytest


@pytest.mark.ucwa(batch_limits=3)
def test_unknown_setting(ucwa_sandbox):
    pass


@pytest.mark.ucwa(batch_limit=0)
def test_wrong_value(ucwa_sandbox):
    pass


@pytest.mark.ucwa(["ann@contoso.com"])
def test_option_without_a_name(ucwa_sandbox):
    pass


@pytest.mark.ucwa(users=["ann@contoso.com", "ANN@contoso.com"])
def test_user_twice(ucwa_sandbox):
    pass


@pytest.mark.ucwa(users=[{"nam": "ann@contoso.com"}])
def test_user_of_unknown_field(ucwa_sandbox):
    pass


@pytest.mark.ucwa(faults=[{"kind": "earthquake"}])
def test_unknown_fault(ucwa_sandbox):
    pass


@pytest.mark.ucwa(users="zoe@contoso.com")
def test_text_for_users(ucwa_sandbox):
    pass


@pytest.mark.ucwa(faults={"status": 503})
def test_object_for_faults(ucwa_sandbox):
    pass


def test_fault_without_a_kind(ucwa_faults):
    ucwa_faults.add(path="/me$")


def test_unknown_user(ucwa_sandbox):
    ucwa_sandbox.client("zoe@contoso.com")


def test_unknown_action(ucwa_sandbox):
    ucwa_sandbox.act("ann@contoso.com", "dance")


def test_event_of_no_type(ucwa_sandbox):
    ucwa_sandbox.raise_event("changed", "note", "~/me/note", sender="~/me")


def test_event_without_a_known_rel(ucwa_sandbox):
    ucwa_sandbox.raise_event("added", "mesage", "~/message", sender="~/me")


def test_event_with_a_resource_that_is_no_object(ucwa_sandbox):
    ucwa_sandbox.raise_event("added", "message", "~/message", sender="~/me", embedded={"message": "Hello"})


def test_action_with_a_wrong_value(ucwa_sandbox):
    ucwa_sandbox.act("ann@contoso.com", "set_presence", availability="Asleep")


def test_message_to_a_client_that_is_not_available(ucwa_sandbox, ucwa_client):
    ucwa_sandbox.act("bob@contoso.com", "send_message", to="ann@contoso.com")


def test_action_with_a_value_that_is_no_text(ucwa_sandbox):
    ucwa_sandbox.act("bob@contoso.com", "send_message", to="ann@contoso.com", text=5)


def test_event_at_an_address_that_is_no_text(ucwa_sandbox):
    ucwa_sandbox.raise_event("updated", "note", 5, sender="~/me")


@pytest.mark.ucwa(users=[5])
def test_number_for_a_user(ucwa_sandbox):
    pass


@pytest.mark.ucwa(faults=5)
def test_number_for_faults(ucwa_sandbox):
    pass


@pytest.mark.ucwa(users=5)
def test_number_for_users(ucwa_sandbox):
    pass


def test_asynchronous_client_in_a_blocking_test(async_ucwa_client):
    pass
