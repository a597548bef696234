"""The parts of an API that the core knows by role: sign-in, applications, events, batches. Each is optional."""
