/* Colours by day and by night: each pair is a variable of the style sheet. */
#include "paint/web_parts.h"

#include "base/arena.h"

/* Those that a palette names, which the page itself uses too, and what stands for them where the reader's system
 * decides on colours. */
static const struct {
	const char *name, *forced;
} named[] = { { "paper", "Canvas" },    { "panel", "Canvas" },     { "ink", "CanvasText" }, { "ink2", "CanvasText" },
	      { "ink3", "CanvasText" }, { "muted", "GrayText" },   { "grid", "GrayText" },  { "high", "Highlight" },
	      { "tag", "CanvasText" },  { "better", "Highlight" }, { "worse", "GrayText" }, { "doubt", "CanvasText" },
	      { "pale", "GrayText" } };
enum { NAMED = sizeof named / sizeof *named };

static void put(struct web *h, struct color light, struct color dark)
{
	h->inks = arena_grow(h->arena, h->inks, &h->inks_room, h->n_inks, sizeof *h->inks);
	h->inks[h->n_inks++] = (struct web_ink){ .light = light, .dark = dark };
}

void web_ink_start(struct web *h)
{
	const struct palette *l = &h->setup.look->palette, *d = h->setup.dark ? h->setup.dark : l;
	struct look night = *h->setup.look;
	night.palette = *d;
	put(h, l->background, d->background);
	put(h, l->panel, d->panel);
	put(h, l->ink, d->ink);
	put(h, l->ink2, d->ink2);
	put(h, l->ink3, d->ink3);
	put(h, l->muted, d->muted);
	put(h, l->grid, d->grid);
	put(h, l->highlight, d->highlight);
	put(h, l->tag, d->tag);
	put(h, l->better, d->better);
	put(h, l->worse, d->worse);
	put(h, look_doubt(h->setup.look), look_doubt(&night));
	put(h, palette_pale(l), palette_pale(d));
}

size_t web_ink(struct web *h, struct color light, struct color dark)
{
	for (size_t i = 0; i < h->n_inks; i++)
		if (color_equal(h->inks[i].light, light) && color_equal(h->inks[i].dark, dark))
			return i;
	put(h, light, dark);
	return h->n_inks - 1;
}

static void add_name(struct strbuf *out, size_t ink)
{
	if (ink < NAMED)
		strbuf_addf(out, "--%s", named[ink].name);
	else
		strbuf_addf(out, "--c%zu", ink);
}

void web_ink_add(struct strbuf *out, size_t ink)
{
	strbuf_add(out, "var(");
	add_name(out, ink);
	strbuf_add(out, ")");
}

static void add_values(const struct web *h, struct strbuf *out, bool dark)
{
	char hex[8];
	for (size_t i = 0; i < h->n_inks; i++) {
		color_hex(dark ? h->inks[i].dark : h->inks[i].light, hex);
		add_name(out, i);
		strbuf_addf(out, ":%s;", hex);
	}
}

void web_ink_rules(const struct web *h, struct strbuf *out)
{
	bool dark = h->setup.dark != NULL;
	const char *scheme = dark ? "light dark"
	                     : color_contrast(h->setup.look->palette.background, (struct color){ 0 }) > 4.5 ? "light"
	                                                                                                    : "dark";
	strbuf_addf(out, ":root{--tabular:\"calt\" 0,\"liga\" 0,\"tnum\" 1;color-scheme:%s;", scheme);
	add_values(h, out, false);
	strbuf_add(out, "}\n");
	if (dark) {
		strbuf_add(out, "@media screen and (prefers-color-scheme:dark){:root{");
		add_values(h, out, true);
		strbuf_add(out, "}}\n");
	}
	strbuf_add(out, "@media (forced-colors:active){:root{");
	for (size_t i = 0; i < NAMED; i++)
		strbuf_addf(out, "--%s:%s;", named[i].name, named[i].forced);
	strbuf_add(out, "}");
	for (size_t i = NAMED; i < h->n_inks;
	     i++) /* colours of makers and shades: whatever they stand on, they have an edge */
		if (h->inks[i].fills)
			strbuf_addf(out, "svg>.f%zu,svg>g>.f%zu{stroke:CanvasText;stroke-width:.75}", i, i);
	strbuf_add(out, "}\n");
	for (size_t i = 0; i < h->n_inks; i++) {
		if (h->inks[i].fills) {
			strbuf_addf(out, ".f%zu{fill:", i);
			web_ink_add(out, i);
			strbuf_add(out, "}");
		}
		if (h->inks[i].strokes) {
			strbuf_addf(out, ".k%zu{stroke:", i);
			web_ink_add(out, i);
			strbuf_add(out, "}");
		}
	}
	strbuf_add(out, "\n");
}
