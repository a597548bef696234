"""Templates of addresses, derived from those of the documented messages, and the operations at each."""
