/* German phrases that say who is better than whom. */
#include "words/language.h"

static const char *const first[] = {
	"ist Erster",   "ist Erste",     "ist Erstes",    "wird Erster", "wird Erste", "wird Erstes",
	"war Erster",   "war Erste",     "als Erster",    "als Erste",   "als Erstes", "erster Platz",
	"ersten Platz", "erster Stelle", "erste Stelle",  "Platz eins",  "Rang eins",  "Nummer eins",
	"ersten Rang",  "erster Rang",   "an der Spitze", NULL
};
static const char *const last[] = { "ist Letzter",   "ist Letzte",       "ist Letztes",      "wird Letzter",
	                            "wird Letzte",   "wird Letztes",     "war Letzter",      "war Letzte",
	                            "als Letzter",   "als Letzte",       "als Letztes",      "letzter Platz",
	                            "letzten Platz", "letzter Stelle",   "letzte Stelle",    "letzten Rang",
	                            "letzter Rang",  "ist Schlusslicht", "das Schlusslicht", NULL };
static const char *const leads[] = { "führt",
	                             "führen",
	                             "führte",
	                             "liegt vorn",
	                             "liegen vorn",
	                             "liegt vorne",
	                             "ist am besten",
	                             "sind am besten",
	                             "ist das beste",
	                             "ist der beste",
	                             "ist die beste",
	                             "ist bestes",
	                             NULL };
static const char *const trails[] = { "ist am schlechtesten", "sind am schlechtesten", "ist das schlechteste",
	                              "liegt ganz hinten", NULL };
static const char *const second[] = { "ist Zweiter",        "ist Zweite",      "ist Zweites", "ist das zweitbeste",
	                              "ist der zweitbeste", "ist zweitbester", NULL };
static const char *const ahead[] = { "schlägt",    "schlagen",  "übertrifft", "übertreffen", "überholt",   "liegt vor",
	                             "liegen vor", "steht vor", "stehen vor", "führt vor",   "führen vor", NULL };
static const char *const behind[] = { "liegt hinter",  "liegen hinter", "steht hinter",
	                              "stehen hinter", "unterliegt",    NULL };
static const char *const ahead_of[] = { "vor", NULL };
static const char *const behind_of[] = { "hinter", NULL };
static const char *const than[] = { "als", NULL };
static const char *const better[] = { "besser", "stärker", NULL };
static const char *const worse[] = { "schlechter", "schwächer", NULL };
static const char *const more[] = { "mehr", "höher", "größer", NULL };
static const char *const less[] = { "weniger", "niedriger", "kleiner", "geringer", NULL };
static const char *const nobody[] = { "niemand",      "keiner", "keines",          "kein Modell", "kein anderes Modell",
	                              "kein anderes", "nichts", "kein Konkurrent", NULL };
static const char *const not_before[] = { "nicht", "nie", "niemals", "nicht mehr", "kaum", NULL };
static const char *const not_after[] = { "nicht", "nie", "niemals", "nicht mehr", "nirgends", "kaum", NULL };
static const char *const inverse[] = { "günstig",   "günstiger", "billig",  "billiger", "schnell",   "schneller",
	                               "effizient", "sparsam",   "weniger", "kleiner",  "niedriger", NULL };
static const char *const over[] = { "übersteigt",  "übersteigen", "liegt über",  "liegen über", "kommt über",
	                            "kommen über", "übertrifft",  "übertreffen", NULL };
static const char *const reach[] = {
	"erreicht", "erreichen", "erreichte", "kommt auf mindestens", "kommen auf mindestens", NULL
};
static const char *const under[] = {
	"liegt unter", "liegen unter", "bleibt unter", "bleiben unter", "verfehlt", "verfehlen", NULL
};
static const char *const none[] = { "kein", "keines der", "keine", "keins der", NULL };
static const char *const every[] = { "jedes", "jeder", "alle", "alle der", NULL };
static const char *const one[] = { "ein", "eines", "eins", "einem", "einer", "nur ein", NULL };
static const char *const all_but[] = { "alle außer", "alle bis auf", "bis auf", NULL };
static const char *const level[] = { "liegen gleichauf", "sind gleichauf", "liegen gleich", "teilen sich", NULL };
static const char *const top[] = { "Top", "die besten", "den besten", "der besten", NULL };

const struct order_words german_order = {
	.first = first,
	.last = last,
	.leads = leads,
	.trails = trails,
	.inverts = true,
	.second = second,
	.ahead = ahead,
	.behind = behind,
	.ahead_of = ahead_of,
	.behind_of = behind_of,
	.than = than,
	.better = better,
	.worse = worse,
	.more = more,
	.less = less,
	.nobody = nobody,
	.not_before = not_before,
	.not_after = not_after,
	.inverse = inverse,
	.level = level,
	.top = top,
	.over = over,
	.reach = reach,
	.under = under,
	.none = none,
	.every = every,
	.one = one,
	.all_but = all_but,
};
