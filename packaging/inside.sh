#!/bin/sh
# inside.sh FOLDER: what `./run package` does in a clean root: installs the packages of the folder, uses them as a user without
# a home, and removes them without a trace.
set -eu
folder=$1
say() { printf '%s\n' "package: $*"; }
die() { printf '%s\n' "package: $*" >&2; exit 1; }
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

# What the packages need comes first and stays, so that what they leave can be told.
apt-get install -y --no-install-recommends "$folder"/benchbrief_*.deb "$folder"/libbenchbrief0_*.deb librsvg2-2 man-db >/dev/null ||
	die "they cannot be installed"
dpkg -P libbenchbrief0 benchbrief >/dev/null
# Every file, but for what the system keeps of its own: logs, caches, lists, and copies of the lists of users.
all() {
	find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /run -o -path /var/cache -o -path /var/log \
		-o -path /var/lib/dpkg \) -prune -o -print | grep -vE '^/etc/(passwd|group|shadow|gshadow)-$' | sort
}
all >/tmp/before

dpkg -i "$folder"/benchbrief_*.deb "$folder"/libbenchbrief0_*.deb >/dev/null || die "they cannot be installed again"
useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin reader
mkdir /tmp/work && chown reader /tmp/work
cat >/tmp/use.sh <<'SH'
set -eu
cd /tmp/work
[ ! -e "$HOME" ]
benchbrief --version | head -3
benchbrief doctor >doctor.txt
benchbrief new first >/dev/null
benchbrief check first/briefing.md
benchbrief render first/briefing.md --out first
benchbrief render /usr/share/benchbrief/data/muse-spark/briefing.md --out muse >/dev/null
benchbrief render /usr/share/benchbrief/data/muse-spark/briefing.md --out html --format html --only html >/dev/null
benchbrief verify muse/*.pdf --data /usr/share/benchbrief/data/muse-spark
printf -- '---\ntitle: A picture\n---\n![Circles](c.svg)\n' >first/picture.md
echo '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><circle cx="30" cy="30" r="20"/></svg>' >first/c.svg
benchbrief render first/picture.md --out first --untrusted
[ "$(find . -name '*.png' | wc -l)" -ge 7 ] && [ -s html/muse-spark.html ]
/tmp/chart /usr/share/benchbrief/data/muse-spark healthbench-hard library.png
benchbrief chart leaderboard /usr/share/benchbrief/data/muse-spark -b healthbench-hard -o program.png
cmp library.png program.png
man benchbrief-render | grep -q SYNOPSIS
benchbrief verify /usr/share/doc/benchbrief/manual.pdf /usr/share/doc/benchbrief/manual.html
! touch /usr/share/benchbrief/styles/x 2>/dev/null
SH
cp "$folder/chart" /tmp/chart
setpriv --reuid=reader --regid=nogroup --clear-groups env -i HOME=/nonexistent PATH=/usr/bin:/bin LC_ALL=C.UTF-8 sh /tmp/use.sh ||
	die "they do not work for a user without a home"

dpkg -P libbenchbrief0 benchbrief >/dev/null || die "they cannot be removed"
userdel reader
all >/tmp/after
diff /tmp/before /tmp/after || die "they leave something behind"
left=$(find / -xdev \( -path /tmp -o -path /proc -o -path "$folder" \) -prune -o -name '*benchbrief*' -print)
[ -z "$left" ] || die "they leave their name behind: $left"
say "installed, used by a user without a home, and removed without a trace"
