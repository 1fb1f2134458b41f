#include "read/read_equipment.h"

#include "base/arena.h"
#include "base/library.h"

#include <expat.h>
#include <yaml.h>

static void add_loaded(struct equipment_list *list, const char *name, const char *library, const char *function,
                       const char *purpose, const char *package, const char *remedy)
{
	const char *version = function ? equipment_version(list->arena, library, function) : NULL;
	equipment_add(list, (struct equipment){ .name = name,
	                                        .version = version,
	                                        .there = version || library_open(library, NULL),
	                                        .purpose = purpose,
	                                        .package = package,
	                                        .remedy = remedy });
}

void read_equipment(struct equipment_list *list, const char *duckdb)
{
	equipment_add(list, (struct equipment){ .name = "libyaml",
	                                        .version = yaml_get_version_string(),
	                                        .there = true,
	                                        .needed = true,
	                                        .purpose = "reads YAML" });
	equipment_add(list, (struct equipment){
				    .name = "expat",
				    .version = arena_printf(list->arena, "%d.%d.%d", XML_ExpatVersionInfo().major,
	                                                    XML_ExpatVersionInfo().minor, XML_ExpatVersionInfo().micro),
				    .there = true,
				    .needed = true,
				    .purpose = "reads the XML of workbooks" });
	add_loaded(list, "libzip", BENCHBRIEF_LIBZIP, "zip_libzip_version", "workbooks: .xlsx and .ods", "libzip4",
	           NULL);
	add_loaded(list, "SQLite", "libsqlite3.so.0", "sqlite3_libversion", "queries to SQLite files", "libsqlite3-0",
	           NULL);
	add_loaded(list, "unixODBC", "libodbc.so.2", NULL,
	           "queries to servers; each also needs its driver, such as odbc-postgresql", "libodbc2", NULL);
	add_loaded(list, "DuckDB", duckdb ? duckdb : "libduckdb.so", "duckdb_library_version",
	           "queries to Parquet files and to files too large to load", NULL,
	           "libduckdb.so of duckdb.org; BENCHBRIEF_DUCKDB names it");
}
