# Builds the generated package when a spec has changed: `include ucwagen.mk`, and let targets depend on $(UCWAGEN_BUILT).
UCWAGEN ?= ucwagen
UCWAGEN_SPECS ?= specs
UCWAGEN_OUT ?= generated
UCWAGEN_BUILT := $(UCWAGEN_OUT)/.ucwagen/stamp

$(UCWAGEN_BUILT): $(UCWAGEN_SPECS) $(shell find $(UCWAGEN_SPECS) | sed 's/ /\\ /g')
	$(UCWAGEN) build --specs $(UCWAGEN_SPECS) --out $(UCWAGEN_OUT)
