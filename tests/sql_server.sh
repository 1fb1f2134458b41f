#!/bin/sh
# needs: postgresql
# A real server, over a real driver: PostgreSQL on the loopback, started and stopped by this test. What it gives is exact,
# what would change it is refused, and its password is shown nowhere.
set -u
LC_ALL=C
export LC_ALL
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
driver=$(find /usr/lib /usr/lib64 -name psqlodbcw.so 2>/dev/null | head -1)
skip() {
	echo "skipped: $*"
	exit 77
}
[ -n "$binaries" ] && [ -x "$binaries/initdb" ] || skip "PostgreSQL is not here (package postgresql)"
[ -n "$driver" ] || skip "its ODBC driver is not here (package odbc-postgresql)"
scratch=$(mktemp -d /tmp/benchbrief-pg-XXXXXX) || exit 1
as_server=
if [ "$(id -u)" -eq 0 ]; then # the server refuses root
	command -v setpriv >/dev/null || skip "there is no setpriv, and the server must not run as root"
	chown nobody "$scratch"
	as_server="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi
in_server() { (cd "$scratch" && $as_server env HOME="$scratch" "$@"); }
stop() {
	[ ! -f "$scratch/data/postmaster.pid" ] || in_server "$binaries/pg_ctl" -D "$scratch/data" -m immediate -w stop >/dev/null 2>&1
	rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

echo 'red hat, blue' >"$scratch/password"
chmod 644 "$scratch/password"
in_server "$binaries/initdb" -D "$scratch/data" -A scram-sha-256 --pwfile="$scratch/password" -U postgres --no-sync --locale=C.UTF-8 \
	>"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
port=$((20000 + $$ % 20000))
for try in 1 2 3 4 5; do # a port may be taken
	in_server "$binaries/pg_ctl" -D "$scratch/data" -w -l "$scratch/server.log" \
		-o "-k $scratch -p $port -c listen_addresses=127.0.0.1 -c fsync=off" start >"$scratch/log" 2>&1 && break
	[ $try -lt 5 ] || { cat "$scratch/log" "$scratch/server.log"; exit 1; }
	port=$((port + 1))
done
cat >"$scratch/odbc.ini" <<INI
[results]
Driver=$driver
Servername=127.0.0.1
Port=$port
Database=postgres
Username=postgres
INI
chmod 644 "$scratch/odbc.ini"
BENCHBRIEF_TEST_ODBC=odbc:results ODBCINI=$scratch/odbc.ini BENCHBRIEF_ODBC_PASSWORD='red hat, blue'
export BENCHBRIEF_TEST_ODBC ODBCINI BENCHBRIEF_ODBC_PASSWORD
PGPASSWORD=$BENCHBRIEF_ODBC_PASSWORD "$binaries/psql" -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U postgres postgres <<'SQL' || exit 1
create table runs (model text, benchmark text, score float8, small float4, cost numeric(9,3), n bigint, ok boolean,
	day date, at timestamp, raw bytea, tags text[], more jsonb);
insert into runs values
	('Gémini 🂡', 'gpqa', 0.1, 0.1, 1.500, 9007199254740993, true, '2025-06-01', '2025-06-01 12:30:00', '\x00', '{a}', '{}'),
	('Muse Spark', 'gpqa', 89.5, 2.5, null, -1, false, null, null, null, null, null);
create sequence steps;
create table many as select 'model ' || i % 5 as model, 'task ' || i % 3 as benchmark, (i % 100)::float8 as value
	from generate_series(1, 200000) i;
SQL

"$BUILD/tests/sql_test" >"$scratch/out" 2>&1 || { fail "tests/unit/sql_test.c:"; cat "$scratch/out"; }
grep -q 'OK.*a_server_has_limits' "$scratch/out" || fail "the server was not asked: $(cat "$scratch/out")"

# The same through the front door: what the user names, and what a file may name only where it is allowed.
means='select model, benchmark, avg(value) as value from many group by 1, 2'
"$BENCHBRIEF" check --sql "$means" --from odbc:results >>"$scratch/out" 2>&1 || fail "check: $(tail -5 "$scratch/out")"
grep -q '5 models, 3 benchmarks, 15 measurements' "$scratch/out" || fail "another answer: $(tail -3 "$scratch/out")"
printf 'data: [{sql: "%s", from: "odbc:results"}]\n' "$means" >"$scratch/dataset.yaml"
"$BENCHBRIEF" data --allow-sql "$scratch/dataset.yaml" >>"$scratch/out" 2>&1 || fail "--allow-sql: $(tail -5 "$scratch/out")"
"$BENCHBRIEF" data "$scratch/dataset.yaml" >>"$scratch/out" 2>&1 && fail "a file may name a server without --allow-sql"
grep -q 'red hat' "$scratch/out" && fail "the password is shown"

[ $failed -eq 0 ] || exit 1
