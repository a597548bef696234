"""From a response body to what it holds: a state, a page of events, an error body or a document."""
