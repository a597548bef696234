"""Wire names in, Python names out, with a fault and a proposal where none follows or two are the same."""
