/* benchbrief verify FILE…: whether files that were made earlier are unaltered and still say what the data say. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/tree.h"
#include "paint/painter.h"
#include "press/verify.h"
#include "read/emit.h"

#include <stdio.h>
#include <string.h>

enum { OPT_DATA, OPT_FORMAT, OPT_FEED, OPT_PART = OPT_FEED + FEED_OPTIONS, OPTIONS = OPT_PART + PART_OPTIONS };

/* ---- for people ---- */

static const char *seal_words(const struct verified *v)
{
	switch (v->seal) {
	case VERIFIED_WHOLE:
		return "unaltered since it was written";
	case VERIFIED_ALTERED:
		return "altered since it was written";
	case VERIFIED_UNSEALED:
		return "the seal is gone, so it was altered";
	}
	return "";
}

static const char *where(struct arena *arena, const struct verified_finding *f)
{
	if (f->block)
		return f->line ? arena_printf(arena, "%s, line %d: ", f->block, f->line)
		               : arena_printf(arena, "%s: ", f->block);
	if (f->line)
		return arena_printf(arena, "line %d, column %d: ", f->line, f->column);
	return f->chart ? arena_printf(arena, "chart %s: ", f->chart) : "";
}

static void print_edit(const char *what, const struct verified_finding *f)
{
	if (f->was && f->is_now)
		printf("  %s: \"%s\" was written, now \"%s\"\n", what, f->was, f->is_now);
	else if (f->was)
		printf("  %s: \"%s\" was written, and is gone\n", what, f->was);
	else if (f->is_now)
		printf("  %s: \"%s\" was added\n", what, f->is_now);
	else
		printf("  %s: cannot be read, so what it says is not known\n", what);
}

static bool is_edit(const struct verified_finding *f)
{
	return f->kind == VERIFIED_EDITED || f->kind == VERIFIED_UNREAD;
}

static void print_finding(struct arena *arena, const struct verified_finding *f)
{
	const char *what = str_one_line(arena, arena_strdup(arena, f->what));
	if (is_edit(f)) {
		print_edit(what, f);
		return;
	}
	printf("  %s%s: %s, now %s\n", where(arena, f), what, f->was ? f->was : "nothing",
	       f->is_now                  ? f->is_now
	       : f->kind == VERIFIED_GONE ? "without a value"
	                                  : "unknown");
}

static size_t count(const struct verified *v, enum verified_kind kind)
{
	size_t n = 0;
	for (size_t i = 0; i < v->n_findings; i++)
		n += v->findings[i].kind == kind;
	return n;
}

static size_t count_edits(const struct verified *v)
{
	return count(v, VERIFIED_EDITED) + count(v, VERIFIED_UNREAD);
}

/* What the record says may hold while the file says something else. */
static const char *reserve(const struct verified *v)
{
	return v->texts_elsewhere && v->seal != VERIFIED_WHOLE
	               ? " as they were written, but what was changed in the file is not known"
	       : count(v, VERIFIED_UNREAD) ? " as they were written, but not all of the file can be read"
	       : count(v, VERIFIED_EDITED) ? " as they were written, but the file was changed"
	       : v->same_data              ? ""
	                                   : ", but the data have changed elsewhere";
}

static void print_texts(const struct verified *v)
{
	size_t edited = count(v, VERIFIED_EDITED), unread = count(v, VERIFIED_UNREAD);
	printf("  %zu texts held against what was written: %zu %s not as written", v->n_texts, edited,
	       edited == 1 ? "thing is" : "things are");
	if (unread)
		printf(", %zu cannot be read", unread);
	printf("\n");
}

static void print_text(struct arena *arena, const struct verified *v, bool with_data)
{
	printf("%s: %s\n", v->path, seal_words(v));
	for (size_t i = 0; i < v->n_findings; i++)
		print_finding(arena, &v->findings[i]);
	if (v->n_texts)
		print_texts(v);
	if (v->texts_elsewhere)
		printf("  another version of benchbrief (%s) recorded its texts in a way of its own, so they are not "
		       "held against "
		       "the record%s\n",
		       v->version ? v->version : "not named",
		       v->seal == VERIFIED_WHOLE ? "; the seal shows that they are as written" : "");
	if (!with_data || !v->has_record)
		return;
	printf("  %zu values, %zu counts, %zu expressions, %zu claims, %zu generated lines and %zu sources looked up: ",
	       v->n_values, v->n_counts, v->n_expressions, v->n_claims, v->n_lines, v->n_sources);
	size_t n = v->n_findings - count_edits(v);
	if (n)
		printf("%zu %s not hold\n", n, n == 1 ? "does" : "do");
	else
		printf("all hold%s\n", reserve(v));
}

/* ---- for programs ---- */

static struct value text(const char *s)
{
	return s ? tree_text(s) : (struct value){ .kind = VALUE_MISSING, .text = "null" };
}

static struct value finding_map(struct arena *arena, const struct verified_finding *f)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "kind", tree_text(verified_kind_word(f->kind)));
	tree_put(&map, "chart", text(f->chart));
	tree_put(&map, "block", text(f->block));
	tree_put_number(&map, "line", f->line);
	tree_put_number(&map, "column", f->column);
	tree_put(&map, "what", text(f->what));
	tree_put(&map, "was", text(f->was));
	tree_put(&map, "now", text(f->is_now));
	return tree_map(&map);
}

static struct value file_map(struct arena *arena, const struct verified *v, bool with_data)
{
	struct tree map = tree_new(arena), findings = tree_new(arena);
	tree_put(&map, "file", tree_text(v->path));
	tree_put(&map, "format", tree_text(v->painter->suffix));
	tree_put(&map, "seal", tree_text(verified_seal_word(v->seal)));
	tree_put(&map, "benchbrief", text(v->version));
	tree_put(&map, "briefing", text(v->briefing));
	tree_put(&map, "same_data", with_data && v->has_record ? tree_bool(v->same_data) : text(NULL));
	tree_put_number(&map, "values", (double)v->n_values);
	tree_put_number(&map, "counts", (double)v->n_counts);
	tree_put_number(&map, "expressions", (double)v->n_expressions);
	tree_put_number(&map, "claims", (double)v->n_claims);
	tree_put_number(&map, "lines", (double)v->n_lines);
	tree_put_number(&map, "sources", (double)v->n_sources);
	if (v->n_texts)
		tree_put_number(&map, "texts", (double)v->n_texts);
	for (size_t i = 0; i < v->n_findings; i++)
		tree_put(&findings, NULL, finding_map(arena, &v->findings[i]));
	tree_put(&map, "findings", tree_list(&findings));
	return tree_map(&map);
}

static void print_json(struct arena *arena, const struct verified *verified, size_t n, bool with_data)
{
	struct tree root = tree_new(arena), files = tree_new(arena);
	for (size_t i = 0; i < n; i++)
		tree_put(&files, NULL, file_map(arena, &verified[i], with_data));
	tree_put(&root, "files", tree_list(&files));
	struct value value = tree_map(&root);
	fputs(emit_json(arena, &value), stdout);
}

/* ---- the verdict ---- */

static void judge(struct command_env *env, const struct verified *v, bool with_data)
{
	if (v->seal != VERIFIED_WHOLE)
		diag_add(env->diags, DIAG_ERROR, place_file(v->path),
		         "if another program only saved it again, what it says may be the same: make it again from its "
		         "data",
		         "was altered since it was written");
	if (v->texts_elsewhere && v->seal != VERIFIED_WHOLE)
		diag_add(env->diags, DIAG_ERROR, place_file(v->path),
		         "verify it with the version that wrote it, or make it again from its data",
		         "was written by another version of benchbrief: what was changed in it cannot be told");
	if (with_data && !v->has_record)
		diag_add(env->diags, DIAG_ERROR, place_file(v->path), "make it again from its data",
		         "has lost the record of what it says, so nothing can be looked up");
	size_t edited = count(v, VERIFIED_EDITED), unread = count(v, VERIFIED_UNREAD),
	       n = v->n_findings - edited - unread;
	if (edited)
		diag_add(env->diags, DIAG_ERROR, place_file(v->path), "make it again from its data",
		         "%zu of what it says %s not as it was written", edited, edited == 1 ? "is" : "are");
	if (unread)
		diag_add(env->diags, DIAG_ERROR, place_file(v->path), "make it again from its data",
		         "%zu of its pieces cannot be read, so what %s say%s is not known", unread,
		         unread == 1 ? "it" : "they", unread == 1 ? "s" : "");
	if (n)
		diag_add(env->diags, DIAG_ERROR, place_file(v->path), "make it again from the new data",
		         "%zu of what it says %s not hold any more", n, n == 1 ? "does" : "do");
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_DATA] = { .name = "--data", .many = true }, [OPT_FORMAT] = { .name = "--format", .brief = "-f" }
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **paths;
	size_t n_paths, n_verified;
	const struct verified *verified;
	struct command_feeds feeds;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	const char *format = option_value(&options[OPT_FORMAT], "text");
	bool json = str_eq(format, "json");
	if (!json && !str_eq(format, "text"))
		return command_usage(env, "verify", "--format must be text or json, not %s", format);
	if (!n_paths)
		return command_usage(env, "verify", "no file given");
	const struct option *data = &options[OPT_DATA];
	if (!command_part_idle(env, "verify", &options[OPT_PART], PART_BENCHMARK, PART_ORDER,
	                       "all that a file says is looked up, and a file that was made of a selection is held "
	                       "against the same") ||
	    !command_take_feeds(env, "verify", &options[OPT_FEED], data->values, data->count, &feeds) ||
	    (!feeds.count && !command_feeds_idle(env, "verify", &options[OPT_FEED], FEED_BETTER)))
		return EXIT_USAGE;
	struct press_verify request = { paths, n_paths, feeds.items, feeds.count, feeds.format, feeds.better };
	bool with_data = request.n_data > 0;
	command_take(env, press_verify(command_press(env), &request, &verified, &n_verified), NULL);
	for (size_t i = 0; i < n_verified; i++) {
		if (!json)
			print_text(env->arena, &verified[i], with_data);
		judge(env, &verified[i], with_data);
	}
	if (json)
		print_json(env->arena, verified, n_verified, with_data);
	else if (n_verified && !with_data)
		printf("Without --data nothing that the files say was looked up. The seal is no protection against "
		       "forgery:\nwhoever edits a file on purpose can seal it again.\n");
	return EXIT_DONE;
}

const struct command command_verify = {
	.name = "verify",
	.summary = "whether files made earlier are unaltered, and still say what the data say",
	.help = "usage: benchbrief verify FILE… [--data DATA]… [--format text|json]\n\n"
		"FILE is a {FORMATS} that benchbrief wrote. Every such file carries a seal, the hash of its bytes, and "
		"a\n"
		"record of what it says: values with their ranks and sources, what the words of a chart count, and of "
		"a\n"
		"briefing all expressions, claims and what its generated blocks say.\n"
		"Without --data only the seal is judged. It shows that a file was edited, damaged or recompressed; it "
		"is no\n"
		"protection against forgery, since whoever edits a file on purpose can seal it again.\n\n"
		"      --data DATA    hold the record against these data: what no longer holds is listed, with what "
		"the\n"
		"                     data say now. Counts are made again, of what is not shown too, and generated\n"
		"                     blocks are made anew; the data that changes were counted from are in the record\n"
		"  -f, --format F     text, or json: {\"files\": [{\"file\", \"format\", \"seal\": "
		"\"whole|altered|none\",\n"
		"                     \"benchbrief\", \"briefing\", \"same_data\", \"values\", \"counts\",\n"
		"                     \"expressions\", \"claims\", \"lines\", \"sources\" (how many were looked up), "
		"\"findings\": [{\"kind\":\n"
		"                     \"value|gone|rank|expression|claim|printed|count|edited|unread|source\", "
		"\"chart\", "
		"\"block\", "
		"\"line\",\n"
		"                     \"column\", \"what\", \"was\", \"now\"}]}]}\n\n"
		"A file that was made of a selection (render --maker …) names it, and is held against the same part of "
		"the\n"
		"data. How the data are read:\n\n" COMMAND_FEED_HELP
		"\nThe exit status is 1 if a file was altered or anything it says does not hold any more.\n",
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
