// A browser's figures beside those of the painter of PNG, from one scene: node views.mjs FOLDER-OF-NODE-MODULES CHROMIUM
// PROFILE FOLDER, which is what views_print left.
//
// Texts stand within a pixel and a half of where they were laid out. Pictures are compared by fields of 16 pixels, so that a mark
// at a wrong place does not drown in a white page: letters are smoothed otherwise by each, which is below the bounds.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [, , modules, chromium, profile, folder] = process.argv;
const puppeteer = createRequire(path.join(path.resolve(modules), "x.js"))("puppeteer-core");
const pixelsPerPoint = 4 / 3, density = 2, viewport = { width: 1650, height: 1000 };
const fieldMost = 42, allMost = 4; // mean difference of a field, and of the whole, out of 255
const shotsMost = 6;
const placeMost = 1.5; // pixels: rounding adds up along a line of a hundred characters
let failed = 0, texts = 0, views = 0, worstField = 0, worstAll = 0, worstPlace = 0;
const fail = text => { failed++; console.log(text); };

const browser = await puppeteer.launch({ executablePath: chromium, headless: true, userDataDir: profile,
	args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const page = await browser.newPage();
await page.setViewport({ ...viewport, deviceScaleFactor: density });

function readTexts(name) {
	const [size, ...rows] = fs.readFileSync(path.join(folder, `${name}.tsv`), "utf8").trimEnd().split("\n");
	const [width, height] = size.split("\t").map(Number);
	return { width, height, rows: rows.map(r => { const [x, y, w, ...t] = r.split("\t"); return { x: +x, y: +y, w: +w, text: t.join("\t") }; }) };
}

// The view alone, as large as it was laid out, and the texts in it.
const show = (figure, view, width) => page.evaluate(async (figure, view, width) => {
	const f = document.querySelectorAll("figure.chart")[figure], svg = f.querySelectorAll("svg")[view];
	document.querySelectorAll("svg.v").forEach(s => { s.style.cssText = "display:none"; });
	const box = document.documentElement;
	svg.style.cssText = `display:block;position:fixed;z-index:99;left:0;top:0;width:${width}px;background:var(--paper)`;
	for (let e = svg.parentElement; e !== box; e = e.parentElement) e.style.cssText += ";container-type:normal;position:static;overflow:visible;transform:none;contain:none";
	document.querySelectorAll(".marks").forEach(m => { m.style.display = "none"; });
	svg.getBBox();
	await document.fonts.ready;
	return [...svg.querySelectorAll("text")].map(t => { const a = t.getStartPositionOfChar(0), b = t.getEndPositionOfChar(t.getNumberOfChars() - 1); return { x: Math.min(a.x, b.x), y: a.y, w: t.getComputedTextLength(), text: t.textContent }; });
}, figure, view, width);

// Mean difference of the whole and of the worst field, of two pictures as data URLs.
const differ = (one, other) => page.evaluate(async (one, other) => {
	const read = async url => { const i = new Image(); i.src = url; await i.decode(); const c = new OffscreenCanvas(i.width, i.height), d = c.getContext("2d"); d.drawImage(i, 0, 0); return { w: i.width, h: i.height, at: d.getImageData(0, 0, i.width, i.height).data }; };
	const [a, b] = [await read(one), await read(other)], field = 32;
	const w = Math.min(a.w, b.w), h = Math.min(a.h, b.h), across = Math.ceil(w / field), sums = new Float64Array(across * Math.ceil(h / field));
	let all = 0;
	for (let y = 0; y < h; y++)
		for (let x = 0; x < w; x++) {
			const p = 4 * (y * a.w + x), q = 4 * (y * b.w + x);
			const d = (Math.abs(a.at[p] - b.at[q]) + Math.abs(a.at[p + 1] - b.at[q + 1]) + Math.abs(a.at[p + 2] - b.at[q + 2])) / 3;
			all += d;
			sums[Math.floor(y / field) * across + Math.floor(x / field)] += d;
		}
	let worst = 0;
	sums.forEach((s, i) => { if (s > sums[worst]) worst = i; });
	return { sizes: [a.w, a.h, b.w, b.h], all: all / (w * h), field: sums[worst] / field ** 2, x: worst % across * field / 2, y: Math.floor(worst / across) * field / 2 };
}, one, other);

function holdTexts(name, wanted, found) {
	if (found.length !== wanted.length) fail(`${name}: ${found.length} texts, of ${wanted.length}`);
	wanted.forEach((t, i) => {
		const f = found[i];
		if (!f || f.text !== t.text) return fail(`${name}: "${t.text}" is "${f?.text}"`);
		const off = pixelsPerPoint * Math.max(Math.abs(f.x - t.x), Math.abs(f.x + f.w - t.x - t.w), Math.abs(f.y - t.y));
		worstPlace = Math.max(worstPlace, off);
		if (off > placeMost) fail(`${name}: "${t.text}" is ${off.toFixed(2)} pixels off`);
		texts++;
	});
}

// A busy machine may show the page before its last layer is drawn: a picture that differs is taken again a few times.
async function compare(name, width, height) {
	const own = fs.readFileSync(path.join(folder, `${name}.png`)).toString("base64");
	for (let taken = 1;; taken++) {
		await page.evaluate(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))); // it is drawn
		const shot = await page.screenshot({ clip: { x: 0, y: 0, width, height }, encoding: "base64" });
		const d = await differ("data:image/png;base64," + shot, "data:image/png;base64," + own);
		if (process.env.KEEP) fs.writeFileSync(path.join(folder, `${name}-browser.png`), Buffer.from(shot, "base64"));
		if ((d.field <= fieldMost && d.all <= allMost) || taken === shotsMost) return d;
		await new Promise(r => setTimeout(r, 100 * taken));
	}
}

async function holdPicture(name, width, height) {
	await page.setViewport({ width: viewport.width, height: Math.ceil(height) + 10, deviceScaleFactor: density });
	const d = await compare(name, width, height);
	if (Math.abs(d.sizes[0] - d.sizes[2]) > 1 || Math.abs(d.sizes[1] - d.sizes[3]) > 1) fail(`${name}: sizes ${d.sizes}`);
	if (d.field > fieldMost) fail(`${name}: differs by ${d.field.toFixed(1)} at ${d.x},${d.y}`);
	if (d.all > allMost) fail(`${name}: differs by ${d.all.toFixed(2)} in all`);
	worstField = Math.max(worstField, d.field);
	worstAll = Math.max(worstAll, d.all);
	views++;
}

for (const scheme of ["light", "dark"]) {
	await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
	await page.goto("file://" + path.resolve(folder, "page.html"), { waitUntil: "load" });
	await page.evaluate(() => document.fonts.ready.then(() => true));
	for (let figure = 0; fs.existsSync(path.join(folder, `${figure}-0.tsv`)); figure++)
		for (let view = 0; view < 3; view++) {
			const name = `${figure}-${view}`, wanted = readTexts(name);
			const width = wanted.width * pixelsPerPoint, height = wanted.height * pixelsPerPoint;
			holdTexts(name, wanted.rows, await show(figure, view, width));
			const picture = scheme === "dark" ? `${name}-dark` : name;
			if (fs.existsSync(path.join(folder, `${picture}.png`))) await holdPicture(picture, width, height);
		}
}
await browser.close();
console.log(`${views} views with ${texts} texts: ${worstPlace.toFixed(2)} pixels off at most, ${worstField.toFixed(1)} of 255 in a field, ${worstAll.toFixed(2)} in all`);
if (views < 6) fail("no views were compared");
process.exit(failed ? 1 : 0);
