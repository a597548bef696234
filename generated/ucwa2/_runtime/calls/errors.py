"""Errors with a response, a call or a state. Those of the specs derive from ``ApiError`` and ``Subcode``."""

from __future__ import annotations

from collections.abc import Mapping

from ..base.errors import Error, rebuild
from ..base.metaclass import make_lazy
from ..base.redact import bounded
from ..base.registry import load_errors
from ..base.typing_shim import TYPE_CHECKING, Any, ClassVar
from ..http.diagnosis import AuthChallenge, Diagnostics, auth_challenges, diagnostics

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..reading.error_body import ErrorBody
    from ..requests.call import Call
    from ..states.state import State

_ROOM = 3700
"""Characters of a text that is followed by diagnostics."""


class _Answered(Error):
    """An error that may have a response."""

    def __init__(self, message: str | None, *, response: Response | None = None, call: Call[Any] | None = None) -> None:
        self.response = response
        self.call = call
        super().__init__(message)

    @property
    def diagnostics(self) -> Diagnostics | None:
        """The diagnostics in the headers of the response; None without any."""
        return None if self.response is None else diagnostics(self.response.headers)

    def __str__(self) -> str:
        return self._diagnosed(super().__str__())

    def _diagnosed(self, text: str) -> str:
        """The text, followed by the diagnostics."""
        found = self.diagnostics
        return text if found is None else f"{text[:_ROOM]} [{found}]"


class TransportError(_Answered):
    """No usable answer to ``call`` arrived: timeout, connection, TLS, or a ``response`` that is not from the API."""

    def __init__(
        self,
        message: str,
        *,
        response: Response | None = None,
        call: Call[Any] | None = None,
        sent: bool = True,
        kind: str | None = None,
    ) -> None:
        self.sent = sent
        """Whether the server may have got the request."""
        self.kind = kind
        """What went wrong on the way, in the words of the HTTP library, such as ``connect error``; None for the rest."""
        super().__init__(message, response=response, call=call)


class AuthenticationError(_Answered):
    """Discovery, the token service or the server refused the sign-in that ``call`` needed.

    ``response`` is the response that refused; that of a token service has no content. Both are None where there is none.
    """

    def __init__(
        self,
        message: str,
        *,
        grants: tuple[str, ...] = (),
        code: str | None = None,
        response: Response | None = None,
        call: Call[Any] | None = None,
    ) -> None:
        self.grants = grants
        """The grant types that the token service accepts."""
        self.code = code
        """The code of the refusal: ``invalid_grant`` for credentials that the token service does not accept, such as a
        wrong password; ``unsupported_grant_type`` for a grant that it does not take; or another code of its own."""
        super().__init__(message, response=response, call=call)

    @property
    def status(self) -> int | None:
        """The status of the response."""
        return None if self.response is None else self.response.status_code

    @property
    def challenges(self) -> tuple[AuthChallenge, ...]:
        """The schemes of sign-in that the response offers, with their parameters, such as ``realm``."""
        return () if self.response is None else auth_challenges(self.response.headers)


class SignInRequired(AuthenticationError):
    """The user must sign in at ``address``; pass the resulting token to ``Client.accept_token``."""

    def __init__(
        self,
        message: str,
        *,
        address: str,
        grants: tuple[str, ...] = (),
        code: str | None = None,
        response: Response | None = None,
    ) -> None:
        self.address = address
        """The address of a page, which begins with ``https://`` or ``http://``."""
        super().__init__(message, grants=grants, code=code, response=response)


class NotModified(_Answered):
    """The resource still has the given ETag, so that ``response`` has no body, and ``call`` no state to return."""


class OperationFailed(Error):
    """An operation completed with a failure, or an event carried a reason.

    If the code or the subcode of the reason is documented, the error also has their classes, so that these catch it.
    ``reason`` is what the server says, with ``code`` and ``subcode``; ``state`` is the resource when it failed; or None.
    """

    def __init__(self, message: str, *, reason: ErrorBody | None = None, state: State | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.state = state
        self.code = reason.code if reason else None
        self.subcode = reason.subcode if reason else None

    def __str__(self) -> str:
        return str(self.args[0])


class ApiError(_Answered):
    """The server answered ``call`` with an error: ``response`` is the HTTP response, ``status`` its status.

    ``body`` is its body, and ``code``, ``subcode`` and ``message`` are what it says; each is None where it is missing.
    """

    _status: ClassVar[int | None] = None
    _code: ClassVar[str | None] = None
    _made: ClassVar[bool] = False
    """Whether the class was made for an undocumented pair. It is called as the class of the code, which can be imported."""

    def __init_subclass__(cls, *, status: int | None = None, code: str | None = None, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if status is not None and code is not None:
            cls._status, cls._code = status, code
            _by_code[code.casefold()] = cls
            _by_status.setdefault(status, cls)

    def __init__(
        self,
        message: str | None = None,
        *,
        status: int | None = None,
        body: ErrorBody | None = None,
        response: Response | None = None,
        call: Call[Any] | None = None,
    ) -> None:
        self.status = self._status if status is None else status
        self.body = body
        self.code = body.code if body else None
        self.subcode = body.subcode if body else None
        self.message = message or (body.message if body else None)
        self._where = f"{call.method} {call.path}" if call else ""
        self.base: State | None = None
        """After a conflict of a PUT or PATCH: its base."""
        self.current: State | None = None
        """After a conflict of a PUT or PATCH: the present state of the server, if it could be read."""
        super().__init__(self.message, response=response, call=call)

    @property
    def parameters(self) -> Mapping[str, str]:
        """The server's message for each refused parameter."""
        return self.body.parameters if self.body else {}

    @property
    def debug_info(self) -> Mapping[str, str]:
        """Debug information for the server's administrators."""
        return self.body.debug_info if self.body else {}

    def __str__(self) -> str:
        name = "/".join(filter(None, (self.code or self._code, self.subcode)))
        head = " ".join(filter(None, (str(self.status or ""), name)))
        where = f" ({self._where})" if self._where else ""
        message = f": {self.message}" if self.message else ""
        refused = self.body.shown_parameters() if self.body else ""
        return self._diagnosed(bounded(f"{head or type(self).__name__}{where}{message}{refused}"))

    def __reduce__(self) -> tuple[Any, ...]:
        if self._made:
            return _rebuild_by_name, (self.status, self.code, self.subcode, self.args, self.__dict__)
        return super().__reduce__()


class Subcode(ApiError):
    """Base of the markers: one per subcode, which can be caught under every error."""

    _subcode: ClassVar[str | None] = None

    def __init_subclass__(cls, *, subcode: str | None = None, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if subcode is not None:
            cls._subcode = subcode
            _by_subcode[subcode.casefold()] = cls
        elif cls._code is not None and cls._subcode is not None and not cls._made:
            _pairs[cls._code.casefold(), cls._subcode.casefold()] = cls


_by_code: dict[str, type[ApiError]] = {}
_by_status: dict[int, type[ApiError]] = {}
_by_subcode: dict[str, type[Subcode]] = {}
_pairs: dict[tuple[str, str], type[ApiError]] = {}


def error_class(status: int | None, code: str | None, subcode: str | None) -> type[ApiError]:
    """The nearest known class: that of the code or else of the status, joined with that of the subcode."""
    load_errors()
    kind = _by_code.get((code or "").casefold()) or _by_status.get(status or 0) or ApiError
    marker = _by_subcode.get((subcode or "").casefold())
    if marker is None:
        return kind
    return _pair(kind, marker) if kind._code else marker


def _pair(kind: type[ApiError], marker: type[Subcode]) -> type[ApiError]:
    key = str(kind._code).casefold(), str(marker._subcode).casefold()
    found = _pairs.get(key)
    if found is None:
        body = {"_made": True, "__module__": kind.__module__, "__doc__": marker.__doc__}
        bases: tuple[type, ...] = (kind, marker)
        made = type(kind.__name__, bases, body)  # pyright: ignore[reportGeneralTypeIssues]
        found = _pairs.setdefault(key, made)  # another thread may have made one meanwhile
    return found


def _rebuild_by_name(
    status: int | None, code: str | None, subcode: str | None, arguments: tuple[Any, ...], members: dict[str, Any]
) -> Error:
    return rebuild(error_class(status, code, subcode), arguments, members)


make_lazy(AuthenticationError, NotModified, OperationFailed, SignInRequired, Subcode, TransportError)
