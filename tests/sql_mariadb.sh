#!/bin/sh
# needs: mariadb
# Another real server over another driver: MariaDB on the loopback, started and stopped by this test. What it gives is
# exact, nothing is written (a table, or a file of the server), and a query ends in time.
set -u
LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/sbin
driver=$(find /usr/lib /usr/lib64 -name libmaodbc.so 2>/dev/null | head -1)
skip() {
	echo "skipped: $*"
	exit 77
}
command -v mariadbd >/dev/null && command -v mariadb >/dev/null && command -v mariadb-install-db >/dev/null ||
	skip "MariaDB is not here (package mariadb-server-core)"
[ -n "$driver" ] || skip "its ODBC driver is not here (package odbc-mariadb)"
scratch=$(mktemp -d /tmp/benchbrief-mariadb-XXXXXX) || exit 1
as_server=
if [ "$(id -u)" -eq 0 ]; then # the server refuses root
	command -v setpriv >/dev/null || skip "there is no setpriv, and the server must not run as root"
	chown nobody "$scratch"
	as_server="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi
server=
stop() {
	[ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
	rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

cd "$scratch" || exit 1
$as_server env HOME="$scratch" mariadb-install-db --no-defaults --datadir="$scratch/data" --skip-test-db \
	--auth-root-authentication-method=normal >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
port=$((20000 + ($$ + 7000) % 20000))
for try in 1 2 3 4 5; do # a port may be taken
	$as_server env HOME="$scratch" mariadbd --no-defaults --datadir="$scratch/data" --socket="$scratch/socket" --port=$port \
		--bind-address=127.0.0.1 --pid-file="$scratch/pid" >"$scratch/server.log" 2>&1 &
	server=$!
	for wait in $(seq 100); do
		[ ! -S "$scratch/socket" ] && kill -0 "$server" 2>/dev/null || break
		sleep 0.1
	done
	[ ! -S "$scratch/socket" ] || break
	[ $try -lt 5 ] || { cat "$scratch/server.log"; exit 1; }
	port=$((port + 1))
done
as_root() { mariadb --no-defaults --default-character-set=utf8mb4 -S "$scratch/socket" -u root "$@"; }
as_root <<'SQL' || exit 1
create database results character set utf8mb4;
use results;
create user reader@'127.0.0.1' identified by 'red hat, blue';
grant all on results.* to reader@'127.0.0.1';
grant file on *.* to reader@'127.0.0.1';
create table runs (model varchar(40), benchmark text, score double, small float, cost decimal(9,3), n bigint, day date,
	at datetime, raw blob);
insert into runs values
	('Gémini 🂡', 'gpqa', 0.1, 0.1, 1.500, 9007199254740993, '2025-06-01', '2025-06-01 12:30:00', x'00'),
	('Muse Spark', 'gpqa', 89.5, 2.5, null, -1, null, null, null);
create table many as select concat('model ', seq mod 5) as model, concat('task ', seq mod 3) as benchmark,
	cast(seq mod 100 as double) as value from seq_1_to_200000;
SQL
cat >"$scratch/odbc.ini" <<INI
[results]
Driver=$driver
SERVER=127.0.0.1
PORT=$port
DATABASE=results
UID=reader
CHARSET=utf8mb4
INI
ODBCINI=$scratch/odbc.ini BENCHBRIEF_ODBC_PASSWORD='red hat, blue'
export ODBCINI BENCHBRIEF_ODBC_PASSWORD
: >"$scratch/said"

# give QUERY WORDS…: the answer as CSV has a line with each of the words. refuse QUERY WORDS: it is not run, and says them.
give() {
	query=$1
	shift
	"$BENCHBRIEF" data --sql "$query" --from odbc:results --format csv >"$scratch/out" 2>&1 || fail "$query: $(cat "$scratch/out")"
	for line; do
		grep -qF -e "$line" "$scratch/out" || fail "$query: no \"$line\" in $(head -5 "$scratch/out")"
	done
	cat "$scratch/out" >>"$scratch/said"
}
refuse() {
	"$BENCHBRIEF" data --sql "$1" --from odbc:results >"$scratch/out" 2>&1 && fail "$1: is run"
	grep -qF -e "$2" "$scratch/out" || fail "$1: not \"$2\" but $(cat "$scratch/out")"
	cat "$scratch/out" >>"$scratch/said"
}

give 'select model, benchmark, score as value from runs' 'Gémini 🂡,gpqa,score,0.1' 'Muse Spark,gpqa,score,89.5'
give 'select model, benchmark, small as value from runs' 'Gémini 🂡,gpqa,score,0.1'
give 'select model, benchmark, n as value from runs' ',9007199254740993'
give 'select model, benchmark, cost as value, day as date from runs' ',1.500,' '2025-06-01' 'missing'
give 'select model, benchmark, avg(value) as value from many group by 1, 2' 'model 0,task 1,score,47.49868746718668'
refuse 'select raw from runs' 'the column "raw" holds a blob'
refuse 'delete from runs' 'the query is no select'
refuse 'select 1 as value; delete from runs' 'the query is more than one statement'
for query in "select 'a' as model into outfile '$scratch/leak'" "select 1 /*!99999 */ /*M! into outfile '$scratch/leak' */" \
	"select 1 -- it's
	into outfile '$scratch/leak' -- '" "select 'a' as model, 'b' as benchmark, 1e0into outfile '$scratch/leak'" \
	"select 1.0into outfile '$scratch/leak'" "select \\Ninto outfile '$scratch/leak'" \
	"select 1 /*!50000into*/ outfile '$scratch/leak'"; do
	refuse "$query" 'the query says "into"'
done
[ ! -e "$scratch/leak" ] || fail "a query writes a file of the server"
give "select 'into the wild' as model, 'gpqa' as benchmark, 1 as value" 'into the wild,gpqa,score,1'
as_root results -e "create function grow() returns int begin insert into runs (model) values ('x'); return 1; end" \
	--delimiter='//' || exit 1
refuse "select 'a' as model, 'b' as benchmark, grow() as value" 'READ ONLY transaction'
[ "$(as_root -N results -e 'select count(*) from runs')" = 2 ] || fail "a query changes a table"
refuse 'select a.model, a.benchmark, a.value from many a, many b' 'more than 1000000 rows'
BENCHBRIEF_ODBC_PASSWORD='red heron' refuse 'select 1 as value' 'no connection'
grep -q 'red h' "$scratch/said" && fail "the password is shown"
[ $failed -eq 0 ] || exit 1
