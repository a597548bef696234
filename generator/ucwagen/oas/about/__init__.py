"""The API as a whole: what it is, its servers, its tags, and how a client signs in."""
