"""The errors of failed operations: each is also of the documented classes of its code and its subcode."""

from __future__ import annotations

from ..base.errors import Error, rebuild
from ..base.typing_shim import TYPE_CHECKING, Any
from .errors import ApiError, OperationFailed, error_class

if TYPE_CHECKING:
    from ..reading.error_body import ErrorBody
    from ..states.state import State

_failures: dict[type[ApiError], type[OperationFailed]] = {}


def operation_failed(message: str, reason: ErrorBody | None, state: State | None) -> OperationFailed:
    """The error of an operation, which the classes of its code and of its subcode catch."""
    kind = error_class(None, reason.code, reason.subcode) if reason else ApiError
    error = _failure(kind)(message, reason=reason, state=state)
    if isinstance(error, ApiError):
        error.status, error.body, error.message = None, reason, reason.message if reason else None
    return error


def _failure(kind: type[ApiError]) -> type[OperationFailed]:
    """The class of failed operations that is one of ``kind``, too; undocumented codes have none.

    It has the name of ``OperationFailed``, which can be imported.
    """
    if kind is ApiError:
        return OperationFailed
    found = _failures.get(kind)
    if found is None:
        body = {
            "_made": True,
            "__module__": OperationFailed.__module__,
            "__doc__": kind.__doc__,
            "__reduce__": _reduced,
        }
        bases: tuple[type, ...] = (OperationFailed, kind)
        made = type(OperationFailed.__name__, bases, body)  # pyright: ignore[reportGeneralTypeIssues]
        found = _failures.setdefault(kind, made)
    return found


def _reduced(error: OperationFailed) -> tuple[Any, ...]:
    return _rebuild_failure, (error.code, error.subcode, error.args, error.__dict__)


def _rebuild_failure(
    code: str | None, subcode: str | None, arguments: tuple[Any, ...], members: dict[str, Any]
) -> Error:
    return rebuild(_failure(error_class(None, code, subcode)), arguments, members)
