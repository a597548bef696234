"""Made for tiny."""

NAME = "tiny"
