"""Words of specs in, checked values out: names that are looked up or given, media types, headers, type phrases."""
