"""The user's own phone: it rings before the one who is called, and where a call is accepted with it."""

from __future__ import annotations

from collections.abc import Callable

from ..extension import HttpError, HttpResponse, RequestContext, SandboxBackend, handles
from .answering import asked, check_open, failure
from .call_settings import InvitationOutcome, call_settings, outcome
from .conversation_events import notify_phone
from .invitation_state import InvitationRecord
from .invitations import connect, fail, notify_updated, withdraw
from .reasons import reason


def own_number(context: RequestContext) -> str:
    """The number of the user's own phone: that of the request, or else that of the application; it may be empty."""
    known = context.application.bodies.get(context.href("/communication"), {})
    return str(context.arguments.get("phoneNumber") or known.get("phoneNumber") or "")


def ring_own_phone(context: RequestContext, invitation: InvitationRecord, dial: Callable[[], None]) -> None:
    """Ring the inviter's own phone; the call goes on when it is answered, and fails when it is not.

    Where the request names no phone, that of the application is answered at once unless the settings name it.
    """
    backend, number = context.backend, own_number(context)
    if not context.arguments.get("phoneNumber") and _set_for(backend, number) is None:
        dial()
        return

    def answered() -> None:
        notify_updated(backend, invitation)
        dial()

    def failed(wanted: InvitationOutcome) -> None:
        why = reason(wanted.code, wanted.subcode, "your phone has not answered")
        fail(backend, invitation, wanted.state, why, why)

    _ring(backend, number, lambda: invitation.is_open, answered, failed)


def _set_for(backend: SandboxBackend, number: str) -> InvitationOutcome | None:
    """What the settings say of a number, which may have the prefix `tel:`."""
    return outcome(backend, number) or outcome(backend, f"tel:{number}")


def _ring(
    backend: SandboxBackend,
    number: str,
    is_open: Callable[[], bool],
    answered: Callable[[], None],
    failed: Callable[[InvitationOutcome], None],
) -> None:
    """Ring a phone, which answers after a moment unless the settings say otherwise."""
    wanted = _set_for(backend, number) or InvitationOutcome("Connected")

    def decide() -> None:
        if not is_open():
            return
        if failure(wanted) is None:
            answered()
        else:
            failed(wanted)

    backend.later(call_settings(backend.settings).call_seconds if wanted.after is None else wanted.after, decide)


@handles("acceptWithPhoneAudio", "POST")
def accept_with_phone(context: RequestContext) -> HttpResponse:
    """Ring the user's own phone; the call is accepted when it is answered, and fails when it is not."""
    invitation = asked(context, by_inviter=False)
    check_open(context, invitation)
    backend, application, conversation = context.backend, context.application, invitation.conversation
    side = conversation.sides[application.id]
    if side.phone != "Disconnected":
        raise HttpError(409, message="your phone rings already")
    side.phone = "Connecting"
    notify_phone(backend, conversation, side)

    def answered() -> None:
        side.phone = "Connected"
        connect(backend, invitation, application)
        notify_phone(backend, conversation, side)

    def failed(wanted: InvitationOutcome) -> None:
        side.phone = "Disconnected"
        notify_phone(backend, conversation, side)
        theirs = reason(wanted.code, wanted.subcode, "your phone has not answered")
        if len(invitation.invited()) > 1:
            withdraw(backend, invitation, side, wanted.state, theirs)
        else:
            own = reason("RemoteFailure", wanted.subcode, "the phone of the invited user has not answered")
            fail(backend, invitation, wanted.state, own, theirs)

    def is_open() -> bool:
        return invitation.states.get(application.id) == "Connecting"

    _ring(backend, own_number(context), is_open, answered, failed)
    return HttpResponse(204)
