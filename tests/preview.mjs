// The preview as a reader uses it: node preview.mjs FOLDER-OF-NODE-MODULES CHROMIUM PROFILE BENCHBRIEF [STILLS], in a
// folder with briefing.md and its dataset.yaml. STILLS: a folder for four pictures of it.
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const [, , modules, chromium, profile, program, stills] = process.argv;
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const briefing = "briefing.md", written = fs.readFileSync(briefing, "utf8");
let failed = 0, server = null;
const fail = text => { failed++; console.log(text); };
const check = (ok, text) => { if (!ok) fail(text); };
const pause = ms => new Promise(done => setTimeout(done, ms));

async function until(what, ask, ms = 15000) {
	for (const end = Date.now() + ms; Date.now() < end; await pause(50)) {
		const answer = await ask().catch(() => null);
		if (answer) return answer;
	}
	fail(`never: ${what}`);
	return null;
}

// A preview, and its address once it listens.
function start(...more) {
	return new Promise((done, never) => {
		const child = spawn(program, ["preview", briefing, ...more], { stdio: ["ignore", "pipe", "inherit"] });
		let said = "";
		child.stdout.on("data", d => {
			said += d;
			const at = /^preview of .* at (http:\S+)$/m.exec(said);
			if (at) done({ child, address: at[1], said: () => said });
		});
		child.on("exit", () => never(new Error(`it ended: ${said}`)));
	});
}

const stop = s => new Promise(done => { s.child.removeAllListeners("exit"); s.child.on("exit", code => done(code)); s.child.kill("SIGTERM"); });

// As editors save: a new file renamed over the old one.
function save(text) {
	fs.writeFileSync(".new", text);
	fs.renameSync(".new", briefing);
}

const browser = await puppeteer.launch({ executablePath: chromium, headless: true, userDataDir: profile,
	args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

async function open(address, { scheme = "light", width = 1440, height = 960, query = "", context = browser } = {}) {
	const page = await context.newPage();
	const own = new URL(address).origin;
	page.on("request", r => { if (!r.url().startsWith("data:") && new URL(r.url()).origin !== own) fail(`asks for ${r.url()}`); });
	page.on("console", m => { if (m.type() === "error" && !/ERR_CONNECTION|ERR_INCOMPLETE/.test(m.text()) && !/\/(page|events)\b/.test(m.location().url)) fail(`console: ${m.text()}`); });
	page.on("pageerror", e => fail(`script: ${e.message}`));
	await page.setViewport({ width, height });
	await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
	await page.goto(address + query, { waitUntil: "domcontentloaded" });
	await until("pages", () => page.$(".paper svg text"));
	await until("what stands behind", () => page.$("#list-claims li"));
	await page.evaluate(() => document.fonts.ready);
	return page;
}

const text = (page, selector) => page.$eval(selector, e => e.textContent);
const still = async (page, name) => { if (stills) await page.screenshot({ path: path.join(stills, name) }); };
const bring = async (page, n) => {
	await page.evaluate(i => document.querySelectorAll(".paper")[i].scrollIntoView(), n);
	await until(`page ${n + 1}`, () => page.evaluate(i => !!document.querySelectorAll(".paper")[i].querySelector("svg"), n));
};
const pageOf = (page, selector) => page.evaluate(s => [...document.querySelectorAll(".paper")].findIndex(p => p.querySelector(s)), selector);

async function accessible(page, what) {
	await until("names of all buttons", () => page.evaluate(() => !document.querySelector(".spot:not([aria-label])")));
	await page.evaluate(axe);
	const found = await page.evaluate(tags => axe.run(document, { runOnly: tags }), levels);
	for (const v of found.violations) fail(`${what}: ${v.id} (${v.impact}): ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary.slice(0, 200)}`);
}

// Clicks in the middle of a spot, as a hand does.
async function click(page, selector) {
	const at = await page.evaluate(s => {
		const e = document.querySelector(s);
		if (!e) return null;
		e.scrollIntoView({ block: "center" });
		const r = e.getBoundingClientRect();
		return { x: r.x + r.width / 2, y: r.y + r.height / 2 };
	}, selector);
	if (!at) { fail(`there is no ${selector}`); return; }
	await page.mouse.click(at.x, at.y);
}

try {
	server = await start();
	const page = await open(server.address);

	// an edit changes the page where it is
	await bring(page, 1);
	await page.evaluate(() => { document.querySelector("main").scrollBy(0, 120); });
	await pause(300);
	const before = await page.evaluate(() => ({ top: document.querySelector("main").scrollTop, first: document.querySelector(".paper").firstChild, sheets: document.querySelectorAll(".sheet").length }));
	await page.evaluate(() => { window.firstSheet = document.querySelector(".paper").firstChild; });
	check(written.includes("What we recommend"), "the briefing has another heading");
	save(written.replace("What we recommend", "What we advise"));
	await until("the edit on the page", () => page.evaluate(() => document.querySelectorAll(".paper")[1].textContent.includes("What we advise")));
	const after = await page.evaluate(() => ({ top: document.querySelector("main").scrollTop, sheets: document.querySelectorAll(".sheet").length, same: window.firstSheet === document.querySelector(".paper").firstChild }));
	check(after.top === before.top, `the page scrolled from ${before.top} to ${after.top}`);
	check(after.same, "a page that did not change was replaced");
	await until("the news", async () => /pages? changed/.test(await text(page, "#state-words")));

	// broken: the last good pages, the error above
	save(written.replace(/\{\{ value\(/, "{{ valeu(").replace(/\{\{ percent\(/, "{{ percnt("));
	await until("the error", () => page.$eval("#trouble", e => !e.hidden && /valeu/.test(e.textContent)));
	check(await page.evaluate(() => document.querySelectorAll(".paper")[1].textContent.includes("What we advise")), "the last good page is gone");
	check(await page.$eval("#trouble a", a => /^editor:\/\/open\/\?file=.*briefing\.md&line=\d+&column=\d+$/.test(a.href)), "the error leads to no line");
	check(await page.$eval("#trouble", e => e.getAttribute("role") === "alert"), "the error is not announced");
	await page.evaluate(() => document.querySelector("main").scrollTo(0, 0));
	await accessible(page, "with an error");
	await still(page, "preview-error.png");

	// mended
	save(written);
	await until("it is right again", () => page.$eval("#trouble", e => e.hidden));
	await until("the page of before", () => page.evaluate(() => document.querySelectorAll(".paper")[1].textContent.includes("What we recommend")));

	// a mark, a value, a paragraph
	await bring(page, 3);
	await until("a mark", () => page.$(".spot[data-fact]"));
	await click(page, ".spot[data-fact]");
	await until("what is behind a mark", () => page.$eval("#picked", e => /A value in a chart/.test(e.textContent) && /value\("/.test(e.textContent) && /Source/.test(e.textContent)));
	await still(page, "preview-mark.png");
	check(await pageOf(page, ".spot.on[data-fact]") >= 0, "what was picked is not shown");
	await bring(page, 1);
	await click(page, ".spot[data-value]");
	await until("what is behind a value", () => page.$eval("#picked", e => /A value in the text/.test(e.textContent) && /Expression/.test(e.textContent)));
	const disputed = await page.evaluate(async () => {
		const q = await (await fetch("told")).json();
		return [...document.querySelectorAll(".paper")[1].querySelectorAll(".spot[data-value]")].map(s => s.dataset.value)
			.find(n => /^\s*claim\(/.test(q.values[n].expression) && q.values[n].uses.some(u => u.others.length));
	});
	check(disputed !== undefined, "no claim on the second page is disputed");
	await click(page, `.spot[data-value="${disputed}"]`);
	await until("competing values", () => page.$eval("#picked", e => /Another source says/.test(e.textContent)));
	await page.click("#tab-claims");
	check(/Holds, by /.test(await text(page, "#list-claims")), "claims have no margin");
	await still(page, "preview-claims.png");
	await page.evaluate(() => { const s = [...document.querySelectorAll(".paper")[1].querySelectorAll(".spot[data-line]:not([data-value])")].pop(); pick(s.dataset, false); });
	await until("the line of a paragraph", () => page.$eval("#picked a.place", a => a.href.startsWith("editor://open/?file=%2F")));

	// lists
	await page.click("#tab-numbers");
	check(/Computed from the data/.test(await text(page, "#list-numbers")) && /dataset\.yaml/.test(await text(page, "#list-numbers")), "coverage and files are not told");
	await page.click("#tab-charts");
	check(await page.$$eval("#list-charts li", l => l.length) === 7, "not all charts are listed");

	// the cover leads to the lines that it was written in
	for (const [words, key] of [["Muse Spark", "title"], ["subtitle", "subtitle"], ["author", "author"]]) {
		const line = written.split("\n").findIndex(l => l.startsWith(`${key}:`)) + 1;
		if (!line) continue;
		await bring(page, 0);
		await click(page, `.paper .spot[data-line="${line}"]`);
		await until(`the line of ${words}`, () => page.$eval("#picked a.place", (a, n) => a.href.includes(`line=${n}&`), line));
	}

	// by keyboard alone
	await page.focus("#tab-charts");
	await page.keyboard.press("Home");
	check(await page.$eval("#tab-findings", e => e === document.activeElement && e.getAttribute("aria-selected") === "true"), "arrows do not walk the lists");
	await page.evaluate(() => document.querySelectorAll(".paper")[1].focus());
	await page.keyboard.press("ArrowRight");
	check(await page.evaluate(() => document.activeElement.matches(".spot") && document.activeElement.getAttribute("aria-label").length > 0), "arrows do not walk what can be picked");
	for (let i = 0; i < 8 && !await page.evaluate(() => document.activeElement.dataset.value !== undefined); i++) await page.keyboard.press("ArrowRight");
	await page.keyboard.press("Enter");
	check(await page.evaluate(() => document.activeElement.id === "picked"), "Enter does not lead to what is behind");
	check(await page.$$eval(".paper", l => l.every(p => /^Page \d+ of \d+$/.test(p.getAttribute("aria-label")))), "pages have no names");
	check(await page.$eval("#state-words", e => e.getAttribute("role") === "status"), "news are not announced");

	// another look, language and page, here alone
	const context = await browser.createBrowserContext();
	const other = await open(server.address, { scheme: "dark", context });
	await accessible(other, "by night");
	const colour = p => p.evaluate(() => document.querySelector(".paper svg rect").getAttribute("fill"));
	const plain = await colour(page);
	await other.select("#look", "board");
	await until("another look", async () => await colour(other) !== plain);
	check(await colour(page) === plain, "the other browser changed its look too");
	await bring(other, 3);
	await other.click("#tab-numbers");
	await still(other, "preview-dark.png");
	await other.select("#language", "de");
	await until("German", () => other.evaluate(() => /Seite \d/.test(document.querySelector("#pages").textContent)));
	await until("German words alone", () => other.evaluate(() => { // no phrase of the other language, outside the pages and what the program says of files
		const { en, de } = setup.words, english = new Set(Object.keys(en).filter(k => en[k] !== de[k]).map(k => en[k]));
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (words.nextNode()) {
			const at = words.currentNode.parentElement, said = words.currentNode.data.trim();
			if (!at.closest("#pages, code, [lang=en]") && (english.has(said) || english.has(said.replace(/, SHA-256.*/, "")))) return false;
		}
		return true;
	}));
	await other.select("#page", "Letter");
	await until("another page", () => other.evaluate(() => document.querySelector(".paper").style.aspectRatio.startsWith("612")));
	check(/look=board&language=de&page=Letter/.test(other.url()), "the address does not keep the setting");
	save(written.replace("What we recommend", "What we counsel"));
	await until("an edit in both", async () => await page.evaluate(() => document.querySelector("#pages").textContent.includes("What we counsel")) && await other.evaluate(() => document.querySelector("#pages").textContent.includes("What we counsel")));
	await context.close();

	// draft: what does not hold is marked
	save(written.replace(/> 20\)/, "> 2000)"));
	await until("a claim that does not hold", () => page.$eval("#trouble", e => !e.hidden));
	await page.click("#draft");
	await until("a draft", () => page.evaluate(() => document.querySelector("#trouble").hidden && /Does not hold/.test(document.querySelector("#list-claims > ol").textContent)));
	save(written);
	await page.click("#draft");
	await until("no draft", () => page.evaluate(() => document.querySelector("#trouble").hidden && !/Does not hold/.test(document.querySelector("#list-claims > ol").textContent)));

	// files to save
	for (const format of await page.$$eval("#formats a", l => l.map(a => a.href))) {
		const [status, size, as] = await page.evaluate(async u => { const a = await fetch(u); return [a.status, (await a.blob()).size, a.headers.get("content-disposition")]; }, format);
		check(status === 200 && size > 10000 && /^attachment; filename="muse-spark(-deck)?\./.test(as), `${format}: ${status}, ${size} bytes, ${as}`);
	}

	// narrow, and by day
	await page.setViewport({ width: 400, height: 800 });
	check(await page.evaluate(() => document.documentElement.scrollWidth) <= 400, "a narrow window scrolls sideways");
	await page.setViewport({ width: 1440, height: 960 });
	await until("names of all buttons by day", () => page.evaluate(() => !document.querySelector(".spot:not([aria-label])")));
	await accessible(page, "by day");

	// gone, and there again
	const port = new URL(server.address).port;
	check(await stop(server) === 0, "it ends with another status");
	await until("that it is gone", async () => /has ended/.test(await text(page, "#state-words")));
	check(await page.$(".paper svg text"), "the pages went with it");
	server = await start("--port", port);
	await until("that it is elsewhere", async () => /another address/.test(await text(page, "#state-words")));
	const again = await open(server.address);
	check(/14 pages/.test(await text(again, "#state-words")) || /Up to date/.test(await text(again, "#state-words")), "it is not up to date after a start");

	// started again where it keeps its address: the page that is open goes on, with what was written meanwhile
	check(await stop(server) === 0, "it ends with another status");
	fs.mkdirSync("own", { mode: 0o700 });
	process.env.XDG_RUNTIME_DIR = path.resolve("own");
	server = await start("--port", port);
	const kept = await open(server.address), address = server.address;
	await bring(kept, 1);
	await kept.evaluate(() => { window.here = true; window.scrolled = document.querySelector("main").scrollTop; });
	check(await stop(server) === 0, "it ends with another status");
	await until("that it is gone, too", async () => /has ended/.test(await text(kept, "#state-words")));
	save(written.replace("What we recommend", "What we propose"));
	server = await start("--port", port);
	check(server.address === address, "it has another address");
	await until("the page of now", () => kept.evaluate(() => document.querySelectorAll(".paper")[1].textContent.includes("What we propose")));
	await until("that it is current", async () => /up to date/.test(await text(kept, "#state-words")));
	check(await kept.evaluate(() => window.here && window.scrolled === document.querySelector("main").scrollTop), "the open page was loaded anew");
	save(written.replace("What we recommend", "What we suggest"));
	await until("an edit after that", () => kept.evaluate(() => document.querySelectorAll(".paper")[1].textContent.includes("What we suggest")));
	await until("its claims", () => kept.evaluate(async () => { const n = (await (await fetch("state")).json()).told; return toldNumber === n; }));
	await stop(server);

	// in German, all that it says
	save(written.replace(/^title:/m, "lang: de\ntitle:"));
	server = await start("--draft");
	const german = await open(server.address);
	await until("German words", () => german.evaluate(() => document.documentElement.lang === "de"));
	check(await german.evaluate(() => {
		const said = setup.words, same = ["text"];
		const left = Object.keys(said.en).filter(k => !said.de[k] || said.de[k] === said.en[k] && !same.includes(k));
		return left.length === 0;
	}), "a word is not German");
	await bring(german, 3);
	await until("a mark", () => german.$(".spot[data-fact]"));
	await click(german, ".spot[data-fact]");
	check(/Ein Wert in einem Diagramm/.test(await text(german, "#picked")), "what is behind a mark is not told in German");
	for (const tab of ["findings", "claims", "numbers", "charts"]) await german.click(`#tab-${tab}`);
	const english = await german.evaluate(() => {
		const own = new Set(Object.values(setup.words.en).filter(w => !w.includes("{") && w !== "Text"));
		const said = [...document.querySelectorAll("header *, aside *, .sheet")].flatMap(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()).concat(e.getAttribute("aria-label"), e.title));
		return said.filter(w => w && (own.has(w) || /^Page \d|Chart:/.test(w)));
	});
	check(!english.length, `English words remain: ${english}`);
	await accessible(german, "in German");
	await german.select("#language", "en");
	await until("English again", () => german.evaluate(() => document.documentElement.lang === "en" && document.querySelector("#tab-claims").textContent.startsWith("Claims")));
	check(/wie geschrieben|as written/.test(await german.$eval("#language option", o => o.textContent)) && /^de /.test(await german.$eval("#language option", o => o.textContent)), "what is written is not told");
} catch (error) {
	fail(String(error.stack || error));
} finally {
	await browser.close();
	if (server && server.child.exitCode === null) await stop(server);
}
process.exit(failed ? 1 : 0);
