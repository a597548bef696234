"""From a response body to its content: a state, a page of events, an error body or a document."""
