"""A page's text comes in, its facts go out, each with its line; what could not be read is reported."""
