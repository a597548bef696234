"""Pages in, resources, errors and enumerations out: first what others refer to, then the bodies."""
