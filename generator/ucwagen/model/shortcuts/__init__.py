"""Shortcuts: from ``shortcuts.yaml`` and linked resources to resources whose states have them."""
