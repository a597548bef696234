"""Documented messages come in; files of examples go out, repaired where the pages damaged them."""
