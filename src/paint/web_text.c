/* Elements and text. */
#include "paint/web_parts.h"

#include "base/arena.h"
#include "base/rtl.h"
#include "paint/base64.h"
#include "text/text.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void number(struct strbuf *out, double n, int decimals)
{
	char text[40];
	double unit = pow(10, decimals), r = round(n * unit) / unit;
	snprintf(text, sizeof text, "%.*f", decimals, r == 0 ? 0 : r);
	char *end = text + strlen(text);
	while (end[-1] == '0')
		*--end = '\0';
	if (end[-1] == '.')
		end[-1] = '\0';
	strbuf_add(out, text);
}

void web_number(struct strbuf *out, double n)
{
	number(out, n, 1);
}

void web_size(struct strbuf *out, double n)
{
	number(out, n, 3);
}

void web_add(struct web *h, const char *markup)
{
	strbuf_add(&h->body, markup);
}

void web_addf(struct web *h, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *text = arena_alloc(h->arena, (size_t)n + 1, 1);
	vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	strbuf_add(&h->body, text);
}

/* What a browser may draw in another face than was meant has to be in that one too. */
static void use(struct web *h, enum text_weight weight, const char *text)
{
	struct text_style style = { .size = h->setup.look->type.label, .weight = weight };
	font_uses_add(h->fonts, text_shape(h->setup.fonts, text, style, 0, 0, h->diags));
}

/* True if a word has a hyphen before a digit, where no line may break: "GPT-5.4". */
static bool holds_together(const char *word, size_t n)
{
	for (size_t i = 1; i + 1 < n; i++)
		if (word[i] == '-' && word[i + 1] >= '0' && word[i + 1] <= '9')
			return true;
	return false;
}

static void add_words(struct strbuf *b, const char *text, size_t n)
{
	for (size_t at = 0, end; at < n; at = end) {
		for (end = at; end < n && text[end] != ' ';)
			end++;
		bool whole = holds_together(text + at, end - at);
		strbuf_add(b, whole ? "<bdi>" : "");
		markup_text(b, text + at, end - at);
		strbuf_add(b, whole ? "</bdi>" : "");
		while (end < n && text[end] == ' ')
			strbuf_addn(b, &text[end++], 1);
	}
}

void web_text_in(struct web *h, enum text_weight weight, const char *text, size_t n)
{
	if (!n)
		return;
	char *own = arena_alloc(h->arena, n + 1, 1);
	memcpy(own, text, n);
	use(h, weight, own);
	if (weight == TEXT_CODE)
		markup_text(&h->body, text, n);
	else
		add_words(&h->body, text, n);
}

void web_text(struct web *h, const char *text)
{
	web_text_in(h, TEXT_REGULAR, text, strlen(text));
}

void web_direction(struct web *h, const char *text)
{
	if (text && rtl_is_in(text))
		web_add(h, " dir=auto");
}

void web_literal(struct web *h, const char *text)
{
	use(h, TEXT_REGULAR, text);
	markup_text(&h->body, text, strlen(text));
}

void web_attribute(struct web *h, const char *name, const char *value)
{
	strbuf_addf(&h->body, " %s=\"", name);
	markup_escape(&h->body, value, strlen(value));
	strbuf_add(&h->body, "\"");
}

void web_address(struct web *h, const char *name, const char *uri)
{
	strbuf_addf(&h->body, " %s=\"", name);
	markup_encode(&h->body, uri, strlen(uri), false);
	strbuf_add(&h->body, "\"");
}

void web_element(struct web *h, const char *name, const char *classes, enum text_weight weight, const char *text)
{
	if (!text || !*text)
		return;
	web_addf(h, classes ? "<%s class=\"%s\"" : "<%s", name, classes);
	web_direction(h, text);
	web_add(h, ">");
	web_text_in(h, weight, text, strlen(text));
	web_addf(h, "</%s>", name);
}

void web_open_table(struct web *h, const char *classes, const char *caption)
{
	size_t n = ++h->n_tables;
	web_addf(h,
	         "<div class=scroll tabindex=0 role=region aria-labelledby=_t%zu><table class=\"%s\">\n"
	         "<caption class=said id=_t%zu",
	         n, classes, n);
	web_direction(h, caption);
	web_add(h, ">");
	web_text(h, caption);
	web_add(h, "</caption>\n");
}

void web_close_table(struct web *h)
{
	web_add(h, "</table></div>\n");
}

void web_data(struct web *h, const char *name, const char *media_type, struct bytes file)
{
	strbuf_addf(&h->body, " %s=\"data:%s;base64,", name, media_type);
	base64_add(&h->body, file.data, file.size);
	strbuf_add(&h->body, "\"");
}
