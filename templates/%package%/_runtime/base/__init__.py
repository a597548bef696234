"""What everything else needs: errors, redaction, the registry of generated tables. Imports no other room."""
