/* German. */
#include "words/direction.h"
#include "words/language.h"

static enum plural plural(struct plural_operands number)
{
	return number.i == 1 && number.v == 0 ? PLURAL_ONE : PLURAL_OTHER;
}

static const char *const endings[] = { "n", "r", "s", "m", NULL };

static const char *const by[] = { "um", NULL };

static const char *const sided[] = { "vor",    "hinter",     "über",   "unter",     "mehr",      "weniger",
	                             "besser", "schlechter", "höher",  "niedriger", "schneller", "langsamer",
	                             "länger", "kürzer",     "voraus", "zurück",    NULL };

static const char *const scope[] = { "in", "mit", "bei", "auf", "für", "aus", "von", "den", "alle", "allen", NULL };

static const char *const of_all[] = { "von", "von allen", "der", "aller", NULL };

static const char *const rank_words[] = { "Rang", "Platz", "Stelle", "Nummer", "Nr.", NULL };

static const char *const common[WORDS] = {
	[WORD_HIGHER] = "Höher ist besser",
	[WORD_LOWER] = "Niedriger ist besser",
	[WORD_HIGHER_MOSTLY] = "Höher ist besser, sofern nicht anders angegeben",
	[WORD_DIRECTIONS] = "Höher ist besser bei {up}, niedriger bei {down}",
	[WORD_HIGHER_ON] = "Höher ist besser bei {on}",
	[WORD_LOWER_ON] = "Niedriger ist besser bei {on}",
	[WORD_LOWER_COLUMN] = "niedriger ist besser",
	[WORD_UNKNOWN_COLUMN] = "Richtung unbekannt",
	[WORD_AS_OF] = "Stand: {date}",
	[WORD_OUT_OF] = "von {high}",
	[WORD_FROM_TO] = "von {low} bis {high}",
	[WORD_INTERVAL] = "{low} bis {high}",
	[WORD_NONE] = "keine",
	[WORD_MEASURED_UNKNOWN] = "unbekannt",
	[WORD_MEASURED_FIRST_PARTY] = "vom Hersteller",
	[WORD_MEASURED_THIRD_PARTY] = "von Dritten",
	[WORD_LIST_MORE] = " und {n} weitere",
	[WORD_THE_INDEX] = "dem {name}",
	[WORD_THE_LEADERS] = "den Führenden",
	[WORD_THAN_THE_LEADERS] = "die Führenden",

	[WORD_CLAIMED] = "laut Hersteller",
	[WORD_ESTIMATED] = "geschätzt",
	[WORD_NOT_REPORTED] = "nicht angegeben",
	[WORD_NO_RESULT] = "kein Ergebnis",
	[WORD_WITHHELD] = "nicht gezeigt",
	[WORD_NO_TOTAL] = "keine Summe: {names} nicht angegeben",
	[WORD_NO_SHARES] = "keine Anteile: die Summe ist null",
	[WORD_UNKNOWN_ZERO] = "unbekannt: die Quelle nennt 0",

	[WORD_SHEET_TITLE] = "Der Stil {name}",
	[WORD_SHEET_ALT] = "Der Stil {name}: seine Farben, seine Schriften und ein Diagramm jeder Art.",
	[WORD_SHEET_TITLES] = "Titel",
	[WORD_SHEET_SUBTITLES] = "Untertitel",
	[WORD_SHEET_LABELS] = "Beschriftung",
	[WORD_SHEET_VALUES] = "Wert {number}",
	[WORD_SHEET_HIGHLIGHTED] = "Hervorgehoben",
	[WORD_SHEET_NOTES] = "Anmerkung und Quelle",
};

const struct language language_german = {
	.code = "de",
	.name = "German",
	.digits = "0123456789",
	.point = ",",
	.thousands = ".",
	.minus = "\u2212",
	.plus = "+",
	.times_ten = "\u00a0\u00b7\u00a010",
	.list_comma = ", ",
	.list_last = " und ",
	.list_two = " und ",
	.list_semicolon = "; ",
	.sentence = CASE_CAPITAL,
	.heading = CASE_CAPITAL,
	.plural = plural,
	.plurals = { PLURAL_ONE, PLURAL_OTHER },
	.in_headings = PLURAL_OTHER,
	.percent_word = "Prozent",
	.own = (const char *const[]){ "Angabe", "laut ", "Laut ", "nach eigen", "Nach eigen", "selbst", "behauptet",
	                              "beansprucht", "meldet", "zufolge", NULL },
	.percent = "\u202f%",
	.months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
	            "November", "Dezember" },
	.day = "{day}.\u00a0{month}\u00a0{year}",
	.month = "{month}\u00a0{year}",
	.counts = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11",
	            "12" } /* number words would have to be bent */,
	.spelled = { "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
	             "zwölf" },
	.ordinal = german_ordinal,
	.numerals = german_numerals,
	.counted = german_counted,
	.by = by,
	.sided = sided,
	.scope = scope,
	.of_all = of_all,
	.rank_words = rank_words,
	.order = &german_order,
	.endings = endings,
	.ordinal_endings = german_ordinal_endings,
	.tens_after = "und",
	.units = german_units,
	.magnitudes = { { "", "" },
	                { "Tausend", "Tausend" },
	                { "Million", "Millionen" },
	                { "Milliarde", "Milliarden" } },
	.references = german_references,
	.version = "Version",
	.article_words = { "Index" },
	.articles = { "the", "The", "der", "Der" },
	.nouns = german_nouns,
	.bends = german_bends,
	.better_lower = german_better_lower,
	.better_higher = german_better_higher,
	.chapters = { common, german_charts, german_brief, german_facts, german_web, german_preview },
};
