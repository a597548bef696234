# Made by ucwagen from specs/resources/reportMyNetwork.yaml. Do not edit: change the spec and build again.
"""`reportMyNetwork`: Reports the network of the client; send it whenever the network changes.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reportmynetwork_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ReportMyNetworkLink"]

_POST = Operation(
    "POST",
    Parameter("chassisID", "string"),
    Parameter("clientNetworkType", "enums.ClientNetworkType", required=True),
    Parameter("ip", "string"),
    Parameter("mac", "string"),
    Parameter("portID", "string"),
    Parameter("rssi", "string"),
    Parameter("subnetID", "string"),
    Parameter("wapBSSID", "string"),
    returns=wire.nothing(),
)


class ReportMyNetworkLink(Link, rel="reportMyNetwork"):
    """Reports the network of the client; send it whenever the network changes."""

    def post(
        self,
        *,
        client_network_type: enums.ClientNetworkType | str,
        chassis_id: str | None = None,
        ip: str | None = None,
        mac: str | None = None,
        port_id: str | None = None,
        rssi: str | None = None,
        subnet_id: str | None = None,
        wap_bssid: str | None = None,
    ) -> Call[None]:
        """Report the client's network.

        - chassis_id: Identifier of the chassis.
        - client_network_type: Where the client is connected, seen from the corporate network.
        - ip: IP address from which the location is found.
        - mac: Hardware (MAC) address in the network.
        - port_id: Identifier of the port.
        - rssi: Strength of the radio signal (RSSI).
        - subnet_id: Identifier of the subnet.
        - wap_bssid: Identifier (BSSID) of the wireless access point.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ServiceFailureProvisioningDataUnavailable`: The location policy could not be fetched.
        - `ForbiddenAnonymousNotAllowed`: Anonymous users may not see the location policy.
        """
        return self._call(
            _POST,
            {
                "chassisID": chassis_id,
                "clientNetworkType": client_network_type,
                "ip": ip,
                "mac": mac,
                "portID": port_id,
                "rssi": rssi,
                "subnetID": subnet_id,
                "wapBSSID": wap_bssid,
            },
        )
