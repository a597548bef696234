# Builds the generated package when a spec, a template or the configuration has changed:
# `include ucwagen.mk`, and let targets depend on $(UCWAGEN_BUILT).
UCWAGEN ?= ucwagen
UCWAGEN_SPECS ?= specs
UCWAGEN_OUT ?= generated
UCWAGEN_TEMPLATES ?=
UCWAGEN_BUILT := $(UCWAGEN_OUT)/.ucwagen/stamp

$(UCWAGEN_BUILT): $(wildcard pyproject.toml ucwagen.toml) $(shell find $(UCWAGEN_SPECS) $(UCWAGEN_TEMPLATES) | sed 's/ /\\ /g')
	$(UCWAGEN) build --specs $(UCWAGEN_SPECS) --out $(UCWAGEN_OUT)
