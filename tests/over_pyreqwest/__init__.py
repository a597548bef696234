"""What the protocol tests of telling modules say of clients over pyreqwest."""
