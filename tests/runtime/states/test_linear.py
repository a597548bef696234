"""What reads a whole message takes steps in proportion to its size: twice the members, twice the steps."""

from __future__ import annotations

import sys
from functools import partial

import pytest
from sample import decode
from sample.errors import DecodeError
from sample.resources.my_contacts import MyContacts

NAMESPACE = "http://schemas.microsoft.com/rtc/2012/03/ucwa"
SIZE = 100

MEMBERS = {
    "resources of one key": lambda at: (
        f'<resource rel="contact" href="/{at}"><property name="name">{at}</property></resource>'
    ),
    "resources of an unknown key": lambda at: '<resource rel="l" href="/x"/>',
    "resources of many keys": lambda at: f'<resource rel="l{at}" href="/x"/>',
    "links of one rel": lambda at: f'<link rel="r" href="/{at}"/>',
    "links of many rels": lambda at: f'<link rel="r{at}" href="/x"/>',
    "faults": lambda at: f'<resource rel="contact"><link rel="a"/><property name="n{at}"/></resource>',
    "unread content": lambda at: f'<resource rel="contact"><property name="n{at}"><b/></property></resource>',
}
OPERATIONS = {
    "validate": lambda one, other: one.validate(),
    "==": lambda one, other: one == other,
    "repr": lambda one, other: (repr(one), repr(one.links), repr(one.embedded)),
    "to_json": lambda one, other: one.to_json(),
    "to_xml": lambda one, other: one.to_xml(),
}


def xml(members: str, size: int) -> str:
    inner = "".join(map(MEMBERS[members], range(size)))
    return f'<resource rel="myContacts" href="/m" xmlns="{NAMESPACE}">{inner}</resource>'


def pair(members: str, form: str, size: int) -> tuple[MyContacts, MyContacts]:
    """A state in a form, and an equal one that differs in its last words, in both forms."""
    document = xml(members, size)
    one = MyContacts.from_xml(document)
    other = MyContacts.from_xml(document.replace("</resource>", '<property name="last">1</property></resource>'))
    if form == "xml":
        return one, other
    return MyContacts.from_json(one.to_json()), other


def steps(operation: str, one: MyContacts, other: MyContacts) -> int:
    """The lines that run, each turn of a loop included."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        OPERATIONS[operation](one, other)
    except DecodeError:
        pass
    finally:
        sys.settrace(before)
    return count


CASES = [
    (members, form) for members in MEMBERS for form in ("xml", "json")
    if form == "xml" or members not in ("faults", "unread content")
]  # fmt: skip


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(("members", "form"), CASES)
def test_steps_grow_with_the_size_alone(members, form, operation):
    small, large = (steps(operation, *pair(members, form, size)) for size in (SIZE, 2 * SIZE))

    assert small > 0
    assert large < 2.2 * small


def test_faults_of_many_in_json():
    def state(size):
        row = {"rel": "contact", "emailAddresses": 3, "_links": {"self": 4}}
        return MyContacts.from_json(f'{{"_embedded": {{"contact": {[row] * size}}}}}'.replace("'", '"'))

    small, large = (steps("validate", *[state(size)] * 2) for size in (SIZE, 2 * SIZE))
    assert large < 2.2 * small


def strictly(size):
    return partial(MyContacts.from_xml, xml("resources of many keys", size), strict=True)


def page_of(size):
    links = "".join(f'<link rel="r{at}" href="/x"/>' for at in range(size))
    return partial(decode, f'<events xmlns="{NAMESPACE}">{links}</events>')


@pytest.mark.parametrize("reader", [strictly, page_of])
def test_reading(reader, monkeypatch):
    monkeypatch.setitem(OPERATIONS, "read", lambda read, _: read())
    _, small, large = (steps("read", reader(size), None) for size in (1, SIZE, 2 * SIZE))

    assert large < 2.2 * small
