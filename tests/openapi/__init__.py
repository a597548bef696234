"""The OpenAPI document of the reference, held to its own schemas, to other tools, and to the sandbox."""
