"""What differs between two APIs, by what it is about: each module has its rules and the functions that find by them."""
