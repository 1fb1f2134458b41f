# scene.sh: charts as text, for scripts that read what is drawn. Sourced: it goes to a scratch folder, sets failed, and
# gives draw and expect.
program=${BENCHBRIEF:?names the program to test}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0

# draw NAME KIND ARGUMENTS…: the scene of a chart as text, in NAME.scene
draw() {
	name=$1
	shift
	"$program" chart "$@" --format scene -o "$name.scene" 2>err || {
		echo "$name: could not be drawn:" && cat err
		failed=1
	}
}
# expect WHAT WANTED GOT
expect() {
	[ "$2" = "$3" ] && return
	echo "$1"
	echo "  expected: $2"
	echo "  got:      $3"
	failed=1
}
