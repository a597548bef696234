"""pydantic v2: a model for each resource, with the documented types; links and embedded resources typed too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from ucwa2 import enums


class Model(BaseModel):
    """The base of all models: camel case on the wire, unknown members kept."""

    model_config = ConfigDict(alias_generator=to_camel, extra="allow", populate_by_name=True)
    rel: str | None = None


class Link(BaseModel):
    """A link."""

    model_config = ConfigDict(extra="allow")
    href: str


class Participant(Model):
    """A participant."""

    anonymous: bool | None = None
    in_lobby: bool | None = None
    local: bool | None = None
    name: str | None = None
    organizer: bool | None = None
    other_phone_number: str | None = None
    role: enums.Role | None = None
    source_network: enums.SourceNetwork | None = None
    uri: str | None = None
    work_phone_number: str | None = None
    links: dict[str, Link | list[Link]] = Field(default_factory=dict, alias="_links")


class Other(Model):
    """A resource with links only."""

    links: dict[str, Link | list[Link]] = Field(default_factory=dict, alias="_links")


class InvitationEmbedded(Model):
    """The embedded resources of an invitation."""

    accepted_by_participant: list[Participant] = []
    from_: Participant | None = Field(None, alias="from")
    start_emergency_call_input: list[Other] = []


class Invitation(Model):
    """An invitation."""

    delegator: str | None = None
    direction: enums.Direction | None = None
    importance: enums.Importance | None = None
    join_audio_muted: bool | None = None
    operation_id: str | None = None
    phone_number: str | None = None
    private_line: bool | None = None
    state: enums.InvitationState | None = None
    subject: str | None = None
    thread_id: str | None = None
    to: str | None = None
    links: dict[str, Link | list[Link]] = Field(default_factory=dict, alias="_links")
    embedded: InvitationEmbedded = Field(default_factory=InvitationEmbedded, alias="_embedded")


class Contact(Model):
    """A contact."""

    company: str | None = None
    department: str | None = None
    email_addresses: list[str] = []
    home_phone_number: str | None = None
    source_network_icon_url: str | None = None
    mobile_phone_number: str | None = None
    name: str | None = None
    office: str | None = None
    other_phone_number: str | None = None
    source_network: enums.SourceNetwork | None = None
    title: str | None = None
    type: enums.ContactType | None = None
    uri: str | None = None
    work_phone_number: str | None = None
    links: dict[str, Link | list[Link]] = Field(default_factory=dict, alias="_links")


class ContactsEmbedded(Model):
    """The embedded resources of a page of contacts."""

    contact: list[Contact] = []


class Contacts(Model):
    """A page of contacts."""

    links: dict[str, Link | list[Link]] = Field(default_factory=dict, alias="_links")
    embedded: ContactsEmbedded = Field(default_factory=ContactsEmbedded, alias="_embedded")


def runs(message: str, as_json: bytes) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Reading (models read their fields when they are made) and writing."""
    cls: type[Model] = Invitation if message == "phoneAudioInvitation" else Contacts
    model = cls.model_validate_json(as_json)
    return lambda: cls.model_validate_json(as_json), lambda: model.model_dump_json(by_alias=True, exclude_unset=True)
