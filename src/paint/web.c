/* The document around its elements: head, policy, fonts, what it carries; and the end. */
#include "paint/web_parts.h"

#include "base/arena.h"
#include "base/hash.h"
#include "paint/base64.h"
#include "paint/seal.h"
#include "paint/web_cargo.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

struct web *web_new(struct arena *arena, const struct web_setup *setup, const struct paint_info *info,
                    struct diags *diags)
{
	struct web *h = arena_alloc(arena, 1, sizeof *h);
	*h = (struct web){ .arena = arena,
		           .setup = *setup,
		           .info = info,
		           .diags = diags,
		           .body = strbuf_new(arena),
		           .fonts = font_uses_new(arena) };
	web_ink_start(h);
	return h;
}

/* What the one script is allowed by. */
static void add_policy(const char *script, struct strbuf *b)
{
	enum { HASH_BYTES = 32, HEX = 16 };
	char hex[2 * HASH_BYTES + 1], pair[3] = "";
	unsigned char hash[HASH_BYTES];
	hash_sha256_hex(script, strlen(script), hex);
	for (size_t i = 0; i < HASH_BYTES; i++) {
		memcpy(pair, hex + 2 * i, 2);
		hash[i] = (unsigned char)strtoul(pair, NULL, HEX);
	}
	strbuf_add(b, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
	              "'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
	              "script-src 'sha256-");
	base64_add(b, hash, sizeof hash);
	strbuf_add(b, "'\">\n");
}

static void add_meta(struct strbuf *b, const char *name, const char *content)
{
	if (!content || !*content)
		return;
	strbuf_addf(b, "<meta name=\"%s\" content=\"", name);
	markup_escape(b, content, strlen(content));
	strbuf_add(b, "\">\n");
}

/* Words in a corner of every page of paper. */
static void add_running(struct strbuf *b, const char *corner, const char *words)
{
	strbuf_addf(b, "@page{@%s{font:8pt Inter,sans-serif;content:\"", corner);
	for (const char *p = words; *p; p++)
		if (strchr("\"\\<", *p) || (unsigned char)*p < 0x20)
			strbuf_addf(b, "\\%02x ", (unsigned)(unsigned char)*p);
		else
			strbuf_addn(b, p, 1);
	strbuf_add(b, "\"}}");
}

/* The title runs at the head of every page but the first. */
static void add_running_title(const struct web *h, struct strbuf *b)
{
	add_running(b, "top-left", h->setup.title);
	strbuf_add(b, "@page:first{@top-left{content:none}}\n");
	if (h->setup.marked)
		add_running(b, "top-right", h->setup.marked);
}

/* Of style and script what the body has a use for. */
static void add_rules(const struct web *h, struct strbuf *b, const struct web_rules *rules)
{
	for (size_t i = 0; rules[i].rules; i++)
		if (!rules[i].needs || strstr(h->body.s, rules[i].needs))
			strbuf_add(b, rules[i].rules);
}

static void add_head(struct web *h, struct strbuf *b, const char *script)
{
	strbuf_addf(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
	            h->setup.language->code);
	add_meta(b, "generator", h->info->producer);
	add_policy(script, b);
	add_meta(b, "viewport", "width=device-width, initial-scale=1");
	strbuf_add(b, "<title>");
	markup_text(b, h->setup.title, strlen(h->setup.title));
	strbuf_add(b, "</title>\n");
	add_meta(b, "description", h->setup.description);
	for (size_t i = 0; i < h->info->n_authors; i++)
		add_meta(b, "author", h->info->authors[i]);
	strbuf_add(b, "<style>\n");
	font_uses_write(h->fonts, b, FONT_WOFF);
	web_ink_rules(h, b);
	web_type_rules(h, b);
	add_rules(h, b, web_style);
	add_running_title(h, b);
	strbuf_add(b, "</style>\n</head>\n");
}

void web_control(struct web *h)
{
	h->control_at = h->body.n;
}

void web_claim(struct web *h, bool claimed)
{
	h->n_claimed += claimed;
	web_add(h, claimed ? " class=o" : "");
}

/* It takes a script to hide anything: without one nobody sees it. */
static void insert_control(struct web *h)
{
	struct strbuf body = h->body;
	if (!h->n_claimed)
		return;
	h->body = strbuf_new(h->arena);
	strbuf_addn(&h->body, body.s, h->control_at);
	web_add(h, "<p class=claims hidden><button type=button aria-pressed=false>");
	web_text(h, words_get(h->setup.language, WORD_WEB_HIDE));
	web_add(h, "</button> <span role=status><span hidden>");
	web_text(h, words_get(h->setup.language, WORD_WEB_HIDDEN));
	web_add(h, "</span></span></p>\n");
	strbuf_addn(&h->body, body.s + h->control_at, body.n - h->control_at);
}

bool web_end(struct web *h, struct bytes *out)
{
	struct strbuf b = strbuf_new(h->arena), script = strbuf_new(h->arena);
	insert_control(h);
	add_rules(h, &script, web_script);
	add_head(h, &b, script.s);
	strbuf_add(&b, "<body>\n");
	strbuf_addn(&b, h->body.s, h->body.n);
	web_cargo_add(h->arena, &b, h->info);
	strbuf_addf(&b, "<script>%s</script>\n</body>\n</html>\n", script.s);
	seal_close(b.s, b.n, 0);
	*out = (struct bytes){ .data = b.s, .size = b.n };
	return diags_ok(h->diags);
}
