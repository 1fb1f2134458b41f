# corpus.awk: what the engines compress: the log of a service that does not exist, the same bytes on every machine.
# -v bytes=N: it ends after the line that reaches so many. The generator is x -> 16807 x mod 2^31 - 1, exact in doubles.
function next_number(below) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * below) }

# The first of a list more often than the last: the square of an even number.
function frequent(n,    part) { part = next_number(10000) / 10000; return 1 + int(part * part * n) }

function token(digits,    text) {
	for (text = ""; digits > 0; digits--)
		text = text substr("0123456789abcdef", 1 + next_number(16), 1)
	return text
}

BEGIN {
	seed = 20261130
	n_paths = split("/v1/search /v1/items /v1/items/batch /v1/cart /v1/login /v1/logout /v1/orders /v1/orders/history " \
		"/v1/prices /v1/stock /v2/search /v2/suggest /health /metrics /static/app.js /static/app.css", paths, " ")
	n_hosts = split("berlin-1 berlin-2 oslo-1 oslo-2 lyon-1 lyon-2 porto-1", hosts, " ")
	n_words = split("order accepted rejected retry timeout upstream cache hit miss stale refresh token expired user unknown " \
		"item reserved released payment pending settled refund queue full drained worker started stopped lease lost", words, " ")
	split("GET GET GET GET POST POST PUT DELETE", verbs, " ")
	split("200 200 200 200 200 201 204 304 400 401 404 429 500 503", states, " ")
	clock = 0
	for (size = 0; size < bytes; size += length(line) + 1) {
		clock += 1 + next_number(40)
		stamp = sprintf("2026-11-%02dT%02d:%02d:%02d.%03dZ", 1 + int(clock / 86400000) % 30, int(clock / 3600000) % 24,
			int(clock / 60000) % 60, int(clock / 1000) % 60, clock % 1000)
		host = hosts[frequent(n_hosts)]
		if (next_number(4) > 0) {
			line = sprintf("%s %s %s %s %s %d %dus id=%s", stamp, host, verbs[1 + next_number(8)], paths[frequent(n_paths)],
				states[frequent(14)], 200 + next_number(9000), 80 + next_number(60) * next_number(60), token(12))
		} else {
			line = stamp " " host " {\"level\":\"" (next_number(9) ? "info" : "warn") "\",\"trace\":\"" token(16) "\",\"message\":\""
			for (n = 3 + next_number(8); n > 0; n--)
				line = line words[frequent(n_words)] (n > 1 ? " " : "\"}")
		}
		print line
	}
}
