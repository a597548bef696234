"""What to do about faults that any server can have."""

from __future__ import annotations

LOOK_UP = "Check the spelling of the name. Inside and outside of a network its names can differ: ask the administrator."
CONNECT = "The server is down, or a firewall is between: try from another network, and ask the administrator."
PORTAL = (
    "A web page came in place of the API: open a page in a browser, sign in at the network, and run this again. If a proxy or "
    "a load balancer sent it, ask its administrator."
)
PROXY = "Ask for the proxy's credentials and put them into its address, or take the server out by NO_PROXY."
NO_PROXY = "Check the variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY."
CLOCK = "Set the clock of this computer or of the server: tickets and tokens depend on it."
BUSY = "The server is busy or limits this user. The client waits as long as it says; try later if it goes on."
SLOW = "Look for a slow network, a proxy, or a busy server."
BROKEN = "Something between ends connections: look at firewalls, proxies, load balancers and the server's log."
SERVER = "The server failed: its administrator finds the request in its log by the time of this report."
MOVED = (
    "The client follows redirects within one server only. Check the load balancer's rules and the server's addresses."
)
REFUSED = (
    "The server does not accept the token that it or its token service gave: look at its clock, and sign in again."
)
LEAVES = "Name the other domain with --allow-other-domain if it should receive your credentials."
ELSEWHERE = "This is as it should be if you have named that domain, such as in a deployment that is partly online."
UNPROTECTED = (
    "A link without TLS leads there. The server's external address is set up wrongly: its administrator can mend it."
)
SERVICE = "No challenge named a token service that this client knows. Look at what stands in front of the server."
NOT_IT = (
    "What answers is no server of this API: check the address, and look for a proxy or a load balancer in front. Open the "
    "address in a browser: a network that wants a sign-in shows its page there."
)
CREDENTIALS = "Check the user name and the password; a name can need the form user@domain or DOMAIN\\user."
NOT_TAKEN = "Use another grant, one of those that the server offers; --grant names it."
KERBEROS = (
    "Get a ticket with `kinit user@REALM` and look at it with `klist`; the name of the server must be the one in its service "
    "principal, and the clocks must agree. NTLM is used where it is offered and allowed."
)
PAGE = "Open the page in a browser, and give the token that it leads to with --grant token. Its address is among the steps."
SHORT = "Tokens this short are renewed all the time. Look at the token service's settings, and at both clocks."
LOST = "The server forgot the application before its time: look at its log, and at load balancers without affinity."
CHANNEL = "The server lost the events of the channel. If it happens often, look at its log and at its load balancer."
FOREIGN = (
    "The client does not follow this link. Name the server as trusted if it should, or mend the server's addresses."
)
REPORT = "Give this report to the makers of the package: `ucwagen capture` makes proposals for the specs of it."
CREATE = "The client goes on. Something in front of the server changes its answers, or it is of another version."
LEFT = "The server keeps the application until it expires."
EVENT = "An operation of the user failed, here or in another client. The code says why."
TAG = "Without an entity tag the resource cannot be changed safely: look for a proxy that removes the header."
MEDIA = "Something in front of the server changes content types, or it is of another version."
EXPIRES = "Renew the certificate before it expires."
EXPIRED = "The server needs a new certificate. If it has one, check the clock of this computer."
NOT_YET = "Check the clock of this computer; the certificate is not valid before its first day."
SELF_SIGNED = "Give its certificate with --ca if you trust it; a server for others needs one of an authority."
AUTHORITY = "Give the authority's certificate with --ca, or let the server send its intermediate certificates."
HOST = "Use a name that the certificate has, or let the administrator add this one."
TLS = "The server has no TLS here, or only versions that this computer refuses."
NO_GRANT = "Give credentials with --user or --grant to go on."
LIMIT = "Raise --max-requests or --max-time to see the rest."
