"""Results that a later build may need: digests of values, and a store of JSON values by digest."""
