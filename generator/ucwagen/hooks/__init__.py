"""Commands of the user's that run in a new tree before it takes its place: each may change, add and remove files."""
