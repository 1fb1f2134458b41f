// What a browser makes of the documents: node browser.mjs FOLDER-OF-NODE-MODULES CHROMIUM PROFILE SVG FILE…
// SVG is the first file's chart as a picture of its own.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [, , modules, chromium, profile, picture, ...files] = process.argv;
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
let failed = 0;
const fail = (file, text) => { failed++; console.log(`${path.basename(file)}: ${text}`); };

const browser = await puppeteer.launch({ executablePath: chromium, headless: true, userDataDir: profile,
	args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

async function open(file, { width = 1280, scheme = "light", medium = "screen", scripts = true, forced = false } = {}) {
	const page = await browser.newPage();
	page.on("request", r => { if (!/^(data|file):/.test(r.url()) || (r.url().startsWith("file:") && !r.url().includes(path.basename(file)))) fail(file, `asks for ${r.url()}`); });
	page.on("console", m => { if (m.type() === "error") fail(file, `console: ${m.text()}`); });
	page.on("pageerror", e => fail(file, `script: ${e.message}`));
	await page.setJavaScriptEnabled(scripts);
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaType(medium);
	if (forced) await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { media: medium, features: [{ name: "prefers-color-scheme", value: scheme }, { name: "forced-colors", value: "active" }] });
	else await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
	await page.goto("file://" + path.resolve(file), { waitUntil: "load" });
	return page;
}

async function accessible(file) {
	for (const [scheme, medium, width, unfolded] of [["light", "screen", 1280, false], ["dark", "screen", 1280, true], ["light", "print", 1280, false], ["light", "screen", 320, true]]) {
		const page = await open(file, { scheme, medium, width });
		if (unfolded) await page.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = true; }));
		await page.evaluate(axe);
		const found = await page.evaluate(tags => axe.run({ runOnly: tags }), levels);
		for (const v of found.violations) fail(file, `${scheme} ${medium} ${width}: ${v.id} (${v.impact}): ${v.nodes[0].html.slice(0, 200)}`);
		await page.close();
	}
}

const lettersLeast = 11; // pixels

// Several bars to a name, with words beside them, need more.
const wideFigures = ["contemplating"];

// No sideways scrolling at 320 pixels, nor with the text spacing of WCAG 1.4.12.
async function reflows(file) {
	const page = await open(file, { width: 320 });
	const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
	if (await wide() > 320) fail(file, `is ${await wide()} wide at 320`);
	const moved = await page.evaluate(() => [...document.querySelectorAll("figure.chart .box")].filter(b => b.scrollWidth > b.clientWidth + 1).map(b => b.closest("figure").id));
	for (const id of moved) if (!wideFigures.includes(id)) fail(file, `${id} has to be moved sideways at 320`);
	await page.evaluate(() => { const s = document.createElement("style"); s.textContent = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}"; document.head.append(s); });
	if (await wide() > 320) fail(file, `with wide spacing is ${await wide()} wide at 320`);
	await page.close();
}

const seen = e => { const s = getComputedStyle(e); return s.display !== "none" && s.visibility !== "hidden"; };
const focused = page => page.evaluate(`(() => { const seen = ${seen}; const a = document.activeElement, t = a && a.nextElementSibling; return a && a.closest(".marks") ? { href: a.getAttribute("href"), name: t.textContent, shown: seen(t) } : null; })()`);

async function reachMark(page) {
	for (let i = 0; i < 400; i++) {
		await page.keyboard.press("Tab");
		const at = await focused(page);
		if (at) return at;
	}
	return null;
}

// Arrow keys lead through all marks of the first figure, each with a name and a tip, which Escape takes away.
async function walks(file) {
	const page = await open(file);
	const n = await page.evaluate(() => document.querySelector(".marks") ? document.querySelector(".marks").children.length : 0);
	if (!n) { await page.close(); return; }
	let at = await reachMark(page);
	const met = new Set();
	for (let i = 0; at && i < n; i++) {
		if (!at.name.trim() || !at.shown) fail(file, `a mark has no name or no tip: ${JSON.stringify(at)}`);
		if (!await page.evaluate(h => !!document.querySelector(h), at.href)) fail(file, `${at.href} is no row`);
		met.add(at.href);
		await page.keyboard.press("ArrowDown");
		at = await focused(page);
	}
	if (met.size !== n) fail(file, `${met.size} of ${n} marks can be walked to`);
	await page.keyboard.press("Escape");
	at = await focused(page);
	if (!at || at.shown) fail(file, "Escape leaves the tip");
	await page.close();
	const still = await open(file, { scripts: false });
	at = await reachMark(still);
	if (!at || !at.shown) fail(file, "without scripts no mark is reached");
	await still.keyboard.press("Tab");
	at = await focused(still);
	if (n > 1 && !at) fail(file, "without scripts only one mark is reached");
	await still.close();
}

// What a claim rests on shows beside it; heads sort a table.
async function answers(file) {
	const page = await open(file);
	if (await page.evaluate(() => !!document.querySelector(".q>[aria-label]"))) {
		const text = await page.evaluate(() => { document.querySelector(".q>[aria-label]").focus(); const t = document.querySelector(".tip"); return t ? t.textContent : ""; });
		if (!text) fail(file, "what a claim rests on does not show");
		await page.keyboard.press("Escape");
		if (await page.evaluate(`(() => { const t = document.querySelector(".tip"); return t && (${seen})(t); })()`)) fail(file, "Escape leaves what a claim rests on");
	}
	const sorted = await page.evaluate(() => {
		const t = document.querySelector("table.data"); if (!t) return true;
		t.closest("details").open = true;
		const b = t.querySelector("th button"), first = () => t.tBodies[0].rows[0].cells[0].textContent;
		b.click(); const down = first(); b.click();
		if (new Set([...t.tBodies[0].rows].map(r => r.cells[0].textContent)).size < 2) return true;
		return t.tBodies[0].rows.length < 2 || first() !== down || t.querySelectorAll("tbody th").length < 2;
	});
	if (!sorted) fail(file, "a table is not sorted");
	await page.close();
}

// What developers claim can be hidden by keyboard, which is said; the walk through the marks leaves it out.
async function hides(file) {
	const page = await open(file);
	const any = await page.evaluate(() => document.querySelectorAll(".o").length);
	const button = await page.$(".claims button");
	if (!any !== !button) fail(file, "what developers claim and the button that hides it are not together");
	if (button) {
		await page.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = true; }));
		const shown = () => page.evaluate(() => [...document.querySelectorAll(".o")].filter(e => e.getClientRects().length).length);
		const before = await shown();
		await button.focus();
		await page.keyboard.press("Enter");
		const after = await page.evaluate(() => ({ pressed: document.querySelector(".claims button").getAttribute("aria-pressed"), said: document.querySelector(".claims [role=status]").innerText.trim() }));
		if (!before || await shown()) fail(file, "what developers claim is not hidden");
		if (after.pressed !== "true" || !after.said) fail(file, `it is not said: ${JSON.stringify(after)}`);
		const stops = await page.evaluate(() => [...document.querySelectorAll(".marks")].filter(u => [...u.querySelectorAll("a")].some(a => a.offsetParent) && ![...u.querySelectorAll("a")].some(a => a.offsetParent && a.tabIndex === 0)).length);
		if (stops) fail(file, "a list of marks cannot be reached where claims are hidden");
		await page.keyboard.press("Enter");
		if (await shown() !== before) fail(file, "what developers claim does not come back");
	}
	await page.close();
	const still = await open(file, { scripts: false });
	if (await still.evaluate(() => !!document.querySelector(".claims button")?.getClientRects().length)) fail(file, "a button shows that does nothing without scripts");
	await still.close();
}

// One view at a time, the one that fits; letters of a readable size.
async function fits(file) {
	for (const [width, view] of [[320, "vs"], [360, "vs"], [900, "vm"], [1440, "vl"]]) {
		const page = await open(file, { width });
		const found = await page.evaluate(`(() => { const seen = ${seen}; return [...document.querySelectorAll("figure.chart")].map(f => { const v = [...f.querySelectorAll("svg")].filter(seen); const t = v[0].querySelectorAll("text"); const k = v[0].getBoundingClientRect().width / v[0].viewBox.baseVal.width; let least = 99; t.forEach(x => { least = Math.min(least, parseFloat(getComputedStyle(x).fontSize) * k); }); return { n: v.length, view: v[0].classList[1], least, box: f.getBoundingClientRect().width }; }); })()`);
		for (const f of found) {
			if (f.n !== 1) fail(file, `${f.n} views show at ${width}`);
			if (f.least < lettersLeast) fail(file, `letters of ${f.least.toFixed(1)} pixels at ${width}`);
			if (f.box < 640 && f.view !== "vs") fail(file, `${f.view} shows in ${f.box} pixels`);
		}
		await page.close();
	}
}

// Letters are as wide as they were measured: runs that the picture has too are as wide there, for their size.
async function measures(file, svg) {
	const page = await open(file, { width: 1440 });
	const wide = new Map();
	const text = fs.readFileSync(svg, "utf8");
	for (const m of text.matchAll(/<text[^>]*font-size="([\d.]+)"[^>]*textLength="([\d.]+)"[^>]*>([^<]*)<\/text>/g)) wide.set(m[3] + (/font-weight="(\d+)"/.exec(m[0])?.[1] ?? "400"), m[2] / m[1]);
	const runs = await page.evaluate(() => document.fonts.ready.then(() => [...document.querySelectorAll("svg.vl text")].map(t => [t.textContent + getComputedStyle(t).fontWeight, t.getComputedTextLength() / parseFloat(getComputedStyle(t).fontSize)])));
	let shared = 0;
	for (const [run, width] of runs) {
		const was = wide.get(run.replaceAll("&", "&amp;"));
		if (was === undefined) continue;
		shared++;
		if (Math.abs(width - was) > 0.02 * was + 0.02) fail(file, `"${run}" is ${width.toFixed(3)} wide and was measured as ${was.toFixed(3)}`);
	}
	if (shared < 8) fail(file, `shares ${shared} runs with its picture`);
	await page.close();
}

// Where the reader's system decides on colours: words, marks, the hatch of claims, what has the focus and what is said of
// it can be told from the page.
async function forces(file) {
	for (const scheme of ["light", "dark"]) {
		const page = await open(file, { scheme, forced: true });
		const found = await page.evaluate(`(() => { const seen = ${seen};
			const system = name => { const e = document.createElement("i"); e.style.cssText = "forced-color-adjust:none;color:" + name; document.body.append(e); const c = getComputedStyle(e).color; e.remove(); return c; };
			const canvas = system("Canvas"), text = system("CanvasText"), wrong = [], tell = (what, is) => { if (!is && !wrong.includes(what)) wrong.push(what); };
			const shown = s => [...document.querySelectorAll(s)].filter(e => e.getClientRects().length && seen(e));
			tell("a text has another colour", shown("svg.v text").every(e => getComputedStyle(e).fill === text));
			for (const e of shown("svg.v [class^=f]")) { const c = getComputedStyle(e); const named = /--(paper|panel)/.test([...document.styleSheets[0].cssRules].find(r => r.selectorText === "." + e.classList[0])?.cssText ?? ""); tell("a mark cannot be told from the page: " + e.classList, named || c.fill !== canvas || c.stroke === text); }
			for (const e of document.querySelectorAll("pattern rect")) tell("a hatch cannot be seen", getComputedStyle(e).fill !== canvas);
			const a = document.querySelector(".marks a"); if (a) { a.focus(); const t = getComputedStyle(a.nextElementSibling), o = getComputedStyle(a);
				tell("a tip cannot be read", t.backgroundColor === canvas && t.color === text && t.borderTopColor === text);
				tell("the focus cannot be seen: " + o.outline, o.outlineStyle === "solid" && parseFloat(o.outlineWidth) >= 2 && o.outlineColor !== canvas); }
			return wrong; })()`);
		for (const w of found) fail(file, `forced colours, ${scheme}: ${w}`);
		await page.close();
	}
}

// Names that run from right to left stand alone, and their tables have captions as all others.
async function says(file) {
	const page = await open(file);
	const found = await page.evaluate(() => {
		const rtl = /[\u0590-\u08ff]/, wrong = [];
		for (const e of document.querySelectorAll("h1,h2,h3,h4,p,li,th,td,caption,figcaption span,.marks span")) if (rtl.test(e.textContent) && ![...e.children].some(c => rtl.test(c.textContent)) && e.dir !== "auto") wrong.push(`<${e.localName}> has no direction: ${e.textContent.slice(0, 60)}`);
		for (const t of document.querySelectorAll("table")) if (!t.caption?.textContent.trim()) wrong.push("a table has no caption");
		return wrong;
	});
	for (const w of found.slice(0, 3)) fail(file, w);
	await page.close();
}

await measures(files[0], picture);
for (const file of files) {
	if (path.basename(file).startsWith("look-")) { // the same words in another look
		await reflows(file);
		await fits(file);
		await forces(file);
		continue;
	}
	await forces(file);
	await says(file);
	await accessible(file);
	await reflows(file);
	await walks(file);
	await answers(file);
	await hides(file);
	await fits(file);
}
await browser.close();
process.exit(failed ? 1 : 0);
