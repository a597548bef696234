"""Resources, enumerations and errors in, the view of the module of each out."""
