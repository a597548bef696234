"""Kerberos against a key distribution centre of MIT Kerberos on this machine."""
