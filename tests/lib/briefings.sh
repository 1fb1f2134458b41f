# briefings N: makes N small briefings below teams/, and list.txt that names them, in the current folder. Every twentieth has
# a chart that is a file, too; one in seven is in German.
briefings() {
	awk -v n="$1" 'BEGIN {
		for (i = 1; i <= n; i++) {
			folder = "teams/t" i % 20
			if (!(folder in made)) {
				made[folder] = 1
				system("mkdir -p " folder)
			}
			briefing = folder "/w" i ".md"
			data = folder "/w" i ".csv"
			printf "model,benchmark,value,unit\nAster,Quality,%d.%d,percent\nBirch,Quality,58.3,percent\n",
				40 + i % 50, i % 10 >data
			printf "---\ntitle: The week\ndata: w%d.csv\nappendix: false\n---\n", i >briefing
			printf "Aster scores {{ value(\"aster\", \"quality\") }}.\n" >briefing
			if (i % 20 == 0)
				printf "\n```chart\nid: quality\nkind: bars\nbenchmark: quality\n```\n" >briefing
			print briefing (i % 7 ? "" : " --lang de") >"list.txt"
			close(data)
			close(briefing)
		}
	}'
}

# tree FOLDER: every file that was made, with its hash, by name; without what a spreading tool keeps there
tree() { (cd "$1" && find . -type f ! -name '*.jsonl' ! -name '.share-*' ! -name joblog | sort | xargs -d '\n' sha256sum); }

# all_told N LOG…: the logs tell of N briefings, each once, all done
all_told() {
	want=$1
	shift
	told=$(cat "$@" | grep -c '"state": "done"')
	once=$(cat "$@" | sed -n 's/.*"briefing": "\([^"]*\)".*/\1/p' | sort -u | wc -l)
	lines=$(cat "$@" | wc -l)
	[ "$told" -eq "$want" ] && [ "$once" -eq "$want" ] && [ "$lines" -eq "$want" ]
}
