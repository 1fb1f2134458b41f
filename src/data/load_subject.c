/* What a dataset compares: "subject: engine", "subject: {one: team, many: teams}", or one of the two a language. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

enum { LONGEST = 40, LANGUAGES = 8 };

static const char *const form_keys[] = { "one", "many", "gender" };
static const char *const genders[] = { "masculine", "feminine", "neuter" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Words that may stand in a sentence: letters, spaces, hyphens. */
static bool is_noun(struct build *b, const char *text, struct place place)
{
	bool fine = *text && strlen(text) <= LONGEST && !strpbrk(text, "{}$.,;:!?()[]\"<>=0123456789");
	if (!fine)
		diag_add(b->diags, DIAG_ERROR, place, "write a noun of at most 40 letters: subject: engine",
		         "\"%s\" cannot stand for what is compared", text);
	return fine;
}

static bool load_forms(struct build *b, const struct value *map, struct noun *noun)
{
	struct schema s = { b->arena, b->diags, map, "subject" };
	int gender;
	schema_keys(&s, form_keys, COUNT(form_keys));
	noun->one = schema_text(&s, "one", REQUIRED);
	noun->many = schema_text(&s, "many", REQUIRED);
	if (schema_word(&s, "gender", OPTIONAL, genders, COUNT(genders), &gender))
		noun->gender = (enum gender)(GENDER_MASCULINE + gender);
	return noun->one && noun->many && is_noun(b, noun->one, schema_place(&s, "one")) &&
	       is_noun(b, noun->many, schema_place(&s, "many"));
}

static bool load_word(struct build *b, const struct value *value, struct noun *noun)
{
	if (value->kind == VALUE_MAP)
		return load_forms(b, value, noun);
	if (value->kind != VALUE_STRING) {
		diag_add(b->diags, DIAG_ERROR, value->place, "write subject: engine",
		         "subject must be a noun, but this is %s", value_kind_word(value->kind));
		return false;
	}
	noun->word = value->text;
	bool known = !b->rules || !b->rules->has_noun || b->rules->has_noun(value->text);
	if (!known && is_noun(b, value->text, value->place))
		diag_add(b->diags, DIAG_ERROR, value->place,
		         arena_printf(b->arena, "give both forms: subject: {one: %s, many: …}", value->text),
		         "the plural of \"%s\" is not known", value->text);
	return known;
}

void load_subject(struct build *b, const struct value *root)
{
	const struct value *value = value_at(root, "subject");
	if (!value || value->kind == VALUE_MISSING || b->d->n_nouns)
		return;
	bool forms = value->kind == VALUE_MAP && (value_at(value, "one") || value_at(value, "many"));
	bool each = value->kind == VALUE_MAP && !forms;
	struct noun *nouns = arena_alloc(b->arena, LANGUAGES, sizeof *nouns);
	size_t n = each ? value->count : 1;
	if (n > LANGUAGES || !n) {
		diag_add(b->diags, DIAG_ERROR, value->place, "write subject: engine", "subject has %zu languages", n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (each && strlen(value->keys[i].text) != 2) {
			diag_add(b->diags, DIAG_ERROR, value->keys[i].place,
			         "write one and many, or the code of a language: en, de", "\"%s\" is not a language",
			         value->keys[i].text);
			continue;
		}
		struct noun *noun = &nouns[b->d->n_nouns];
		*noun = (struct noun){ .language = each ? value->keys[i].text : NULL };
		b->d->n_nouns += load_word(b, each ? &value->items[i] : value, noun);
	}
	b->d->nouns = nouns;
	if (b->d->n_nouns && b->rules && b->rules->say)
		b->d->said = b->rules->say(b->arena, nouns, b->d->n_nouns);
}
