// chromium.cjs MODULES FILE.pdf PAGE OUT.png: a page as Chromium's own viewer shows it, at 72 dots per inch, on its dark ground.
const [modules, file, page, out] = process.argv.slice(2);
const puppeteer = require(`${modules}/puppeteer-core`);

(async () => {
	const browser = await puppeteer.launch({
		executablePath: '/usr/bin/chromium',
		headless: true,
		args: ['--no-sandbox', '--hide-scrollbars'],
	});
	const tab = await browser.newPage();
	await tab.setViewport({ width: 1040, height: 900 });
	await tab.goto(`file://${file}#toolbar=0&navpanes=0&zoom=75&page=${page}`);
	let before;
	for (let i = 0; i < 40; i++) { // until two pictures half a second apart are the same, and more than a ground
		await new Promise((done) => setTimeout(done, 500));
		const now = await tab.screenshot({ path: out });
		if (before && now.length > 12000 && Buffer.compare(Buffer.from(now), Buffer.from(before)) === 0)
			break;
		before = now;
	}
	await browser.close();
})().catch((error) => {
	console.error(String(error));
	process.exit(1);
});
