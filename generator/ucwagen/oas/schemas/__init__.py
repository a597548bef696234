"""JSON Schemas of values, states, events, errors and XML elements."""
