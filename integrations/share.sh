#!/bin/sh
# share.sh LIST K/N [OPTION…]: one share of a list, made again up to three times where the machine was at fault.
#
# Status 1 says that briefings are wrong, which another try would find again; 3 that the machine failed, and above 128 that
# the run was killed. What is already there and unchanged is left as it is, so a second try does no harm.
set -u
list=$1 share=$2
shift 2
tries=${BENCHBRIEF_TRIES:-3}
while :; do
	"${BENCHBRIEF:-benchbrief}" render --list "$list" --shard "$share" --quiet "$@" && status=0 || status=$?
	tries=$((tries - 1))
	case $status in
	0 | 1 | 2) exit "$status" ;;
	esac
	[ "$tries" -gt 0 ] || exit "$status"
	echo "share.sh: share $share ended with status $status: once more" >&2
	sleep "${BENCHBRIEF_PAUSE:-2}"
done
