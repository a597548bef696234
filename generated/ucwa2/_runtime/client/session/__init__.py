"""What one client knows: state machines and values without I/O."""
