"""What this API does beyond its samples: modules that lie beside the specs and register themselves by ``handles``."""
