"""The state of one client: state machines and values without I/O."""
