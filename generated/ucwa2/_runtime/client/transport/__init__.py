"""What both drivers share: httpx2 messages, bodies, deadlines, logs and spans."""
