"""Chains are values: made without a network, compared, printed, pickled, and read step by step."""

from __future__ import annotations

import copy
import pickle

import pytest

from ucwa2 import Chain
from ucwa2.errors import InvalidArgument, LinkNotAvailable
from ucwa2.resources.application import Application
from ucwa2.resources.group import Group
from ucwa2.resources.me import Me
from ucwa2.resources.message import Message
from ucwa2.resources.messaging import Messaging

BASE = "https://fe1.contoso.com/ucwa/v1/applications/192"
MESSAGE = Message.from_json(b'{"_links": {"messaging": {"href": "messaging"}}}', base=f"{BASE}/messages/1")
MESSAGING = Messaging.from_json(b'{"_links": {"sendMessage": {"href": "send?x=1"}}}', base="https://fe2.contoso.com/m/")


def reply(text: str = "Hello") -> Chain:
    return MESSAGE.reply(text, operation_id="op")


def test_chain_reads_then_calls_the_address_that_the_state_has():
    chain = reply()
    call = chain.next(MESSAGING)

    assert (chain.first.method, chain.first.url) == ("GET", f"{BASE}/messages/messaging")
    assert (call.method, call.url) == ("POST", "https://fe2.contoso.com/m/send?x=1&operationId=op")
    assert call.request().content == b"Hello"
    assert call == MESSAGING.send("Hello", operation_id="op")


def test_chain_is_a_value():
    assert reply() == reply()
    assert hash(reply()) == hash(reply())
    assert reply() != reply("Bye")
    assert reply() != reply().first
    assert len({reply(), reply(), reply("Bye")}) == 2
    assert pickle.loads(pickle.dumps(reply())) == reply()
    assert copy.copy(reply()) == copy.deepcopy(reply()) == reply()
    with pytest.raises(AttributeError, match="does not change"):
        reply().last = reply().first
    with pytest.raises(AttributeError, match="does not change"):
        del reply().first


def test_chain_shows_both_calls_and_the_rel_of_the_one_that_is_not_known_yet():
    said = reply().preview()

    assert said.startswith("GET /ucwa/v1/applications/192/messages/messaging HTTP/1.1\n")
    assert "\nPOST {sendMessage}?operationId=op HTTP/1.1\n" in said
    assert repr(reply()) == f"<Chain {reply().first!r} then sendMessage: POST>"
    assert reply().operation_id == "op"


def test_state_without_the_link_is_the_usual_error():
    with pytest.raises(LinkNotAvailable, match="`messaging` has no link `sendMessage` now"):
        reply().next(Messaging.from_json(b"{}"))
    with pytest.raises(LinkNotAvailable):
        reply().next(None)
    with pytest.raises(LinkNotAvailable, match="`message` has no link `messaging` now"):
        Message.from_json(b"{}").reply("Hello")


def test_wrong_arguments_are_refused_when_the_chain_is_made():
    with pytest.raises(InvalidArgument, match="`content_type` is `text/rtf`"):
        MESSAGE.reply("Hello", content_type="text/rtf")
    with pytest.raises(TypeError, match="operation"):
        MESSAGE.reply("Hello", operation="op")


def test_chain_goes_through_embedded_resources():
    app = Application.from_json(b'{"_embedded": {"me": {"_links": {"self": {"href": "/me"}}}}}', base=BASE)
    call = app.set_note("Gone").next(Me.from_json(b'{"_links": {"note": {"href": "/me/note"}}}', base=BASE))

    assert (call.url, call.request().content) == ("https://fe1.contoso.com/me/note", b'{"message":"Gone"}')


def test_parameter_that_the_state_cannot_fill_is_an_invalid_argument():
    group = Group.from_json(b'{"_links": {"subscribeToGroupPresence": {"href": "/watch"}}}')

    with pytest.raises(InvalidArgument, match="`groupId` is required, and the state has no `id` to fill it") as raised:
        group.watch_presence()
    assert raised.value.parameter == "groupId"
