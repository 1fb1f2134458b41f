/* Footnotes, each a galley of its own. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "words/number.h"

#include <math.h>

const char *galley_note_name(const struct galley *g, size_t note)
{
	const struct language *language = g->briefing->front->language;
	return words_fill(g->arena, language, WORD_FOOTNOTE, "n", number_plain(g->arena, language, note + 1), NULL);
}

/* No heading has such a name. */
static const char *name_of(struct galley *g, size_t note, bool there)
{
	return arena_printf(g->arena, "%s:%zu", there ? "note" : "mark", note + 1);
}

void galley_link_note(struct galley *g, struct box *box, const struct scene_tag *tag, struct rect here, size_t note,
                      bool there)
{
	struct scene_item *link = box_add(g->boxes_arena, box, SCENE_LINK, ROLE_FOOTNOTE);
	link->tag = tag;
	link->link = (struct scene_link){ here, arena_printf(g->arena, "#%s", name_of(g, note, there)) };
	if (there && (!g->marked || g->marked[note]))
		return;
	if (there)
		g->marked[note] = true;
	struct scene_item *target = box_add(g->boxes_arena, box, SCENE_TARGET, ROLE_FOOTNOTE);
	target->target = (struct scene_target){ { here.x, here.y }, name_of(g, note, !there), NULL, 0 };
}

struct galley galley_of_note(const struct galley *g, size_t note)
{
	struct galley own = { .arena = g->arena,
		              .diags = g->diags,
		              .briefing = g->briefing,
		              .paper = g->paper,
		              .look = g->look,
		              .fonts = g->fonts,
		              .boxes_arena = g->boxes_arena,
		              .figures = g->figures,
		              .footnote = true,
		              .tag = g->notes[note] };
	struct scene_tag *label = own.tag ? scene_tag_new(g->arena, own.tag, TAG_LABEL) : NULL;
	double indent = note_indent * g->paper->lengths->small;
	for (size_t number = note + 1; number > 99; number /= 10)
		indent += digit_width * g->paper->lengths->small;
	own.x = indent;
	double over = g->paper->side > 0 ? 0 : note_overhang;
	own.width =
		fmin(g->paper->columns == 2 ? g->paper->body.w : g->paper->measure + over, g->paper->body.w) - indent;
	own.n_paragraphs = 1000000 + (int)note * 1000;
	for (size_t i = 0; i < g->briefing->notes[note]->n_items; i++)
		galley_add_block(&own, g->briefing->notes[note]->items[i]);
	galley_settle(&own);
	if (!own.n_boxes)
		return own;
	const struct text_block *number =
		text_shape(g->fonts, arena_printf(g->arena, "%zu", note + 1),
	                   (struct text_style){ .size = g->paper->lengths->small, .tabular = true }, 0, 0, g->diags);
	own.tag = label ? scene_tag_new(g->arena, label, TAG_LINK) : NULL;
	galley_add_text(&own, own.boxes[0], ROLE_FOOTNOTE, 0, galley_rise(&own), number, g->look->palette.ink2);
	if (own.tag) {
		own.tag->alt = galley_note_name(g, note);
		galley_link_note(&own, own.boxes[0], own.tag,
		                 (struct rect){ 0, galley_rise(&own) - number->ascent, number->width,
		                                number->ascent + number->descent },
		                 note, false);
	}
	return own;
}
