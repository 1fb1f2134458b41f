/* Findings as SARIF 2.1.0, which code hosts and editors show beside the line they are about. A fault of the system is
 * no result: it is told as a notification of a run that failed. Each kind of finding is a rule, named by the words that
 * all of the kind share. */
#include "command/diagnostics.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "data/tree.h"
#include "read/emit.h"

#include <ctype.h>
#include <string.h>

enum { ID_MOST = 64 };

struct sarif {
	struct arena *arena;
	struct tree rules, results, notifications;
	struct map known; /* ids of rules */
	struct remedies remedies;
};

/* After a quoted text, or what printf fills in: those are details. */
static const char *skip_detail(const char *at)
{
	const char *end = *at == '"' ? strchr(at + 1, '"') : NULL;
	if (end)
		return end + 1;
	if (*at != '%')
		return at + 1;
	at += 1 + strspn(at + 1, "0123456789.*-+ #hljzt");
	return *at ? at + 1 : at;
}

/* "must-be-a-number-not" of "%s must be a number, not \"%s\"". */
static char *rule_id(struct arena *arena, const char *kind)
{
	struct strbuf b = strbuf_new(arena);
	bool gap = false;
	for (const char *at = kind; *at && b.n < ID_MOST;) {
		if (!isalpha((unsigned char)*at)) {
			gap = true;
			at = skip_detail(at);
			continue;
		}
		if (gap && b.n)
			strbuf_add(&b, "-");
		gap = false;
		char lower = (char)tolower((unsigned char)*at++);
		strbuf_addn(&b, &lower, 1);
	}
	return b.n ? b.s : arena_strdup(arena, "finding");
}

static const char *rule_of(struct sarif *s, const struct diag *diag)
{
	char *id = rule_id(s->arena, diag->kind);
	if (map_find(&s->known, id))
		return id;
	struct tree rule = tree_new(s->arena);
	tree_put(&rule, "id", tree_text(id));
	tree_put(&s->rules, NULL, tree_map(&rule));
	map_put(&s->known, id, id);
	return id;
}

static struct value one(struct arena *arena, const char *key, struct value value)
{
	struct tree map = tree_new(arena);
	tree_put(&map, key, value);
	return tree_map(&map);
}

static struct value list_of(struct arena *arena, struct value value)
{
	struct tree list = tree_new(arena);
	tree_put(&list, NULL, value);
	return tree_list(&list);
}

static struct value message(struct arena *arena, const struct diag *diag, size_t more)
{
	const char *text = diag->hint ? arena_printf(arena, "%s (%s)", diag->message, diag->hint) : diag->message;
	if (more)
		text = arena_printf(arena, "%s; and %zu more like this", text, more);
	return one(arena, "text", tree_text(text));
}

static struct value artifact(struct arena *arena, const char *path)
{
	static const char plain[] = "-._~/";
	struct strbuf b = strbuf_new(arena);
	if (path[0] == '/')
		strbuf_add(&b, "file://");
	for (const char *p = path; *p; p++) {
		if (isalnum((unsigned char)*p) || strchr(plain, *p))
			strbuf_addn(&b, p, 1);
		else
			strbuf_addf(&b, "%%%02X", (unsigned)(unsigned char)*p);
	}
	return one(arena, "uri", tree_text(b.s));
}

static struct value region(struct arena *arena, struct place place)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "startLine", place.line);
	if (place.column > 0)
		tree_put_number(&map, "startColumn", place.column);
	return tree_map(&map);
}

static struct value cell(struct arena *arena, const char *sheet, struct place place)
{
	char letters[8];
	place_letters(-place.column, letters);
	const char *name = arena_printf(arena, "%s!%s%d", sheet, letters, place.line);
	return list_of(arena, one(arena, "fullyQualifiedName", tree_text(name)));
}

/* Where it is: in a region of a file, in a cell of a sheet, or nowhere but under a name. */
static struct value location(struct arena *arena, struct place place)
{
	struct tree map = tree_new(arena), physical = tree_new(arena);
	const char *sheet = place.column < 0 ? strrchr(place.file, '#') : NULL;
	const char *file = sheet ? arena_strndup(arena, place.file, (size_t)(sheet - place.file)) : place.file;
	if (file[0] == '<') {
		tree_put(&map, "logicalLocations", list_of(arena, one(arena, "name", tree_text(file))));
		return tree_map(&map);
	}
	tree_put(&physical, "artifactLocation", artifact(arena, file));
	if (place.line > 0 && place.column >= 0)
		tree_put(&physical, "region", region(arena, place));
	tree_put(&map, "physicalLocation", tree_map(&physical));
	if (sheet && place.line > 0)
		tree_put(&map, "logicalLocations", cell(arena, sheet + 1, place));
	return tree_map(&map);
}

static struct value fix(struct arena *arena, const struct diag *diag, const struct remedy *remedy)
{
	struct tree deleted = tree_new(arena), replacement = tree_new(arena), change = tree_new(arena),
		    fix = tree_new(arena);
	tree_put_number(&deleted, "startLine", remedy->line);
	tree_put_number(&deleted, "startColumn", remedy->column);
	tree_put_number(&deleted, "endColumn", remedy->end);
	tree_put(&replacement, "deletedRegion", tree_map(&deleted));
	tree_put(&replacement, "insertedContent", one(arena, "text", tree_text(remedy->right)));
	tree_put(&change, "artifactLocation", artifact(arena, diag->place.file));
	tree_put(&change, "replacements", list_of(arena, tree_map(&replacement)));
	tree_put(&fix, "description", one(arena, "text", tree_text(diag->hint)));
	tree_put(&fix, "artifactChanges", list_of(arena, tree_map(&change)));
	return tree_map(&fix);
}

static void add(struct sarif *s, const struct diag *diag, size_t more)
{
	struct tree map = tree_new(s->arena);
	struct remedy remedy;
	bool failure = diag->severity == DIAG_FAILURE;
	if (!failure)
		tree_put(&map, "ruleId", tree_text(rule_of(s, diag)));
	tree_put(&map, "level", tree_text(diag_severity_word(diag->severity)));
	tree_put(&map, "message", message(s->arena, diag, more));
	if (diag->place.file)
		tree_put(&map, "locations", list_of(s->arena, location(s->arena, diag->place)));
	if (!failure && diagnostics_remedy(&s->remedies, diag, &remedy))
		tree_put(&map, "fixes", list_of(s->arena, fix(s->arena, diag, &remedy)));
	tree_put(failure ? &s->notifications : &s->results, NULL, tree_map(&map));
}

static struct value tool(struct sarif *s, const char *version)
{
	struct tree driver = tree_new(s->arena);
	tree_put(&driver, "name", tree_text("benchbrief"));
	tree_put(&driver, "version", tree_text(version));
	tree_put(&driver, "rules", tree_list(&s->rules));
	return one(s->arena, "driver", tree_map(&driver));
}

static struct value invocation(struct sarif *s, int status)
{
	struct tree map = tree_new(s->arena);
	tree_put(&map, "executionSuccessful", tree_bool(!status));
	tree_put_number(&map, "exitCode", status);
	tree_put(&map, "toolExecutionNotifications", tree_list(&s->notifications));
	return tree_map(&map);
}

char *diagnostics_sarif(struct arena *arena, const struct diags *diags, const char *version, int status)
{
	struct sarif s = { .arena = arena,
		           .rules = tree_new(arena),
		           .results = tree_new(arena),
		           .notifications = tree_new(arena),
		           .known = map_new(arena),
		           .remedies = { arena, map_new(arena) } };
	const struct diag *diag;
	for (size_t i = 0; (diag = diags_at(diags, i)); i++)
		add(&s, diag, diags_more(diags, i));
	struct tree run = tree_new(arena), log = tree_new(arena);
	tree_put(&run, "tool", tool(&s, version));
	tree_put(&run, "invocations", list_of(arena, invocation(&s, status)));
	tree_put(&run, "columnKind", tree_text("unicodeCodePoints"));
	tree_put(&run, "results", tree_list(&s.results));
	tree_put(&log, "$schema", tree_text("https://json.schemastore.org/sarif-2.1.0.json"));
	tree_put(&log, "version", tree_text("2.1.0"));
	tree_put(&log, "runs", list_of(arena, tree_map(&run)));
	struct value value = tree_map(&log);
	return emit_json(arena, &value);
}
