"""The parameters of an operation: whether calls must give them, in what type, and where they travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.changes.rules import values
from ucwagen.changes.rules.deprecation import deprecation
from ucwagen.changes.rules.found import Found, Place, description, fact, matched, order
from ucwagen.changes.types.rule import addition, breaking
from ucwagen.model.types.api import Kind, Operation, Parameter
from ucwagen.model.types.api import Place as Where

REMOVED = breaking(
    "parameter-removed", "Calls that give it raise TypeError.", mirror="optional-parameter-added", gone=True
)
REQUIRED_REMOVED = breaking(
    "required-parameter-removed",
    "Every call gives it, and raises TypeError.",
    mirror="required-parameter-added",
    gone=True,
)
ADDED = addition("optional-parameter-added", "Calls may leave it out.", mirror="parameter-removed")
REQUIRED_ADDED = breaking(
    "required-parameter-added", "Calls do not give it yet, and raise TypeError.", mirror="required-parameter-removed"
)
BECAME_REQUIRED = breaking(
    "parameter-became-required", "Calls that leave it out raise TypeError.", mirror="parameter-became-optional"
)
BECAME_OPTIONAL = addition("parameter-became-optional", "Calls may leave it out.", mirror="parameter-became-required")
TAKES_NULL = addition("parameter-takes-null", "A PATCH may send null in it.", mirror="parameter-refuses-null")
REFUSES_NULL = breaking(
    "parameter-refuses-null", "A PATCH that sends null in it is refused.", mirror="parameter-takes-null"
)
MADE = addition(
    "parameter-made-when-left-out",
    "A call that leaves it out sends a new identifier in it.",
    mirror="parameter-no-longer-made",
)
NO_LONGER_MADE = breaking(
    "parameter-no-longer-made",
    "A call that leaves it out sends none, or raises TypeError where the server demands it.",
    mirror="parameter-made-when-left-out",
)
PLACE_CHANGED = breaking(
    "parameter-place-changed", "Requests carry it in another place, which a server of the old form does not read."
)
LIST_FORM_CHANGED = breaking(
    "parameter-list-form-changed",
    "Requests write its list in another form, which a server of the old form does not read.",
)
RULES = (
    REMOVED, REQUIRED_REMOVED, ADDED, REQUIRED_ADDED, BECAME_REQUIRED, BECAME_OPTIONAL, TAKES_NULL, REFUSES_NULL, MADE,
    NO_LONGER_MADE, PLACE_CHANGED, LIST_FORM_CHANGED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class InCall:
    """A parameter in a call of its operation."""

    operation: Operation
    parameter: Parameter

    @property
    def is_asked_for(self) -> bool:
        """Tell whether a call must give it."""
        return self.operation.asks_for(self.parameter)

    @property
    def place(self) -> Where:
        """Where it travels."""
        return self.operation.place(self.parameter)

    @property
    def takes_null(self) -> bool:
        """Tell whether a call can send null: in what a PATCH changes, unless it is a data link."""
        row = self.parameter
        changes = self.operation.method == "PATCH" and self.operation.takes_input and self.place is Where.BODY
        return changes and row.type.nullable and not row.is_minted and row.type.kind is not Kind.DATA


def parameters(old: Operation, new: Operation, place: Place, of: str) -> Iterator[Found]:
    """The parameters of an operation that both sides have; all of them are keywords, so that order is of no matter."""
    rows = matched(old.parameters, new.parameters, lambda row: row.name)
    for row in rows.gone:
        here = place.row(row.span, None, row.name)
        yield here.found(REQUIRED_REMOVED if old.asks_for(row) else REMOVED, f"parameter `{row.name}` {of} is removed")
    for row in rows.new:
        here, required = place.row(None, row.span, row.name), new.asks_for(row)
        word = "required" if required else "optional"
        yield here.found(REQUIRED_ADDED if required else ADDED, f"parameter `{row.name}` {of} is new, and {word}")
    for before, after in rows.both:
        here = place.row(before.span, after.span, after.name)
        what = f"parameter `{after.name}` {of}"
        yield from _parameter(before, after, here, what)
        yield from _call(InCall(old, before), InCall(new, after), here, what)
    yield from order(rows, place, f"parameters {of}")


def _parameter(old: Parameter, new: Parameter, place: Place, what: str) -> Iterator[Found]:
    """What the parameter is by itself."""
    yield from values.value_type(old.type, new.type, values.PARAMETER_TYPE_CHANGED, place, what)
    yield from values.limits(old.type, new.type, place, what)
    if old.is_minted != new.is_minted:
        word = "is made when left out" if new.is_minted else "is no longer made when left out"
        yield place.found(MADE if new.is_minted else NO_LONGER_MADE, f"{what} {word}")
    if old.comma != new.comma:
        form = "with commas" if new.comma else "as one name several times"
        yield place.inside("list").found(LIST_FORM_CHANGED, f"the list in {what} is written {form} now")
    yield from deprecation(old.deprecated, new.deprecated, place, what)
    yield from description(old.summary, new.summary, place, what)


def _call(old: InCall, new: InCall, place: Place, what: str) -> Iterator[Found]:
    """What the parameter is in a call of its operation."""
    yield from _required(old, new, place.inside("required"), what)
    yield from _null(old, new, place.inside("nullable"), what)
    places = _words(old.parameter.places), _words(new.parameter.places)
    here = place.inside("in")
    if old.place is not new.place:
        yield here.found(PLACE_CHANGED, f"{what} travels in the {new.place.value}, was in the {old.place.value}")
    else:
        yield from fact(*places, here, f"`in` of {what}")


def _required(old: InCall, new: InCall, place: Place, what: str) -> Iterator[Found]:
    """Whether calls must give it; ``required`` of a place in which it does not travel is only documented."""
    required = _words(old.parameter.required_in), _words(new.parameter.required_in)
    if old.parameter.is_minted == new.parameter.is_minted and old.is_asked_for != new.is_asked_for:
        rule, word = (BECAME_REQUIRED, "required") if new.is_asked_for else (BECAME_OPTIONAL, "optional")
        yield place.found(rule, f"{what} is {word} now")
    else:
        yield from fact(*required, place, f"`required` of {what}")


def _null(old: InCall, new: InCall, place: Place, what: str) -> Iterator[Found]:
    if old.takes_null != new.takes_null:
        rule, word = (TAKES_NULL, "takes") if new.takes_null else (REFUSES_NULL, "no longer takes")
        yield place.found(rule, f"{what} {word} null")
    else:
        yield from fact(old.parameter.type.nullable, new.parameter.type.nullable, place, f"`nullable` of {what}")


def _words(places: tuple[Where, ...]) -> str:
    return " or ".join(place.value for place in places) or "nowhere"
