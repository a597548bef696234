"""The messages that all contestants read: the documented phoneAudioInvitation, and a page of 1,000 contacts made here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ucwagen.source import http

ROOT = Path(__file__).parents[2]
NAMESPACE = "http://schemas.microsoft.com/rtc/2012/03/ucwa"
FIRST = ("Ann", "Björn", "Chidi", "Dana", "Emre", "Fatima", "Goran", "Hana", "Iris", "João")
LAST = ("Adams", "Berg", "Chen", "Darrow", "Evans", "Fischer", "García", "Hughes", "Ito", "Jensen", "Kim")
CONTACTS = 1000
LINKS = (
    "contactLocation",
    "contactNote",
    "contactPhoto",
    "contactPresence",
    "contactPrivacyRelationship",
    "contactSupportedModalities",
)


def documented() -> tuple[bytes, bytes]:
    """The answers of the reference page, in JSON and XML."""
    path = ROOT / "specs" / "examples" / "phoneAudioInvitation.http"
    found = {example.title: example for example in http.parse(str(path), path.read_text(encoding="utf-8"))}
    bodies = (http.split(found[f"GET {format} response"].text).body.encode() for format in ("json", "xml"))
    return next(bodies), next(bodies)


def contacts(count: int = CONTACTS) -> tuple[bytes, bytes]:
    """The same page of contacts in both formats."""
    people = [_contact(number) for number in range(count)]
    href = "/ucwa/v1/applications/192/contacts"
    tree = {"rel": "myContacts", "_links": {"self": {"href": href}}, "_embedded": {"contact": people}}
    inner = "".join(_xml(person, "contact") for person in people)
    head = f'<?xml version="1.0" encoding="utf-8"?><resource rel="myContacts" href="{href}" xmlns="{NAMESPACE}">'
    text = f'{head}<property name="rel">myContacts</property>{inner}</resource>'
    return json.dumps(tree, ensure_ascii=False).encode(), text.encode()


def _contact(number: int) -> dict[str, Any]:
    first, last = FIRST[number % len(FIRST)], LAST[number % len(LAST)]
    account = f"{first}.{last}{number}@contoso.com".lower()
    person = f"/ucwa/v1/applications/192/people/{number}"
    links = {"self": {"href": person}} | {rel: {"href": f"{person}/{rel}"} for rel in LINKS}
    return {
        "rel": "contact", "company": "Contoso & Sons", "department": f"Department {number % 17}",
        "emailAddresses": [account, f"{number}@contoso.com"][: 1 + number % 2], "homePhoneNumber": f"tel:+1918555{number:04}",
        "sourceNetworkIconUrl": "https://images.contoso.com/logo_16x16.png", "mobilePhoneNumber": f"tel:+1425555{number:04}",
        "name": f"{first} {last}", "office": f"20/{number}", "otherPhoneNumber": f"tel:+1919555{number:04}",
        "sourceNetwork": ("SameEnterprise", "Federated", "PublicCloud")[number % 3], "title": f"Engineer {number % 5}",
        "type": "User", "uri": f"sip:{account}", "workPhoneNumber": f"tel:+1425556{number:04};ext={number}", "_links": links,
    }  # fmt: skip


def _xml(node: dict[str, Any], key: str) -> str:
    links = dict(node["_links"])
    parts = [f"<resource rel={quoteattr(key)} href={quoteattr(links.pop('self')['href'])}>"]
    parts += [f"<link rel={quoteattr(rel)} href={quoteattr(link['href'])}/>" for rel, link in links.items()]
    for name, value in node.items():
        if isinstance(value, list):
            items = "".join(f"<item>{escape(item)}</item>" for item in value)
            parts.append(f"<propertyList name={quoteattr(name)}>{items}</propertyList>")
        elif name != "_links":
            parts.append(f"<property name={quoteattr(name)}>{escape(value)}</property>")
    return "".join([*parts, "</resource>"])
