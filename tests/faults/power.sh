#!/bin/bash
# What a loss of power may leave: the journal of a run with --sync is played up to each of its steps. What was written
# and not synced is lost, and of the renames whose folder was not synced any may have reached the disk and any not. Each
# target must then hold its old bytes or its new ones, whole, and all the new ones once the run has ended. Each state is
# then put on the disk, a file whose bytes were not synced cut short, and `verify` reads it. Without --sync the same
# play must find a loss, or it would prove nothing.
set -u
shim=$BUILD/tests/libfault_shim.so
[ "$CONFIG" = plain ] || { echo "skipped: the shim is not built with sanitizers"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0

# journal NAME ARGUMENTS: the program's journal of files, over an old set
journal() {
	mkdir -p out/charts
	cp -r old/. out
	: >"$1"
	BENCHBRIEF_FAULT_JOURNAL=$PWD/$1 LD_PRELOAD=$shim "$BENCHBRIEF" render "$SOURCE/tests/faults/briefing" -o out \
		--report out/report.json "${@:2}" >/dev/null || { echo "the run fails"; exit 1; }
}

# play JOURNAL: what may be lost, and how many states were looked at
play() {
	awk -F'\t' '
		function folder(path) { return path ~ /\// ? substr(path, 1, length(path) - length(name(path)) - 1) : "." }
		function name(path) { sub(/.*\//, "", path); return path }
		# One state: of the renames that wait, those in the set that is a number in binary are on the disk.
		function look(set,    i, on, target, file) {
			for (target in now)
				holds[target] = now[target]
			for (i = 1; i <= n; i++) {
				on = int(set / 2 ^ (i - 1)) % 2
				if (on)
					holds[to[i]] = file_of[i]
			}
			state = ""
			for (target in holds) {
				file = holds[target]
				state = state "\t" target "=" (file == "old" ? "old" : synced[file] ? "new" : "cut")
				if (file != "old" && !synced[file])
					print "loss: " target " may be empty after step " NR
			}
			states++
			if (!(state in seen))
				print "state" state
			seen[state] = 1
		}
		function look_at_all(    set) {
			for (set = 0; set < 2 ^ n; set++)
				look(set)
		}
		$1 == "create" { file[$2] = ++files; synced[files] = 0 }
		$1 == "write" && $2 in file { synced[file[$2]] = 0 }
		$1 == "fsync" && $2 in file { synced[file[$2]] = 1 }
		$1 == "rename" { n++; to[n] = $3; file_of[n] = file[$2]; if (!($3 in now)) now[$3] = "old" }
		$1 == "fsync" && !($2 in file) {
			kept = 0
			for (i = 1; i <= n; i++)
				if (folder(to[i]) == $2)
					now[to[i]] = file_of[i]
				else {
					to[++kept] = to[i]
					file_of[kept] = file_of[i]
				}
			n = kept
		}
		{ look_at_all() }
		END {
			for (i = 1; i <= n; i++)
				print "loss: " to[i] " may be as it was after the run has ended"
			print states " states"
		}' "$1"
}

# settle STATE: the files as the state has them, each a whole one or not; says which is not.
settle() {
	rm -rf disk
	cp -r old disk
	for pair in $1; do
		target=${pair%=*}
		case $pair in
		*=new) cp "new/${target#out/}" "disk/${target#out/}" ;;
		*=cut) head -c 1000 "new/${target#out/}" >"disk/${target#out/}" ;;
		esac
	done
	for file in briefing.pdf charts/lead.png charts/tokens.png; do
		"$BENCHBRIEF" verify "disk/$file" >told 2>&1 || echo "torn: $file after$1: $(head -n 1 told)"
	done
	cmp -s disk/report.json old/report.json || cmp -s disk/report.json new/report.json ||
		echo "torn: report.json after$1"
}

# settle_all: every state that a play has printed differs from the others.
settle_all() {
	grep '^state' | cut -c 6- | tr '\t' ' ' | while read -r state; do settle " $state"; done
}

for set in old new; do
	mkdir -p $set
	"$BENCHBRIEF" render "$SOURCE/tests/faults/briefing" -o $set --report $set/report.json \
		$([ $set = old ] && echo "--look board") >/dev/null || { echo "the run fails"; exit 1; }
done
journal with --sync
[ "$(grep -c '^rename' with)" -eq 4 ] || { echo "not four renames: $(cat with)"; failed=1; }
play with >states
if grep loss states; then failed=1; fi
if settle_all <states | grep .; then failed=1; fi
rm -rf out
journal without
play without | grep -q 'may be empty' || { echo "without --sync nothing seems to be lost"; failed=1; }
play without | settle_all | grep -q torn || { echo "without --sync no file on the disk is torn"; failed=1; }
play without | grep -q 'may be as it was' || { echo "without --sync no name seems to be lost"; failed=1; }
[ $failed -eq 0 ] && echo "$(tail -1 states) after a loss of power: each file whole, and all new at the end"
exit $failed
