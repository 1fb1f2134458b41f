/* What may be compared instead of models, and what numbers stand beside, in German. */
#include "words/language.h"

const struct noun_word german_nouns[] = {
	{ "model", "Modell", "Modelle", "Modellen", NULL, GENDER_NEUTER },
	{ "engine", "Engine", "Engines", "Engines", NULL, GENDER_FEMININE },
	{ "system", "System", "Systeme", "Systemen", NULL, GENDER_NEUTER },
	{ "library", "Bibliothek", "Bibliotheken", "Bibliotheken", NULL, GENDER_FEMININE },
	{ "compiler", "Compiler", "Compiler", "Compilern", NULL, GENDER_MASCULINE },
	{ "agent", "Agent", "Agenten", "Agenten", "Agenten", GENDER_MASCULINE },
	{ "run", "Lauf", "Läufe", "Läufen", NULL, GENDER_MASCULINE },
	{ "tool", "Werkzeug", "Werkzeuge", "Werkzeugen", NULL, GENDER_NEUTER },
	{ "framework", "Framework", "Frameworks", "Frameworks", NULL, GENDER_NEUTER },
	{ "method", "Methode", "Methoden", "Methoden", NULL, GENDER_FEMININE },
	{ "algorithm", "Algorithmus", "Algorithmen", "Algorithmen", NULL, GENDER_MASCULINE },
	{ "database", "Datenbank", "Datenbanken", "Datenbanken", NULL, GENDER_FEMININE },
	{ "processor", "Prozessor", "Prozessoren", "Prozessoren", NULL, GENDER_MASCULINE },
	{ "device", "Gerät", "Geräte", "Geräten", NULL, GENDER_NEUTER },
	{ "service", "Dienst", "Dienste", "Diensten", NULL, GENDER_MASCULINE },
	{ "version", "Version", "Versionen", "Versionen", NULL, GENDER_FEMININE },
	{ "configuration", "Konfiguration", "Konfigurationen", "Konfigurationen", NULL, GENDER_FEMININE },
	{ "team", "Team", "Teams", "Teams", NULL, GENDER_NEUTER },
	{ "query", "Abfrage", "Abfragen", "Abfragen", NULL, GENDER_FEMININE },
	{ "program", "Programm", "Programme", "Programmen", NULL, GENDER_NEUTER },
	{ "command", "Befehl", "Befehle", "Befehlen", NULL, GENDER_MASCULINE },
	{ "function", "Funktion", "Funktionen", "Funktionen", NULL, GENDER_FEMININE },
	{ "machine", "Maschine", "Maschinen", "Maschinen", NULL, GENDER_FEMININE },
	{ "interpreter", "Interpreter", "Interpreter", "Interpretern", NULL, GENDER_MASCULINE },
	{ "parser", "Parser", "Parser", "Parsern", NULL, GENDER_MASCULINE },
	{ "solver", "Solver", "Solver", "Solvern", NULL, GENDER_MASCULINE },
	{ NULL, NULL, NULL, NULL, NULL, GENDER_UNKNOWN },
};

/* Longer ones first. */
const struct noun_bend german_bends[] = {
	{ "das beste andere Modell", "der beste andere $1", "die beste andere $1", "das beste andere $1" },
	{ "bei seinem einen", "bei seinem einen", "bei ihrem einen", "bei seinem einen" },
	{ "liegt es", "liegt er", "liegt sie", "liegt es" }, /* in findings, of what the sentence before is about */
	{ "hat es", "hat er", "hat sie", "hat es" },
	{ "kein anderes Modell", "kein anderer $1", "keine andere $1", "kein anderes $1" },
	{ "einem weiteren Modell", "einem weiteren $o", "einer weiteren $1", "einem weiteren $o" },
	{ "einem anderen Modell", "einem anderen $o", "einer anderen $1", "einem anderen $o" },
	{ "keinem Modell", "keinem $o", "keiner $1", "keinem $o" },
	{ "kein Modell", "kein $1", "keine $1", "kein $1" },
	{ "Kein Modell", "Kein $1", "Keine $1", "Kein $1" },
	{ "ein Modell", "einen $o", "eine $1", "ein $1" },
	{ "Jedes Modell", "Jeder $1", "Jede $1", "Jedes $1" },
	{ "Modellen", "$d", "$d", "$d" },
	{ "Modelle", "$n", "$n", "$n" },
	{ "Modell", "$1", "$1", "$1" },
	{ NULL, NULL, NULL, NULL },
};

const struct reference_word german_references[] = {
	{ "Abbildung", REFERENCE_FIGURE },   { "Abbildungen", REFERENCE_FIGURE },
	{ "Abb", REFERENCE_FIGURE },         { "Diagramm", REFERENCE_FIGURE },
	{ "Tabelle", REFERENCE_TABLE },      { "Tabellen", REFERENCE_TABLE },
	{ "Tab", REFERENCE_TABLE },          { "Abschnitt", REFERENCE_SECTION },
	{ "Abschnitte", REFERENCE_SECTION }, { "Abschnitten", REFERENCE_SECTION },
	{ "Kapitel", REFERENCE_SECTION },    { "Kapiteln", REFERENCE_SECTION },
	{ "Anhang", REFERENCE_SECTION },     { "Seite", REFERENCE_PAGE },
	{ "Seiten", REFERENCE_PAGE },        { "S", REFERENCE_PAGE },
	{ "Folie", REFERENCE_PAGE },         { "Folien", REFERENCE_PAGE },
	{ "Anmerkung", REFERENCE_NOTE },     { "Anmerkungen", REFERENCE_NOTE },
	{ "Fußnote", REFERENCE_NOTE },       { "Fußnoten", REFERENCE_NOTE },
	{ "Schritt", REFERENCE_STEP },       { "Schritte", REFERENCE_STEP },
	{ "Schritten", REFERENCE_STEP },     { NULL, REFERENCE_PAGE },
};

const char *const german_counted[] = { "Modelle", "Modellen", "Modell",     "Systeme",     "Systemen",   "System",
	                               "Rivalen", "Rivale",   "andere",     "anderen",     "Benchmarks", "Benchmark",
	                               "Tests",   "Test",     "Ergebnisse", "Ergebnissen", "Ergebnis",   "Zeilen",
	                               "Zeile",   "Quellen",  "Quelle",     "Varianten",   "Variante",   "Balken",
	                               "Spalten", "Spalte",   "Linien",     "Linie",       "Werte",      "Werten",
	                               "Wert",    "Einträge", "Eintrag",    NULL };
