/* What a standing knows of its rows beside what they hold. */
#include "facts/standing.h"

const struct standing_interval *standing_interval(const struct standing *s, const struct standing_row *row)
{
	static const struct standing_interval none = { 0 };
	return row->interval ? &s->intervals[row->interval - 1] : &none;
}

const struct selection *standing_selection(struct arena *arena, const struct standing *s,
                                           const struct standing_row *row)
{
	if (s->selections) {
		size_t at = selections_find(s->selections, row->variant);
		return at < s->selections->count ? s->selections->items[at] : NULL;
	}
	size_t cell = cells_find(s->cells, row->variant, s->benchmark);
	return cell < cells_count(s->cells) ? cells_choose(arena, s->cells, cell) : NULL;
}

const struct measurement *standing_chosen(struct arena *arena, const struct standing *s, const struct standing_row *row)
{
	const struct selection *selection = row->present ? standing_selection(arena, s, row) : NULL;
	return selection ? selection->chosen : NULL;
}
