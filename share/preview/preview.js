// The preview's page: it listens to the server, puts pages that changed in their place, and tells what stands behind
// whatever a reader points at. Addresses are relative to its own, which has the token in it. What it says is in setup.json,
// by language: it speaks that of the briefing.
"use strict";

const $ = id => document.getElementById(id);
const names = ["look", "language", "page"], written = {};
let setup = null, state = null, told = null, toldNumber = 0, faces = null, events = null, picked = null, language = null, news = null;
const sheets = [];

// ---- elements ----

function make(tag, given = {}, ...inside) {
	const e = document.createElement(tag);
	for (const [name, value] of Object.entries(given))
		if (name === "on") Object.entries(value).forEach(([what, act]) => e.addEventListener(what, act));
		else if (name === "text") e.textContent = value;
		else if (value !== null && value !== undefined && value !== false) e.setAttribute(name, value === true ? "" : value);
	e.append(...inside.flat().filter(x => x !== null && x !== undefined && x !== false));
	return e;
}

const fill = (e, ...inside) => e.replaceChildren(...inside.flat().filter(Boolean));
const whole = name => name.replace(/(\p{L})-(\p{N})/gu, "$1\u2011$2"); // "GPT-5.4" stays on one line
const baseName = path => path.split("/").pop();

// ---- words ----

const capital = text => text[0].toUpperCase() + text.slice(1);
const categories = ["zero", "one", "two", "few", "many", "other"];

function form(n, forms) {
	const rules = new Intl.PluralRules(language), told = rules.resolvedOptions().pluralCategories;
	return forms[categories.filter(c => told.includes(c)).indexOf(rules.select(n))];
}

// A phrase with its holes filled: {name}, or {n?page:pages}, of which the form beside the number n is taken.
function say(name, holes = {}) {
	return setup.words[language][name].replace(/\{(\w+)(?:\?([^}]*))?\}/g, (_, hole, forms) => forms ? form(holes[hole], forms.split(":")) : holes[hole]);
}

// Everything that stands there is said anew in another language.
function speak(code) {
	if (code === language || !setup.words[code]) return;
	language = code;
	document.documentElement.lang = code;
	document.title = told ? say("title", { title: told.title }) : say("preview");
	if (!told) $("title").textContent = say("preview");
	for (const e of document.querySelectorAll("[data-word]")) e.textContent = say(e.dataset.word);
	for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
	if (news) showNews();
	nameSettings();
	nameFormats();
	if (!state) return;
	nameSheets();
	showFindings();
}

// ---- settings ----

function setting() {
	const q = new URLSearchParams();
	for (const name of names) if ($(name).value) q.set(name, $(name).value);
	if ($("draft").checked) q.set("draft", "1");
	return q;
}

const address = (what, more = {}) => {
	const q = setting();
	for (const [name, value] of Object.entries(more)) q.set(name, value);
	return `${what}?${q}`;
};

function settle() {
	const q = setting();
	if (setup.draft && !$("draft").checked) q.set("draft", "0");
	history.replaceState(null, "", q.size ? `?${q}` : location.pathname);
	nameFormats();
	if (setting().get("language")) speak(setting().get("language"));
	listen();
}

function nameFormats() {
	fill($("formats"), setup.documents.map(d => make("li", {}, make("a", { href: address("save", { format: d.format }), download: true, text: say("of_briefing", { format: d.name }) }))));
}

function nameSettings() {
	for (const name of names) {
		if (told && !$(name).value) written[name] = told[name];
		if ($(name).options.length) $(name).options[0].textContent = written[name] ? say("so_written", { value: written[name] }) : say("as_written");
	}
}

function fillTools() {
	const q = new URLSearchParams(location.search);
	const all = { look: setup.looks, language: setup.languages, page: setup.pages };
	for (const name of names) {
		fill($(name), make("option", { value: "", text: say("as_written") }), all[name].map(v => make("option", { value: v, text: v })));
		if (all[name].includes(q.get(name))) $(name).value = q.get(name);
		$(name).addEventListener("change", settle);
	}
	$("draft").checked = q.has("draft") ? q.get("draft") === "1" : setup.draft;
	$("draft").addEventListener("change", settle);
	$("tools").addEventListener("submit", e => e.preventDefault());
	$("file").textContent = setup.briefing;
	let zoom = 100;
	const resize = by => {
		zoom = Math.min(200, Math.max(40, zoom + by));
		document.documentElement.style.setProperty("--zoom", zoom / 100);
		$("size").textContent = `${zoom} %`;
	};
	$("smaller").addEventListener("click", () => resize(-20));
	$("larger").addEventListener("click", () => resize(20));
}

// ---- places in files ----

const absolute = file => file.startsWith("/") ? file : `${setup.folder}/${file}`;

function placeLink(file, line, column) {
	const words = `${baseName(file)}:${line}${column ? `:${column}` : ""}`;
	const q = new URLSearchParams({ file: absolute(file), line, ...(column ? { column } : {}) });
	return make("a", { href: `editor://open/?${q}`, class: "place", title: say("editor"), text: words });
}

function show(line) {
	const spots = [...document.querySelectorAll(`.spot[data-line="${line}"]`)];
	if (!spots.length) return false;
	spots[0].scrollIntoView({ block: "center" });
	for (const s of spots) s.classList.add("near");
	setTimeout(() => spots.forEach(s => s.classList.remove("near")), 1600);
	return true;
}

function placeWords(file, line, column) {
	if (!file) return null;
	if (!line) return make("span", { class: "place", text: file });
	const own = told && file === told.file;
	return make("span", { class: "row" }, placeLink(file, line, column),
		own && make("button", { type: "button", class: "text-button place", text: say("show"), on: { click: () => show(line) } }));
}

// ---- what is wrong ----

const severities = { error: "bad", failure: "bad", warning: "warn", note: "soft" };

function finding(f) {
	return make("li", {},
		make("p", {}, make("span", { class: `tag ${severities[f.severity]}`, text: say(f.severity) }), " ", make("span", { lang: "en", text: capital(f.message) })),
		f.hint && make("p", { class: "quiet", lang: "en", text: f.hint }),
		placeWords(f.file, f.line, f.column),
		f.more && make("p", { class: "quiet", text: say("more_alike", { n: f.more }) }));
}

function showFindings() {
	const list = state.findings, errors = list.filter(f => f.severity === "error" || f.severity === "failure");
	const badge = $("tab-findings").querySelector("b");
	badge.textContent = list.length;
	badge.className = errors.length ? "bad" : "";
	fill($("list-findings"), list.length ? make("ol", { class: "items" }, list.map(finding)) : make("p", { class: "none", text: say("nothing_wrong") }));
	$("trouble").hidden = state.right;
	if (state.right) { fill($("trouble")); return; }
	fill($("trouble"),
		make("h2", { text: say(state.pages.length ? "last_right" : "no_pages", { n: errors.length }) }),
		make("ol", {}, errors.slice(0, 5).map(finding)),
		errors.length > 5 && make("p", { class: "quiet", text: say("more_findings", { n: errors.length - 5 }) }));
}

// ---- pages ----

const near = new IntersectionObserver(seen => seen.filter(s => s.isIntersecting).forEach(s => load(s.target.sheet)), { root: $("main"), rootMargin: "2000px" });

function newSheet() {
	const paper = make("div", { class: "paper", tabindex: 0, role: "group" }), number = make("p", { class: "number", "aria-hidden": "true" });
	const element = make("section", { class: "sheet" }, paper, number);
	const sheet = { element, paper, number, wanted: null, shown: null };
	paper.sheet = sheet;
	paper.addEventListener("click", onClick);
	paper.addEventListener("keydown", onKey);
	near.observe(paper);
	return sheet;
}

async function load(sheet) {
	const id = sheet.wanted;
	if (!id || sheet.shown === id || sheet.loading === id) return;
	sheet.loading = id;
	try {
		const answer = await fetch(address(`page/${id}`));
		const text = await answer.text();
		if (!answer.ok || sheet.wanted !== id) return;
		const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
		svg.setAttribute("role", "presentation");
		const before = sheet.shown, at = sheet.paper.contains(document.activeElement) && document.activeElement !== sheet.paper;
		sheet.paper.replaceChildren(svg);
		sheet.shown = id;
		nameSpots(sheet);
		if (picked) mark(sheet);
		if (at) sheet.paper.focus({ preventScroll: true });
		sheet.paper.classList.remove("new");
		if (before) { void sheet.paper.offsetWidth; sheet.paper.classList.add("new"); }
	} catch {
		// gone meanwhile; asked for again when the server is there
	} finally {
		if (sheet.loading === id) sheet.loading = null;
	}
}

function showPages() {
	const pages = state.pages, changed = [];
	while (sheets.length < pages.length) { const s = newSheet(); sheets.push(s); $("pages").append(s.element); }
	while (sheets.length > pages.length) sheets.pop().element.remove();
	pages.forEach((p, i) => {
		const s = sheets[i];
		s.paper.style.aspectRatio = `${p.width} / ${p.height}`;
		s.element.classList.toggle("wide", p.width > p.height);
		s.number.textContent = `${i + 1} / ${pages.length}`;
		if (s.wanted === p.id) return;
		s.wanted = p.id;
		changed.push(s);
	});
	nameSheets();
	const away = changed.map(s => [s, s.paper.getBoundingClientRect()]).map(([s, r]) => [s, r.bottom < 0 ? -r.bottom : r.top > innerHeight ? r.top - innerHeight : 0]);
	away.filter(([, far]) => !far).forEach(([s]) => load(s)); // what is seen comes first
	requestIdleCallback(() => away.filter(([, far]) => far).forEach(([s]) => { near.unobserve(s.paper); near.observe(s.paper); }), { timeout: 300 });
	return changed.length;
}

function nameSheets() {
	sheets.forEach((s, i) => {
		s.paper.setAttribute("aria-label", say("page_of", { n: i + 1, all: sheets.length }));
		nameSpots(s);
	});
}

function showFaces() {
	if (!state.faces || faces && faces.key === state.faces) return;
	const old = faces, sheet = make("link", { rel: "stylesheet", href: address("faces.css", { key: state.faces }) });
	faces = { key: state.faces, sheet };
	sheet.addEventListener("load", () => old && old.sheet.remove());
	document.head.append(sheet);
}

// ---- spots ----

// At once whatever is known of a new page, and all of it when there is time.
function nameSpots(sheet) {
	for (const s of sheet.paper.querySelectorAll(".spot:not([aria-label])")) s.setAttribute("aria-label", nameOf(s.dataset));
	if (sheet.naming) return;
	sheet.naming = true;
	requestIdleCallback(() => {
		sheet.naming = false;
		for (const s of sheet.paper.querySelectorAll(".spot")) s.setAttribute("aria-label", nameOf(s.dataset));
	}, { timeout: 1000 });
}

function nameOf(d) {
	const chart = told && told.charts[d.chart];
	if (d.fact && chart && chart.facts[d.fact]) return chart.facts[d.fact].sentence;
	if (d.chart) return chart ? say("chart_named", { title: chart.title }) : say("chart");
	if (d.value && told && told.values[d.value]) return say("rests_on", { value: told.values[d.value].printed });
	return d.line ? say("line_text", { n: d.line }) : say("place");
}

// Those that a reader walks by keyboard: each value and mark, and of the lines of a paragraph the first.
function stops(paper) {
	const seen = new Set();
	return [...paper.querySelectorAll(".spot")].filter(s => {
		const d = s.dataset, key = d.fact || d.value || d.chart ? null : d.line;
		if (key === null) return true;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function onKey(e) {
	const paper = e.currentTarget, spot = e.target.closest(".spot");
	if ((e.key === "Enter" || e.key === " ") && spot) { e.preventDefault(); pick(spot.dataset, true); return; }
	if (e.key === "Escape" && spot) { paper.focus({ preventScroll: true }); return; }
	if (e.key !== "ArrowRight" && e.key !== "ArrowLeft") return;
	e.preventDefault();
	const list = stops(paper), at = list.indexOf(spot), to = e.key === "ArrowRight" ? at + 1 : at < 0 ? list.length - 1 : at - 1;
	if (list[to]) list[to].focus();
}

function onClick(e) {
	const spot = e.target.closest(".spot"), inside = e.target.closest("a");
	if (inside) {
		const to = (inside.getAttribute("href") || "");
		if (to.startsWith("#")) { e.preventDefault(); const t = document.getElementById(to.slice(1)); if (t) t.scrollIntoView({ block: "start" }); }
		return;
	}
	if (spot) pick(spot.dataset, false);
}

function isPicked(d) {
	if (picked.fact !== undefined || picked.value !== undefined) return d.chart === picked.chart && d.fact === picked.fact && d.value === picked.value;
	return d.chart === picked.chart && d.line === picked.line && d.value === undefined && d.fact === undefined;
}

const mark = sheet => sheet.paper.querySelectorAll(".spot").forEach(s => s.classList.toggle("on", isPicked(s.dataset)));

function pick(d, focus) {
	picked = { ...d };
	sheets.forEach(mark);
	tellPicked();
	if (focus) $("picked").focus();
	else $("picked").scrollIntoView({ block: "nearest" });
}

// ---- what stands behind ----

function measured(m, more = {}) {
	const words = { third_party: say("by_third"), first_party: say("by_maker") }[m.measured] || "";
	return make("tr", more, make("th", { scope: "row" }, m.name || say("another"), make("small", { text: [m.source, words].filter(Boolean).join(", ") })), make("td", { text: m.printed }));
}

const restsOn = uses => uses.length ? [make("h3", { text: say("rests") }), make("table", { class: "values" }, uses.map(u => [
	measured({ ...u.chosen, name: `${u.model}, ${u.benchmark}` }),
	u.others.map(o => measured({ ...o, name: say("another_says") }, { class: "other" })),
]).flat(2))] : [];

const tellValue = v => [
	make("p", { class: "kind", text: say("value_in_text") }), make("h2", { text: whole(v.printed) }),
	make("h3", { text: say("expression") }), make("code", { text: v.expression }),
	placeWords(told.file, v.line, v.column),
	v.steps.length ? [make("h3", { text: say("looked_up") }), make("ul", { class: "items tight" }, v.steps.map(s => make("li", { text: s })))] : null,
	restsOn(v.uses),
];

const tellFact = (chart, f) => [
	make("p", { class: "kind", text: say("value_in_chart") }), make("h2", { text: whole(f.name) }),
	make("dl", {}, f.cells.slice(1).map(c => [make("dt", { text: c.head }), make("dd", { text: c.text })]).flat()),
	f.expression && [make("h3", { text: say("expression") }), make("code", { text: f.expression })],
	make("h3", { text: say("in_chart") }), make("p", { text: chart.title }), placeWords(told.file, chart.line, chart.column),
];

const tellChart = chart => [
	make("p", { class: "kind", text: say("chart_kind", { kind: chart.kind }) }), make("h2", { text: whole(chart.title) }),
	make("p", { class: "quiet", text: chart.source }), placeWords(told.file, chart.line, chart.column),
	chart.id && make("p", { class: "row" }, setup.pictures.map(p => make("a", { href: address("save", { format: p.format, chart: chart.id }), download: true, text: say("download_as", { format: p.name }) }))),
	make("h3", { text: say("heard") }), make("p", { text: chart.alt }),
	make("h3", { text: say("made_from") }),
	make("table", { class: "values" }, chart.facts.map(f => {
		const cell = head => (f.cells.find(c => c.head === head) || {}).text;
		const source = f.cells.map(c => c.text).slice(-1)[0];
		const value = f.cells.find((c, i) => i > 0 && /[0-9]/.test(c.text));
		return make("tr", {}, make("th", { scope: "row" }, f.name, make("small", { text: cell(say("source")) || source })), make("td", { text: value ? value.text : "" }));
	})),
];

const tellLine = d => [
	make("p", { class: "kind", text: say("text") }), make("h2", { text: say("line", { n: d.line }) }), placeWords(told.file, d.line, d.column),
	...(() => {
		const inside = told.values.filter(v => [...document.querySelectorAll(`.spot[data-line="${d.line}"]`)].some(s => s.dataset.value !== undefined && told.values[s.dataset.value] === v));
		return inside.length ? [make("h3", { text: say("values_in") }), make("ul", { class: "items tight" }, inside.map(v => make("li", {}, make("button", { type: "button", class: "text-button", text: v.printed, on: { click: () => pick({ value: String(told.values.indexOf(v)) }, true) } }))))] : [];
	})(),
];

function tellPicked() {
	const d = picked;
	if (!d || !told) return;
	const chart = d.chart !== undefined ? told.charts[d.chart] : null;
	const words = d.fact !== undefined && chart && chart.facts[d.fact] ? tellFact(chart, chart.facts[d.fact])
		: chart ? tellChart(chart)
		: d.value !== undefined && told.values[d.value] ? tellValue(told.values[d.value])
		: d.line !== undefined ? tellLine(d) : [];
	fill($("picked"), words.flat(3));
}

// ---- lists ----

const verdicts = { holds: ["holds", "good"], fails: ["fails", "bad"], mixed: ["partly", "warn"], untestable: ["untestable", "soft"] };

function claim(c) {
	const [word, tone] = verdicts[c.holds ? "holds" : "fails"];
	const by = c.margin || (c.exact ? say("exactly") : "");
	return make("li", {}, make("p", {}, make("span", { class: `tag ${tone}`, text: say(word) }), by), make("p", { text: c.text }),
		c.decided && make("p", { class: "quiet", text: say("decided", { name: c.decided }) }), placeWords(told.file, c.line, c.column));
}

function published(c) {
	const [word, tone] = verdicts[c.verdict];
	return make("li", {}, make("p", {}, make("span", { class: `tag ${tone}`, text: say(word) }), c.figure ? `: ${c.figure}` : ""), make("p", { text: c.text }),
		make("p", { class: "quiet", text: [c.source, c.why].filter(Boolean).join(". ") }));
}

function showLists() {
	const wrong = told.claims.filter(c => !c.holds), badge = $("tab-claims").querySelector("b");
	badge.textContent = told.claims.length;
	badge.className = wrong.length ? "bad" : "";
	fill($("list-claims"),
		told.claims.length ? make("ol", { class: "items" }, [...wrong, ...told.claims.filter(c => c.holds)].map(claim)) : make("p", { class: "none", text: say("claims_none") }),
		told.published.length && [make("h3", { text: say("claims_sources") }), make("ol", { class: "items" }, told.published.map(published))]);
	showNumbers();
	$("tab-charts").querySelector("b").textContent = told.charts.length;
	fill($("list-charts"), told.charts.length ? make("ol", { class: "items" }, told.charts.map((c, i) => make("li", {},
		make("p", { class: "kind", text: c.kind }),
		make("p", {}, make("button", { type: "button", class: "text-button", text: c.title, on: { click: () => { pick({ chart: String(i) }, true); const s = document.querySelector(`.spot[data-chart="${i}"]`); if (s) s.scrollIntoView({ block: "center" }); } } })),
		make("p", { class: "quiet", text: c.source }), placeWords(told.file, c.line, c.column)))) : make("p", { class: "none", text: say("charts_none") }));
}

function showNumbers() {
	const c = told.coverage, all = c.computed + c.cited + c.said + c.unbound;
	const parts = ["computed", "cited", "said", "unbound"].map(name => [name, say(name), c[name]]);
	$("tab-numbers").querySelector("b").textContent = all;
	const bar = make("div", { class: "bar", "aria-hidden": "true" }, parts.filter(p => p[2]).map(([name, , n]) => { const i = make("i", { class: name }); i.style.flex = n; return i; }));
	fill($("list-numbers"), all ? bar : null,
		make("table", { class: "values" }, parts.map(([, words, n]) => make("tr", {}, make("th", { scope: "row", text: words }), make("td", { text: n })))),
		make("h3", { text: say("files") }),
		make("table", { class: "values" }, told.inputs.map(i => make("tr", {}, make("th", { scope: "row" }, baseName(i.file), make("small", { text: `${say(`role_${i.role}`)}, SHA-256 ${i.sha256.slice(0, 12)}…` })), make("td", { class: "quiet", text: `${Math.ceil(i.bytes / 1024)} KB` })))));
}

function chooseTab(tab, focus) {
	for (const t of $("tabs").children) {
		const on = t === tab;
		t.setAttribute("aria-selected", on);
		t.tabIndex = on ? 0 : -1;
		$(t.getAttribute("aria-controls")).hidden = !on;
	}
	if (focus) tab.focus();
}

function onTabKey(e) {
	const all = [...$("tabs").children], at = all.indexOf(e.target);
	const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[e.key];
	if (to === undefined) return;
	e.preventDefault();
	chooseTab(all[(to + all.length) % all.length], true);
}

// ---- news ----

function tell(name, tone, holes) {
	news = { name, holes };
	showNews();
	$("state").className = `state ${tone}`;
}

function showNews() {
	const words = say(news.name, news.holes);
	if ($("state-words").textContent !== words) $("state-words").textContent = words;
}

async function tellAll() {
	const number = state.told;
	if (!number || number === toldNumber) return;
	toldNumber = number;
	const answer = await fetch(address("told"));
	if (!answer.ok) return;
	told = await answer.json();
	speak(told.language);
	document.title = say("title", { title: told.title });
	$("title").textContent = told.title;
	nameSettings();
	showLists();
	sheets.forEach(nameSpots);
	tellPicked();
}

function take(now) {
	const first = !state || away;
	away = false;
	state = now;
	showFaces();
	const changed = showPages();
	showFindings();
	if (!state.right) tell("wrong_now", "bad");
	else if (first) tell("current", "good", { n: state.pages.length });
	else if (changed || !$("state").classList.contains("good")) tell("changed", "good", { n: changed, ms: Math.round(state.ms) });
	tellAll();
}

let away = false; // the server does not answer

function onAway() {
	away = true;
	tell(events.readyState === EventSource.CLOSED ? "elsewhere" : "away", "bad");
}

// There again, and perhaps another program: it counts anew, and may have another page than this one.
async function onOpen() {
	if (!away) return;
	toldNumber = 0;
	for (const s of sheets.filter(s => s.shown !== s.wanted)) { near.unobserve(s.paper); near.observe(s.paper); }
	const now = await (await fetch("setup.json")).json();
	if (now.version !== setup.version) location.reload();
}

function listen() {
	if (events) events.close();
	toldNumber = 0;
	state = null;
	tell("rendering", "");
	events = new EventSource(address("events"));
	events.onmessage = e => take(JSON.parse(e.data));
	events.onopen = onOpen;
	events.onerror = onAway;
}

addEventListener("pagehide", () => events && events.close());
addEventListener("pageshow", e => { if (e.persisted && setup) listen(); });

(async () => {
	setup = await (await fetch("setup.json")).json();
	speak(setup.language);
	fillTools();
	[...$("tabs").children].forEach(t => t.addEventListener("click", () => chooseTab(t, false)));
	$("tabs").addEventListener("keydown", onTabKey);
	document.addEventListener("click", e => { if (!$("save").contains(e.target)) $("save").open = false; });
	$("save").addEventListener("keydown", e => { if (e.key === "Escape") { $("save").open = false; $("save").querySelector("summary").focus(); } });
	settle();
})();
