"""The facts of all pages come in; what they show together goes out: types, enumerations, pages that share a state."""
