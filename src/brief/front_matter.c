#include "brief/front_matter.h"

#include "base/arena.h"
#include "data/schema.h"
#include "read/read.h"

#include <string.h>

static const char *const keys[] = { "title",    "subtitle", "author",   "date",    "data",        "look",
	                            "page",     "focus",    "lang",     "columns", "cover",       "numbers",
	                            "name",     "contents", "appendix", "unbound", "class",       "to",
	                            "findings", "picture",  "logo",     "footer",  "confidential" };

bool front_matter_is_deck(const struct front_matter *front)
{
	return front->page->kind == PAGE_SLIDES || front->page->kind == PAGE_NOTES;
}

/* One text, or a list of texts. */
static const char *const *texts(struct schema *s, const char *key, size_t *count, const struct place **places)
{
	const struct value *value = schema_at(s, key);
	*count = 0;
	if (!value)
		return NULL;
	bool list = value->kind == VALUE_LIST;
	const char **out = arena_alloc(s->arena, list ? value->count + 1 : 1, sizeof *out);
	struct place *at = arena_alloc(s->arena, list ? value->count + 1 : 1, sizeof *at);
	for (size_t i = 0; i < (list ? value->count : 1); i++) {
		const struct value *item = list ? &value->items[i] : value;
		at[*count] = item->place;
		if (item->kind == VALUE_STRING || item->kind == VALUE_NUMBER)
			out[(*count)++] = item->text;
		else
			diag_add(s->diags, DIAG_ERROR, item->place, "write plain text",
			         "%s must be text, but this is %s", key, value_kind_word(item->kind));
	}
	*places = at;
	return out;
}

static void read_page(struct schema *s, struct front_matter *front)
{
	const char *names[PAGE_FORMATS];
	int index = 0;
	for (int i = 0; i < PAGE_FORMATS; i++)
		names[i] = page_format_at(i)->name;
	if (schema_word(s, "page", OPTIONAL, names, PAGE_FORMATS, &index))
		front->page = page_format_at(index);
	if (front->page->kind == PAGE_SLIDES)
		front->slides = front->page;
}

static void read_columns(struct schema *s, struct front_matter *front)
{
	const struct value *value = schema_at(s, "columns");
	if (!value)
		return;
	if (value->kind == VALUE_NUMBER && (value->number == 1 || value->number == 2))
		front->columns = (int)value->number;
	else
		schema_wrong(s, "columns", NULL, "1 or 2");
}

static void read_unbound(struct schema *s, struct front_matter *front)
{
	static const char *const words[] = { [UNBOUND_ERROR] = "error", [UNBOUND_WARN] = "warn" };
	int index;
	if (schema_word(s, "unbound", OPTIONAL, words, sizeof words / sizeof *words, &index))
		front->unbound = (enum unbound)index;
}

/* A plain file name, so that nothing is written to another folder. */
static void read_name(struct schema *s, struct front_matter *front)
{
	front->name = schema_text(s, "name", OPTIONAL);
	if (front->name && (strpbrk(front->name, "/\\\n") || front->name[0] == '.' || !*front->name)) {
		schema_wrong(s, "name", "write letters, digits and hyphens: it names the file with the pages",
		             "a file name without a folder");
		front->name = NULL;
	}
}

static void read_class(struct schema *s, struct front_matter *front)
{
	static const char *const words[] = {
		[CLASS_REPORT] = "report", [CLASS_MEMO] = "memo", [CLASS_ONE_PAGER] = "one-pager"
	};
	int index;
	const struct place *to_places;
	front->class_place = schema_place(s, "class");
	if (schema_word(s, "class", OPTIONAL, words, sizeof words / sizeof *words, &index))
		front->class = (enum document_class)index;
	front->to = texts(s, "to", &front->n_to, &to_places);
	front->to_place = front->n_to ? to_places[0] : place_file(NULL);
	if (front->n_to && front->class != CLASS_MEMO)
		schema_wrong(s, "to", "write class: memo", "left out where there is no masthead with a receiver");
	if (front->class == CLASS_REPORT)
		return;
	if (front->brand.cover != COVER_NONE)
		schema_wrong(s, "cover", arena_printf(s->arena, "remove it, or write class: report"),
		             arena_printf(s->arena, "left out: a %s has none", words[front->class]));
	if (front->class == CLASS_ONE_PAGER && front->contents)
		schema_wrong(s, "contents", "remove it", "left out: a one-pager has one page");
}

static void read_findings(struct schema *s, struct front_matter *front)
{
	const struct value *value = schema_at(s, "findings");
	front->findings_place = schema_place(s, "findings");
	double n = value && value->kind == VALUE_NUMBER ? value->number : 0;
	if (n >= 1 && n <= FINDINGS_ASKED_MAX && n == (double)(size_t)n)
		front->findings = (size_t)n;
	else if (value)
		schema_wrong(s, "findings", NULL, "a whole number from 1 to 9");
}

static void read_all(struct schema *s, struct front_matter *front)
{
	schema_keys(s, keys, sizeof keys / sizeof *keys);
	front->title = schema_text(s, "title", OPTIONAL);
	front->subtitle = schema_text(s, "subtitle", OPTIONAL);
	front->title_place = schema_place(s, "title");
	front->date_place = schema_place(s, "date");
	front->subtitle_place = schema_place(s, "subtitle");
	const struct place *author_places;
	front->authors = texts(s, "author", &front->n_authors, &author_places);
	front->author_place = front->n_authors ? author_places[0] : place_file(NULL);
	front->date = schema_date(s, "date");
	const struct value *data = schema_at(s, "data");
	if (data)
		front->data = feeds_read(s->arena, data, &(struct feed){ .named = FEED_BY_BRIEFING }, &front->n_data,
		                         s->diags);
	const char *look = schema_text(s, "look", OPTIONAL), *code = schema_text(s, "lang", OPTIONAL);
	front->look = look ? look : front->look;
	front->focus = schema_text(s, "focus", OPTIONAL);
	front->look_place = schema_place(s, "look");
	front->focus_place = schema_place(s, "focus");
	if (code) {
		front->language = language_find(code, diags_new(s->arena)); /* which knows no place */
		if (!front->language)
			schema_wrong(s, "lang", NULL, language_codes(s->arena));
	}
	read_page(s, front);
	read_columns(s, front);
	read_name(s, front);
	front->numbers = schema_list(s, "numbers");
	read_unbound(s, front);
	front->brand = brand_read(s);
	front->contents = schema_bool(s, "contents", false);
	read_class(s, front);
	read_findings(s, front);
	front->appendix = schema_bool(s, "appendix", front->class != CLASS_ONE_PAGER);
}

const struct front_matter *front_matter_read(struct arena *arena, const struct source_text *source, struct diags *diags)
{
	struct front_matter *front = arena_alloc(arena, 1, sizeof *front);
	struct feed *data = arena_alloc(arena, 1, sizeof *data);
	*data = (struct feed){ .place = place_file(source->path), .named = FEED_BY_BRIEFING, .file = "dataset.yaml" };
	size_t before = diags_count(diags, DIAG_ERROR);
	*front = (struct front_matter){ .data = data,
		                        .n_data = 1,
		                        .look = "editorial",
		                        .page = page_format_at(PAGE_A4),
		                        .slides = page_format_at(PAGE_SLIDES),
		                        .language = &language_english,
		                        .appendix = true };
	if (!source->front || strspn(source->front + 4, " \t\n") >= source->front_size - 4)
		return front;
	const struct value *root = read_bytes(arena, READ_YAML, source->path, source->front, source->front_size, diags);
	struct schema s;
	if (!root || !schema_open(&s, arena, diags, root, "briefing"))
		return NULL;
	read_all(&s, front);
	return diags_count(diags, DIAG_ERROR) == before ? front : NULL;
}
