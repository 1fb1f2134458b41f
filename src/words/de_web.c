/* German: what figures and numbers in a browser say when they are asked. */
#include "words/language.h"

const char *const german_web[WORDS] = {
	[WORD_WEB_MARKS] = "Die Werte, einer nach dem anderen",
	[WORD_WEB_TABLE] = "Die Werte als Tabelle",
	[WORD_WEB_SAVE] = "Als CSV speichern",
	[WORD_WEB_SKIP] = "Inhalt überspringen",
	[WORD_WEB_RANK] = "Rang {rank}",
	[WORD_WEB_INTERVAL] = "{level}-Intervall: {low} bis {high}",
	[WORD_WEB_CLAIMED] = "Angabe des Herstellers",
	[WORD_WEB_INDEPENDENT] = "Unabhängig gemessen",
	[WORD_WEB_NOBODY] = "Die Daten nennen nicht, wer gemessen hat",
	[WORD_WEB_ALSO] = "Auch veröffentlicht: {list}",
	[WORD_WEB_BY_SOURCE] = "{value} ({source})",
	[WORD_WEB_HEAD_VALUE] = "Wert",
	[WORD_WEB_HEAD_INTERVAL] = "Intervall",
	[WORD_WEB_HEAD_MEASURED] = "Gemessen",
	[WORD_WEB_EVIDENCE] = "Alle {n} Behauptungen und berechneten Zahlen",
	[WORD_WEB_HOLDS] = "Gilt{by}.",
	[WORD_WEB_FAILS] = "Gilt nicht{by}.",
	[WORD_WEB_RESTS] = "Beruht auf: {list}.",
	[WORD_WEB_BACK] = "Zurück zum Text",
	[WORD_WEB_NOTES] = "Anmerkungen",
	[WORD_WEB_CONTENTS_HERE] = "Inhalt, noch einmal",
};
