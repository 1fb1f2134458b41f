// What a browser makes of the HTML of messages: node mail.mjs FOLDER-OF-NODE-MODULES CHROMIUM PROFILE PAGE…
// Without scripts: everything is in sight, nothing is asked for, and the page is as wide as its window.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [, , modules, chromium, profile, ...files] = process.argv;
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
let failed = 0;
const fail = (file, text) => { failed++; console.log(`${file}: ${text}`); };
const browser = await puppeteer.launch({ executablePath: chromium, headless: true, userDataDir: profile,
	args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
for (const file of files) {
	for (const width of [360, 760, 1280]) {
		const page = await browser.newPage();
		page.on("request", r => { if (!r.url().startsWith("data:") && !r.url().endsWith(file)) fail(file, `asks for ${r.url()}`); });
		await page.setViewport({ width, height: 900 });
		await page.goto("file://" + path.resolve(file), { waitUntil: "load" });
		const seen = await page.evaluate(() => ({
			wide: document.documentElement.scrollWidth,
			blind: [...document.images].filter(i => !i.complete || !i.naturalWidth || i.getBoundingClientRect().width < 200).length,
			most: Math.max(0, ...[...document.querySelectorAll("p,img")].map(e => e.getBoundingClientRect().width)),
			least: Math.min(...[...document.querySelectorAll("p,td,th,li")].map(e => parseFloat(getComputedStyle(e).fontSize))),
		}));
		if (seen.wide > width) fail(file, `${seen.wide} wide at ${width}`);
		if (seen.blind) fail(file, `${seen.blind} pictures do not show at ${width}`);
		if (seen.most > 681) fail(file, `lines of ${seen.most} pixels at ${width}`);
		if (seen.least < 12) fail(file, `letters of ${seen.least} pixels`);
		if (width === 760) {
			await page.evaluate(axe);
			const found = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
			for (const v of found.violations) fail(file, `${v.id} (${v.impact}): ${v.nodes[0].html.slice(0, 200)}`);
		}
		await page.close();
	}
}
await browser.close();
process.exit(failed ? 1 : 0);
