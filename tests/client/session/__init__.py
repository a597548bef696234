"""What a client keeps: origins, challenges, tokens, retries, its channel."""
