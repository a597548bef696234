"""The extension points of the sandbox: all that a behaviour module may import. See docs/adr/0025."""

from __future__ import annotations

from .handlers.actions import Field, Tone, UserSummary, action, user_summary
from .handlers.asker import Asker
from .handlers.bodies import body_at, check_change, sampled, shown
from .handlers.context import RequestContext
from .handlers.events import raise_event
from .handlers.origins import origin_header, refused_origin
from .handlers.page_files import page_file
from .handlers.registry import (
    HANDLERS,
    alias,
    challenge,
    checks,
    created,
    credential,
    echoed,
    echoed_at,
    finishes,
    handles,
    handles_role,
    may_create,
    open_address,
    response_headers,
    same_application,
    serves,
    tags_in_bodies,
)
from .handlers.resources import sample_path
from .http.entity_tags import etag
from .http.error_table import error_subcode
from .http.form_input import form
from .http.formats import decode
from .http.json_input import convert, pass_over_last_commas
from .http.messages import HttpError, HttpRequest, HttpResponse, member, plain
from .pages.catalogue import Page, catalogue
from .pages.other_addresses import other_address, other_root
from .pages.request_checks import checks_parameter, wrong_parameters
from .roles.applications import instance_body, instance_of
from .roles.windows import windows_user
from .state.backend import ApplicationState, SandboxBackend, lost
from .state.faults import Fault, fault_effect
from .state.parts import state_per_owner
from .state.settings import NotNegative, Positive, default_origins, settings_fields
from .state.users import USERS, AccessToken, SandboxUser, default_users, user_fields

__all__ = [
    "HANDLERS",
    "USERS",
    "AccessToken",
    "ApplicationState",
    "Asker",
    "Fault",
    "Field",
    "HttpError",
    "HttpRequest",
    "HttpResponse",
    "NotNegative",
    "Page",
    "Positive",
    "RequestContext",
    "SandboxBackend",
    "SandboxUser",
    "Tone",
    "UserSummary",
    "action",
    "alias",
    "body_at",
    "catalogue",
    "challenge",
    "check_change",
    "checks",
    "checks_parameter",
    "convert",
    "created",
    "credential",
    "decode",
    "default_origins",
    "default_users",
    "echoed",
    "echoed_at",
    "error_subcode",
    "etag",
    "fault_effect",
    "finishes",
    "form",
    "handles",
    "handles_role",
    "instance_body",
    "instance_of",
    "lost",
    "may_create",
    "member",
    "open_address",
    "origin_header",
    "other_address",
    "other_root",
    "page_file",
    "pass_over_last_commas",
    "plain",
    "raise_event",
    "refused_origin",
    "response_headers",
    "same_application",
    "sample_path",
    "sampled",
    "serves",
    "settings_fields",
    "shown",
    "state_per_owner",
    "tags_in_bodies",
    "user_fields",
    "user_summary",
    "windows_user",
    "wrong_parameters",
]
