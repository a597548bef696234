"""What the sandbox keeps: users, tokens, applications, event channels, settings and faults."""
