"""What templates print: frozen views of finished text, of modules and of the whole package."""
