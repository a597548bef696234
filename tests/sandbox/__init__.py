"""The sandbox alone: every documented operation, its refusals, its events, and faults on demand."""
