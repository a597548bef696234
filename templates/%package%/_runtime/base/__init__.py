"""The base of all rooms: errors, redaction, the registry of generated tables. Imports no other room."""
