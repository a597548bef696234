"""Every documented message of the reference, through the generated code."""
