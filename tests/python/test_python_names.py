"""Naming: the Python names of wire names, and the names reserved by the runtime."""

from __future__ import annotations

import ast
import importlib
import keyword
import sys
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import BASE, api_of, files_of, render, spec_texts
from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.disk.write import write
from ucwagen.model.types.api import GivenName
from ucwagen.python.names import names
from ucwagen.python.names.names import Identifier, styles
from ucwagen.python.names.namespace import Namespace
from ucwagen.python.names.proposals import proposal

ACRONYMS = ("IPv6", "URI", "URIs", "API")
STYLES = styles(ACRONYMS)
SPAN = Span(Source("specs/x.yaml", "name\n"), 1, 1)
OTHER = Span(Source("specs/y.yaml", "name\n"), 1, 1)

SPOKEN = {
    "startPhoneAudio": ("start_phone_audio", "START_PHONE_AUDIO", "StartPhoneAudio"),
    "IPv6NotSupported": ("ipv6_not_supported", "IPV6_NOT_SUPPORTED", "IPv6NotSupported"),
    "APIVersionNotSupported": ("api_version_not_supported", "API_VERSION_NOT_SUPPORTED", "APIVersionNotSupported"),
    "contactUris": ("contact_uris", "CONTACT_URIS", "ContactUris"),
    "contactURIs": ("contact_uris", "CONTACT_URIS", "ContactURIs"),
    "myGroups2": ("my_groups2", "MY_GROUPS2", "MyGroups2"),
    "PGetReplaced": ("p_get_replaced", "P_GET_REPLACED", "PGetReplaced"),
    "HTTPStatus": ("http_status", "HTTP_STATUS", "HTTPStatus"),
    "x509v3": ("x509_v3", "X509_V3", "X509V3"),
    "in-out.of_order": ("in_out_of_order", "IN_OUT_OF_ORDER", "InOutOfOrder"),
    "from": ("from_", "FROM", "From"),
    "None": ("none", "NONE", "None_"),
    "On": ("on", "ON", "On"),
    "type": ("type", "TYPE", "Type"),
}


@pytest.mark.parametrize("wire", SPOKEN)
def test_wire_name_in_three_styles(wire):
    assert (STYLES.snake(wire), STYLES.upper(wire), STYLES.pascal(wire)) == SPOKEN[wire]


@pytest.mark.parametrize(
    "text", ["", "_x", "__x", "__x__", "x__y", "1x", "é", "a b", "class", "x-y", "None", "x\n", "ſ"]
)
def test_what_is_no_name_is_no_identifier(text):
    with pytest.raises(ValueError, match="no Python name"):
        Identifier(text)


@given(st.from_regex(names.WIRE, fullmatch=True), st.sampled_from(["snake", "upper", "pascal"]))
def test_every_legal_wire_name_becomes_an_identifier(wire, style):
    name = getattr(STYLES, style)(wire)

    assert isinstance(name, Identifier)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")
    assert "__" not in name
    assert name.replace("_", "").casefold() == "".join(filter(str.isalnum, wire)).casefold()


@given(st.text())
def test_any_text_becomes_an_identifier_or_a_fault(wire):
    faults = Collector()
    name = Namespace(STYLES.snake, faults).add("property", wire, SPAN)

    assert isinstance(name, Identifier)
    assert bool(list(faults)) == (names.WIRE.fullmatch(wire) is None)


@given(st.lists(st.text(max_size=8), max_size=4))
def test_acronyms_can_be_any_text(acronyms):
    assert styles(acronyms).snake("startPhoneAudio").replace("_", "") == "startphoneaudio"


def test_reserved_name_gets_an_underscore():
    space = Namespace(STYLES.snake, Collector(), names.STATE)

    assert space.add("property", "links", SPAN) == "links_"


def test_two_wire_names_of_one_python_name_are_a_fault_with_both_places():
    faults = Collector()
    space = Namespace(STYLES.snake, faults)
    space.add("property", "fooBar", SPAN)
    space.add("property", "foo_bar", OTHER)

    (fault,) = faults
    assert fault.span == OTHER
    assert fault.related[0][0] == SPAN
    assert fault.message == (
        "property `foo_bar` becomes `foo_bar` in Python, and so does property `fooBar`; "
        "say `python: foo_bar_2` at one of them"
    )


PROPOSED = {
    "30d": ("property_30_d", "PROPERTY_30_D", "Property30D"),
    "=": ("equals_sign", "EQUALS_SIGN", "EqualsSign"),
    "$ref": ("ref", "REF", "Ref"),
    "_id": ("id", "ID", "Id"),
    "@odata.type": ("odata_type", "ODATA_TYPE", "OdataType"),
    "a b": ("a_b", "A_B", "AB"),
    "größe": ("grosse", "GROSSE", "Grosse"),
    "": ("property", "PROPERTY", "Property"),
}


@pytest.mark.parametrize("wire", PROPOSED)
def test_proposal_in_three_styles(wire):
    every = (STYLES.snake, STYLES.upper, STYLES.pascal)

    assert tuple(proposal("property", wire, style, frozenset(), set()) for style in every) == PROPOSED[wire]


@given(st.text(), st.sets(st.sampled_from(["ref", "ref_2", "id", "property"])))
def test_proposal_for_any_text_is_free(wire, taken):
    name = proposal("property", wire, STYLES.snake, names.STATE, taken)

    assert name not in taken | names.STATE
    assert Namespace(STYLES.snake, Collector()).add("property", wire, SPAN, GivenName(name, SPAN)) == name


@given(st.text(), st.sampled_from(["snake", "upper", "pascal"]))
def test_given_name_is_taken_as_it_is_or_refused(text, style):
    faults = Collector()
    name = Namespace(getattr(STYLES, style), faults).add("property", "@x", SPAN, GivenName(text, OTHER))

    assert name == text or [fault.span for fault in faults] == [OTHER]


def test_page_enumeration_and_error_can_have_names_that_specs_give():
    texts = dict(spec_texts(BASE))
    for path, name, key in (("resources/me", "owner", "rel"), ("enums/Importance", "Urgency", "page")):
        texts[f"specs/{path}.yaml"] = texts[f"specs/{path}.yaml"].replace(f"{key}:", f"python: {name}\n{key}:", 1)
    texts["specs/errors.yaml"] = texts["specs/errors.yaml"].replace("code: 409", "code: 409\n    python: Busy")
    texts["specs/enums/ErrorSubcode.yaml"] = texts["specs/enums/ErrorSubcode.yaml"].replace(
        "TooLong:", "TooLong:\n    python: TOO_MANY_LETTERS"
    )

    files = {path.as_posix(): text for path, text in files_of(texts).items()}

    assert "class OwnerLink(Link" in files["tiny/resources/owner.py"]
    assert "tiny/resources/me.py" not in files
    assert "class Urgency(StrEnum)" in files["tiny/enums.py"]
    assert "class Busy(ApiError" in files["tiny/errors.py"]
    assert "class BadRequestTooManyLetters(BadRequest, TooManyLetters)" in files["tiny/errors.py"]


def public(cls: type) -> set[str]:
    return {name for name in dir(cls) if not name.startswith("_")}


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The runtime within a generated package."""
    folder = tmp_path_factory.mktemp("names")
    write(folder / "generated", render(BASE))
    sys.path.insert(0, str(folder / "generated"))
    yield importlib.import_module("tiny")._runtime
    sys.path.remove(str(folder / "generated"))
    for name in [name for name in sys.modules if name.partition(".")[0] == "tiny"]:
        del sys.modules[name]


def test_reserved_names_are_those_that_the_runtime_uses(runtime):
    assert public(runtime.State) | names.CLASS_BODY == names.STATE
    assert public(runtime.Links) | names.CLASS_BODY == names.LINKS
    assert public(runtime.Embedded) | names.CLASS_BODY == names.EMBEDDED
    assert {name for name in dir(StrEnum) if name.isupper()} == names.MEMBERS


@pytest.mark.parametrize("reserved", [names.STATE, names.LINKS, names.EMBEDDED, names.PARAMETERS, names.MODULES])
def test_name_with_an_underscore_is_free(reserved):
    assert not reserved & {f"{name}_" for name in reserved if names.WIRE.fullmatch(name)}


def test_classes_that_generated_modules_import_cannot_be_hidden(runtime):
    imported = {
        alias.name
        for source in (path for path in render(BASE).items() if path[0].suffix == ".py")
        for node in ast.walk(ast.parse(source[1]))
        if isinstance(node, ast.ImportFrom) and {"_runtime", "doctor"}.isdisjoint(source[0].parts)
        for alias in node.names
    }
    capitalised = {name for name in imported if name[0].isupper() and hasattr(runtime, name)}

    assert capitalised
    assert capitalised - {"ErrorBody", "Event", "Request", "Response"} <= names.CLASSES
    assert names.CLASSES - set(dir(runtime)) == {"Chain", "Decimal", "Mapping", "Sequence", "StrEnum", "UUID"}


def test_order_of_files_changes_no_name():
    texts = spec_texts(BASE)

    assert api_of(texts) == api_of(dict(reversed(texts.items())))
