// One browser for all tests. Every page that is opened is watched: it may ask for nothing but files of its report, and
// say nothing on its console.
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {browserPath, installed} from './settings.mjs';

const {chromium} = installed('playwright-core');

// Each launch has a fresh user folder, which close() removes.
let launched;
const browser = () => (launched ??= chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
}));

export async function close() {
  await (await launched)?.close();
}

export const wide = {width: 1280, height: 800};
export const narrow = {width: 390, height: 844};

// Opens an address in a context of its own and gives use(page, seen); afterwards nothing amiss may have been seen.
// options: viewport, colorScheme, javaScriptEnabled, scripts (paths, run in every page before its own), ...
export const onPage = (address, options, use) => onPages([address], options, (_, page, seen) => use(page, seen));

// Likewise use(address, page, seen) for several addresses, one after another in one context.
export async function onPages(addresses, options, use) {
  const {scripts = [], ...settings} = options;
  const context = await (await browser()).newContext({viewport: wide, locale: 'en-GB', ...settings});
  try {
    for (const path of scripts) await context.addInitScript({path});
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const seen = watch(page);
    for (const address of addresses) {
      seen.requests.length = 0;
      await page.goto(address);
      await use(address, page, seen);
      assertQuiet(seen, address);
    }
  } finally {
    await context.close();
  }
}

function watch(page) {
  const seen = {requests: [], said: []};
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('requestfailed', (request) => seen.said.push(`not loaded: ${request.url()}`));
  page.on('console', (message) => seen.said.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.said.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => (seen.said.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('popup', (popup) => seen.said.push(`opened a window: ${popup.url()}`));
  page.on('download', (download) => seen.said.push(`download: ${download.url()}`));
  return seen;
}

// A violation of the content security policy is an error on the console too.
function assertQuiet(seen, address) {
  const report = fileURLToPath(address.replace(/[#?].*$/, '')).replace(/(records\/)?[^/]*$/, '');
  assert.deepEqual(seen.said, [], `${address} says nothing on its console`);
  for (const url of seen.requests) {
    assert.ok(url.startsWith('file:') && fileURLToPath(url.replace(/[#?].*$/, '')).startsWith(report),
      `${url} is a file of the report`);
  }
}

// Two frames on, what was changed has been painted.
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
