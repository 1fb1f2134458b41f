#!/bin/bash
# needs: slurm
# A list of briefings as an array of Slurm, on one node that this test starts and stops: every briefing once, the bytes of one
# process, and a task that was killed made again without harm.
set -u
LC_ALL=C.UTF-8
export LC_ALL
PATH=$PATH:/usr/sbin
program=${BENCHBRIEF:?names the program to test}
source=${SOURCE:?names the project}
skip() {
	echo "skipped: $*"
	exit 77
}
for tool in slurmctld slurmd sbatch squeue sinfo scancel munged; do
	command -v $tool >/dev/null || skip "$tool is not here (packages slurm-wlm and munge)"
done
[ "$(id -u)" -eq 0 ] || skip "the daemons of Slurm are started as root here"
. "$source/tests/lib/briefings.sh"
scratch=$(mktemp -d /tmp/benchbrief-slurm-XXXXXX) || exit 1
chmod 755 "$scratch"
daemons=
stop() {
	scancel --user=root 2>/dev/null
	# shellcheck disable=SC2086
	[ -z "$daemons" ] || { kill $daemons && wait $daemons; } 2>/dev/null
	if [ -f "$scratch/m.pid" ]; then
		munge=$(cat "$scratch/m.pid")
		kill "$munge" 2>/dev/null
		for _ in $(seq 40); do kill -0 "$munge" 2>/dev/null && sleep 0.1; done
	fi
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

host=$(hostname -s) port=$((20000 + $$ % 20000))
mkdir state spool
(umask 077 && head -c 1024 /dev/urandom >key)
export SLURM_CONF=$scratch/slurm.conf
cat >"$SLURM_CONF" <<CONF
ClusterName=t
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthInfo=socket=$scratch/m.sock
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool
SlurmctldPidFile=$scratch/c.pid
SlurmdPidFile=$scratch/d.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=1000
PartitionName=p Nodes=ALL Default=YES State=UP
CONF
munged --key-file="$scratch/key" --socket="$scratch/m.sock" --pid-file="$scratch/m.pid" --log-file="$scratch/m.log" \
	--seed-file="$scratch/seed" 2>said || skip "munged does not start here: $(tail -1 said)"
slurmctld -D >c.log 2>&1 &
daemons=$!
slurmd -D -N "$host" >d.log 2>&1 &
daemons="$daemons $!"
for _ in $(seq 120); do
	[ "$(sinfo -h -o %t 2>/dev/null)" = idle ] && break
	sleep 0.25
done
[ "$(sinfo -h -o %t 2>/dev/null)" = idle ] || skip "Slurm's node does not come up here: $(tail -2 d.log)"

# array NAME ARRAY: submits it and waits until its tasks have left the queue
array() {
	job=$(BENCHBRIEF=$program BENCHBRIEF_SHARES=$shares sbatch --parsable --array="$2" --output="$1-%a.said" \
		"$source/integrations/slurm.sbatch" "$scratch/list.txt" "$scratch/$1") || { fail "sbatch"; return; }
	for _ in $(seq 480); do
		[ -n "$(squeue -h -j "$job" 2>/dev/null)" ] || return
		[ "${3-}" ] && $3 && return
		sleep 0.25
	done
	fail "$1: the tasks do not end"
}

count=1000 shares=8
briefings $count
"$program" render --list list.txt --out one --quiet || fail "one process: status $?"
tree one >want
array out 1-$shares
all_told $count out/log-*.jsonl || fail "the tasks do not tell of each briefing once: $(cat out-*.said | head -3)"
tree out | cmp -s - want || fail "the array makes other files, or other bytes: $(tree out | diff - want | head -3)"

# A task that is killed in the middle, and then submitted again by itself.
in_the_middle() { [ -f killed/log-5.jsonl ] && [ "$(wc -l <killed/log-5.jsonl)" -gt 5 ] && scancel --signal=KILL --full "$job"; }
array killed 5 in_the_middle
for _ in $(seq 120); do
	[ -z "$(squeue -h -j "$job" 2>/dev/null)" ] && break
	sleep 0.25
done
done_then=$(wc -l <killed/log-5.jsonl)
[ "$done_then" -gt 5 ] && [ "$done_then" -lt $((count / shares)) ] || echo "the task was too quick to be killed in the middle"
array killed 5
all_told $((count / shares)) killed/log-5.jsonl || fail "the task that was killed does not tell of its briefings: $(cat killed-5.said)"
tree killed | while read -r line; do grep -qxF "$line" want || echo "$line"; done >strange
[ ! -s strange ] || fail "the task that was killed makes other files, or other bytes: $(head -3 strange)"

[ "$failed" -eq 0 ] && echo "$count briefings by $shares tasks; killed after $done_then of $((count / shares)), and made again"
[ "$failed" -eq 0 ]
