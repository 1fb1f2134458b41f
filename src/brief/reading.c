#include "brief/reading.h"

#include "base/arena.h"

void reading_keep_chart(struct reading *r, struct block *chart)
{
	struct briefing *out = r->out;
	r->charts = arena_grow(r->arena, r->charts, &r->charts_room, out->n_charts, sizeof(struct block *));
	r->charts[out->n_charts++] = chart;
	out->charts = r->charts;
	chart->chart.number = (int)out->n_charts;
}

void reading_keep_note(struct reading *r, struct block *note)
{
	struct briefing *out = r->out;
	r->notes = arena_grow(r->arena, r->notes, &r->notes_room, out->n_notes, sizeof(struct block *));
	r->notes[out->n_notes++] = note;
	out->notes = r->notes;
}

void reading_keep_claim(struct reading *r, struct briefing_claim claim)
{
	struct briefing *out = r->out;
	r->claims = arena_grow(r->arena, r->claims, &r->claims_room, out->n_claims, sizeof *r->claims);
	r->claims[out->n_claims++] = claim;
	out->claims = r->claims;
	out->n_doubts += !claim.holds;
}

void reading_keep_value(struct reading *r, struct briefing_value value)
{
	struct briefing *out = r->out;
	r->values = arena_grow(r->arena, r->values, &r->values_room, out->n_values, sizeof *r->values);
	r->values[out->n_values++] = value;
	out->values = r->values;
}
