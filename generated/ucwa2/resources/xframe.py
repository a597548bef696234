# Made by ucwagen from specs/resources/xframe.yaml. Do not edit: change the spec and build again.
"""`xframe`: A frame by which web applications reach the server across domains, with the browser's `postMessage`.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/xframe_ref
"""

from __future__ import annotations

from .._runtime import Call, Content, Link, Links, One, Operation, State, Validator, View, wire

__all__ = ["Xframe", "XframeLink", "XframeLinks"]


class XframeLinks(Links):
    """Where `xframe` leads."""

    self: One[XframeLink] = wire.one("self", "xframe.XframeLink")
    """The resource itself."""


class Xframe(State, rel="xframe"):
    """A frame by which web applications reach the server across domains, with the browser's `postMessage`."""

    links: View[XframeLinks] = View(XframeLinks)


_GET = Operation("GET", returns=wire.content("text/html"))


class XframeLink(Link, rel="xframe"):
    """Leads to `Xframe`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Content]:
        """Fetch the frame.

        Gives the content, `text/html`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
