"""The linked API: frozen types of what specs say, without YAML and without Python."""
