// Printed to PDF: A4, nothing cut off, and as much of it as there is on the page.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {test} from 'node:test';
import {onPage} from './browser.mjs';
import {ordinary, overviewOf, recordsOf} from './reports.mjs';
import {folder} from './settings.mjs';

const run = (program, ...args) => execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 26});

// Words as text is compared: of letters and digits, since quotation marks and line ends differ between page and PDF.
const words = (text) => text.normalize('NFKC').match(/[\p{L}\p{N}]{2,25}/gu) ?? [];

// The words that show, controls aside, and the sign for what is marked only on the screen.
const shownWords = async (page, within) => words(await page.evaluate((selector) => {
  const texts = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT), out = [];
  while (texts.nextNode()) {
    const {parentElement: parent} = texts.currentNode;
    if (parent.checkVisibility() && !parent.closest('form, .filter, button, .n-sign')) out.push(texts.currentNode.data);
  }
  return out.join(' ');
}, within));

async function printed(page, name) {
  mkdirSync(`${folder}/pictures`, {recursive: true});
  const path = `${folder}/pictures/${name}.pdf`;
  await page.pdf({path, preferCSSPageSize: true, printBackground: false});
  return path;
}

// A4 less the margins of the style sheet: no element may need more width, or hide what doesn't fit.
async function cutOff(page) {
  await page.emulateMedia({media: 'print'});
  await page.setViewportSize({width: Math.floor((210 - 2 * 15) / 25.4 * 96), height: 1000});
  return page.evaluate(() => {
    const out = [];
    if (document.documentElement.scrollWidth > innerWidth) out.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element), box = element.getBoundingClientRect();
      if (!element.checkVisibility() || style.clipPath !== 'none' || element.closest('svg')) continue;
      const hides = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const hidesBelow = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      if (hides || hidesBelow || box.right > innerWidth + 1) out.push(element.outerHTML.slice(0, 120));
    }
    return out;
  });
}

for (const [name, address, most] of [['overview', overviewOf(ordinary), 20], ['record', recordsOf(ordinary)[0], 16]]) {
  test(`the ${name} prints on A4 whole`, () => onPage(address, {}, async (page) => {
    const open = () => page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    if (name === 'overview') await open(); // of its lists, those that are open are printed; a record opens all by itself
    const path = await printed(page, name);
    const info = run('pdfinfo', path);
    const pages = Number(info.match(/^Pages:\s+(\d+)/m)[1]);
    assert.match(info, /^Page size:.*\(A4\)/m);
    assert.ok(pages >= 1 && pages <= most, `${pages} pages`);

    await open();
    const onScreen = await shownWords(page, 'main');
    assert.ok(onScreen.length > 200);
    await page.emulateMedia({media: 'print'});
    const shown = await shownWords(page, 'body');
    const left = new Set(shown);
    assert.deepEqual([...new Set(onScreen)].filter((word) => !left.has(word)), [], 'print leaves nothing out');
    const got = new Set(words(run('pdftotext', '-layout', path, '-').toLowerCase()));
    const lost = shown.filter((word) => !got.has(word.toLowerCase()));
    assert.deepEqual([...new Set(lost)], [], 'every word of the page is in print');

    for (const [, x, right] of run('pdftotext', '-bbox', path, '-').matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"/g)) {
      assert.ok(Number(x) >= 40 && Number(right) <= 595.3 - 40, `a word stands at ${x} to ${right} points, in the margin`);
    }
    assert.deepEqual(await cutOff(page), []);
  }));
}

test('in print, every highlight says whose it is', () => onPage(recordsOf(ordinary)[0], {}, async (page) => {
  await page.emulateMedia({media: 'print'});
  const unlabelled = await page.evaluate(() => {
    const labels = Array.from(document.querySelectorAll('a.t')).filter((label) => label.checkVisibility());
    return Array.from(document.querySelectorAll('mark.e[id], mark.f[id]')).filter((mark) =>
      mark.dataset.k.split(' ').some((key) => key[0] !== '~' && !labels.some((label) => label.dataset.k === key &&
        label.textContent.trim() && mark.compareDocumentPosition(label) & Node.DOCUMENT_POSITION_FOLLOWING)))
      .map((mark) => mark.outerHTML);
  });
  assert.deepEqual(unlabelled, []);
  const closed = await page.evaluate(() => Array.from(document.querySelectorAll('.item .why')).filter((why) => !why.checkVisibility()).length);
  assert.equal(closed, 0, 'what is shut on the screen is open in print');
}));
