#!/bin/sh
# What a database answers is data like any other: from an option, a dataset or a briefing; and nothing else can be had of it.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
cd "$scratch" || exit 1
mkdir in
python3 - <<'PYEND' || exit 1
import sqlite3
one = sqlite3.connect("in/one.sqlite")
one.execute("create table runs (model text, benchmark text, value real, unit text, day text)")
one.executemany("insert into runs values (?, ?, ?, ?, ?)", [
    ("Aster", "gpqa", 71.5, "percent", "2026-05-01"), ("Birch", "gpqa", 64.25, "percent", "2026-05-01"),
    ("Aster", "gpqa", 60, "percent", "2026-04-01"), ("Birch", "maths", 40, "percent", "2026-05-01")])
one.commit()
two = sqlite3.connect("in/two.sqlite")
two.execute("create table runs (model text, benchmark text, value real)")
two.execute('create table "spent money" (model text, usd real)')
two.execute("insert into runs values ('Cedar', 'gpqa', 50)")
two.commit()
PYEND
gpqa="select model, benchmark, max(value) as value, unit from runs where benchmark = 'gpqa' group by model"

# expect STATUS "WORDS" COMMAND…: the exit status, and words that the output has
expect() {
	status=$1 words=$2
	shift 2
	"$BENCHBRIEF" "$@" >out 2>&1
	got=$?
	[ $got -eq "$status" ] || fail "status $got, not $status: $*: $(cat out)"
	grep -qF -- "$words" out || fail "nothing about \"$words\": $*: $(cat out)"
}

# An option.
expect 0 'gpqa       Aster  71.5   percent' data --sql "$gpqa" --from in/one.sqlite
expect 0 '2 models, 1 benchmark, 2 measurements' check --sql "$gpqa" --from in/one.sqlite
expect 0 'Aster leads' chart leaderboard --sql "$gpqa" --from in/one.sqlite --format scene
expect 2 '--sql needs --from' data --sql "$gpqa"
expect 2 'a query is none' chart bars in/one.sqlite --sql "$gpqa" --from in/one.sqlite --each -o charts
expect 1 'no such column: vlue' data --sql 'select vlue from runs' --from in/one.sqlite
expect 1 'it has runs (model, benchmark, value, unit, day)' data --sql 'select vlue from runs' --from in/one.sqlite
expect 1 'may only read' data --sql 'delete from runs' --from in/one.sqlite
expect 1 'may only read' data --sql "attach 'in/two.sqlite' as other" --from in/one.sqlite
expect 1 'the query gives no rows' data --sql 'select * from runs where value > 100' --from in/one.sqlite
expect 1 'no database is opened for an untrusted briefing' chart bars --sql "$gpqa" --from in/one.sqlite --untrusted -o x.png

# A file that only a query can read: its only table, the one that is named, or a list of them.
expect 0 'gpqa       Cedar     50  score' data --sql 'select * from runs' --from in/two.sqlite
expect 1 'this database has 2 tables: runs (model, benchmark, value), spent money (model, usd)' data in/two.sqlite
expect 1 "--sql 'select * from \"runs\"' --from in/two.sqlite" data in/two.sqlite
cut=$(wc -c <in/one.sqlite)
head -c $((cut - 100)) in/one.sqlite >in/cut.sqlite
expect 1 'is damaged' data in/cut.sqlite

# A dataset names a query, or a table; what it names lies below its folder.
cat >in/dataset.yaml <<'E'
benchbrief: 1
data:
  - {sql: "select model, benchmark, max(value) as value, unit from runs group by model, benchmark, unit", from: one.sqlite}
  - {file: two.sqlite, table: runs}
benchmarks:
  - {id: gpqa, name: gpqa, unit: percent}
  - {id: maths, name: maths, unit: percent}
E
expect 0 'gpqa       Cedar  50' data in/dataset.yaml
expect 0 'gpqa       Aster  71.5' data in
expect 1 'no database is opened' chart bars in/dataset.yaml -b gpqa --untrusted -o x.png
printf 'data: [{sql: select 1, from: ../in/one.sqlite}]\n' >in/out.yaml
expect 1 'is not below' data in/out.yaml
printf 'data: [{sql: select 1, from: "odbc:results"}]\n' >in/server.yaml
expect 1 'give --allow-sql if you trust this file' data in/server.yaml
printf 'data: [{file: two.sqlite, sql: select 1, from: two.sqlite}]\n' >in/both.yaml
expect 1 'from: names the source' data in/both.yaml

# A briefing.
cat >in/briefing.md <<'E'
---
title: A query
data: {sql: "select model, benchmark, value, unit from runs where day = '2026-05-01'", from: one.sqlite}
---
Aster scores {{ value("Aster", "gpqa") }}.

```chart
id: gpqa
kind: bars
benchmark: gpqa
```
E
expect 0 '' render in/briefing.md -o made --report made.json
grep -qF '"role": "data"' made.json || fail "the report does not list the query: $(cat made.json)"
grep -qF 'one.sqlite: select model' made.json || fail "the report does not name the query"
expect 1 'no database is opened' render in/briefing.md -o made --untrusted
[ -f made/charts/gpqa.png ] || fail "the chart is not there: $(ls -R made)"
expect 1 'would replace' chart leaderboard --sql "$gpqa" --from in/one.sqlite -o in/one.sqlite --format png

# DuckDB reads what is too large to load.
if [ -n "${BENCHBRIEF_DUCKDB-}" ]; then
	{
		echo 'model,benchmark,value'
		awk 'BEGIN { for (i = 0; i < 200000; i++) printf "m%d,gpqa,%d\n", i % 4, i % 100 }'
	} >in/many.csv
	expect 0 'm3' data --sql "select model, benchmark, avg(value) as value from 'in/many.csv' group by all order by 1" --from duckdb
	expect 0 '4 models, 1 benchmark' check --from in/many.csv \
		--sql "select model, benchmark, avg(value) as value from many group by all"
else
	echo "no DuckDB: set BENCHBRIEF_DUCKDB to a libduckdb.so"
fi
[ $failed -eq 0 ] || exit 1
