# For make: include benchbrief.mk, and say which briefings there are.
#
#   BRIEFINGS = weekly.md teams/a.md
#   BRIEFING_OPTIONS = --look board
#   include benchbrief.mk
#
# "make briefings" makes OUT/weekly/weekly.pdf, OUT/teams/a/a.pdf and their charts; each again only when a file that it was
# made from has changed. "make check-briefings" holds every claim and number against the data.
BENCHBRIEF ?= benchbrief
BRIEFINGS ?= $(wildcard *.md)
BRIEFING_OUT ?= out

briefing_stamps := $(patsubst %.md,$(BRIEFING_OUT)/%/.stamp,$(BRIEFINGS))

.PHONY: briefings check-briefings
briefings: $(briefing_stamps)

$(BRIEFING_OUT)/%/.stamp: %.md
	@mkdir -p $(@D)
	$(BENCHBRIEF) render $< --out $(@D) $(BRIEFING_OPTIONS) --quiet --depfile $(@D)/.d --depfile-target $@
	@touch $@

check-briefings:
	@status=0; for briefing in $(BRIEFINGS); do $(BENCHBRIEF) check $$briefing || status=1; done; exit $$status

-include $(briefing_stamps:.stamp=.d)
