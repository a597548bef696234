from tiny._runtime.client.session.grants import Grant


class GuestGrant(Grant):
    name = "urn:guest"
