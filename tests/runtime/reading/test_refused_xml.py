"""XML that is refused, and XML that only looks dangerous."""

from __future__ import annotations

import codecs

import pytest
from sample import decode
from sample.errors import DecodeError
from sample.resources.values import Values
from wire_samples import SPACE


def test_link_to_nowhere_in_xml():
    state = decode(
        '<resource rel="values"><property name="text">a</property><link rel="contact" title="x"/>'
        '<resource rel="others"><link rel="a"/></resource></resource>'
    )

    assert state.text == "a"
    assert state == decode(state.to_xml())
    with pytest.raises(DecodeError, match=r"\$._links.contact: expected a link"):
        state.links.contact  # noqa: B018
    with pytest.raises(DecodeError) as caught:
        state.validate()
    assert [fault.path for fault in caught.value.faults] == ["$._links.contact", "$._embedded.others._links.a"]


DEEP = 100_000
BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

DOCUMENT = f'<resource {SPACE}><property name="a">&b;</property></resource>'

XML_REFUSED = [
    ("empty", b"", ""),
    ("text", b"hello", ""),
    ("truncated", f"<resource {SPACE}><property".encode(), "not XML"),
    ("two roots", b"<resource/><resource/>", "not XML"),
    ("not UTF-8", b"<resource>\xff</resource>", "not XML"),
    ("control character", b"<resource>\x01</resource>", "not XML"),
    ("control character by reference", b"<resource>&#1;</resource>", "not XML"),
    ("undefined entity", b"<resource>&who;</resource>", "not XML"),
    ("attribute given twice", b'<resource rel="a" rel="b"/>', "not XML"),
    ("prefix without namespace", b"<x:resource/>", "not XML"),
    ("document type", f"{BOMB}{DOCUMENT}".encode(), "document type"),
    ("document type after declaration", f'<?xml version="1.0"?>\n{BOMB}{DOCUMENT}'.encode(), "document type"),
    ("document type after comments", f"<!-- <resource> --><?pi ?>\n<!---->{BOMB}{DOCUMENT}".encode(), "document type"),
    ("external document type", f'<!DOCTYPE r SYSTEM "file:///etc/passwd">{DOCUMENT}'.encode(), "document type"),
    ("document type in UTF-16", f"{BOMB}{DOCUMENT}".encode("utf-16"), "document type"),
    ("document type in UTF-16 without a mark", f"{BOMB}{DOCUMENT}".encode("utf-16-be"), "document type"),
    ("document type after a mark", codecs.BOM_UTF8 + f"{BOMB}{DOCUMENT}".encode(), "document type"),
    ("document type in UTF-32", f"{BOMB}{DOCUMENT}".encode("utf-32"), ""),
    ("document type in UTF-7", f'<?xml version="1.0" encoding="utf-7"?>{BOMB}{DOCUMENT}'.encode("utf-7"), ""),
    ("document type in EBCDIC", f'<?xml version="1.0" encoding="cp037"?>{BOMB}{DOCUMENT}'.encode("cp037"), ""),
    ("unknown encoding", b'<?xml version="1.0" encoding="klingon"?><resource/>', "klingon"),
    ("deep elements", b"<a>" * DEEP + b"</a>" * DEEP, ""),
    ("deep resources", b'<resource rel="a">' * 80 + b"</resource>" * 80, "nested too deeply"),
]


@pytest.mark.parametrize(("data", "problem"), [row[1:] for row in XML_REFUSED], ids=[row[0] for row in XML_REFUSED])
def test_xml_is_refused(data, problem):
    for read in (lambda: decode(data, "application/xml"), lambda: Values.from_xml(data)):
        with pytest.raises(DecodeError) as caught:
            read()
        assert problem in str(caught.value)


@pytest.mark.parametrize("around", ["<![CDATA[{}]]>", "<!-- {} -->", "<?pi {}?>"])
def test_words_of_a_document_type_are_no_document_type(around):
    data = f'<resource><property name="a">x</property>{around.format("<!DOCTYPE r>")}</resource>'

    assert decode(data, "text/xml")["a"] == "x"


def test_comments_do_not_cut_a_text_in_two():
    data = '<resource><!-- x --><property name="a">one<!-- two --> thr<![CDATA[e]]>e</property></resource>'

    assert decode(data, "text/xml")["a"] == "one three"
