// The list of records: every figure leads to as many records as it says; what is asked stays in the address.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onPage} from './browser.mjs';
import {auditedOf, ordinary, overviewOf} from './reports.mjs';

const found = async (page) => {
  const [first, second] = (await page.locator('#count').textContent()).match(/\d+/g).map(Number);
  return second === undefined ? {shown: first, all: first} : {shown: first, all: second};
};
const rows = (page) => page.locator('#record-table tbody tr');

test('every figure leads to as many records as it says', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    const figures = await page.locator('a[data-list]').evaluateAll((links) =>
      links.map((link) => ({href: link.getAttribute('href'), words: link.textContent})));
    const faults = [];
    let counted = 0;
    for (const {href, words} of figures) {
      const says = words.match(/\d+/);
      if (!says) continue;
      await page.evaluate((hash) => new Promise((done) => {
        if (location.hash === hash) return done();
        addEventListener('hashchange', () => done(), {once: true});
        location.hash = hash;
      }), href);
      counted += 1;
      const {shown} = await found(page);
      if (shown !== Number(says[0])) faults.push(`${href} says ${words} and shows ${shown}`);
    }
    assert.ok(counted > 100);
    assert.deepEqual(faults, []);
  }));

test('following a figure leads to the list, and back again', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    await page.locator('#overview a[data-list^="grade="]').first().click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'records-h');
    assert.ok((await found(page)).shown < (await found(page)).all);
    const top = (await page.locator('#records').boundingBox()).y;
    assert.ok(top >= 0 && top < 200, `the list is in view, at ${top}`);
    await page.goBack();
    assert.equal(new URL(page.url()).hash, '');
    await page.locator('#overview-h').waitFor({state: 'visible'});
  }));

test('what the controls ask is what findings.jsonl says, and an address keeps it', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    const records = auditedOf(ordinary);
    const item = records[0].items[0].id;
    await page.locator('#f-item').selectOption(item);
    await page.locator('#f-item-value').selectOption('not_met');
    await page.locator('#f-grade').selectOption('requires_improvement,inadequate');
    const wanted = records.filter((record) => ['requires_improvement', 'inadequate'].includes(record.overall.grade) &&
      record.items.find(({id}) => id === item).rating === 'not_met').map(({path}) => path).sort();
    const paths = async () => (await rows(page).locator('th a').allTextContents()).sort();
    const shared = (await page.locator('#folder').allTextContents()).join('');
    assert.deepEqual((await paths()).map((path) => shared + path), wanted);
    assert.ok(wanted.length > 0 && wanted.length < records.length);

    await page.waitForFunction(() => location.hash.includes('item='));
    const before = await paths();
    await page.reload();
    assert.deepEqual(await paths(), before);
    assert.equal(await page.locator('#f-item-value').inputValue(), 'not_met');
    await page.locator('#f-clear').click();
    assert.equal((await found(page)).shown, records.length);
  }));

test('search finds paths, children and the words of flags, whatever their case and accents', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    const records = auditedOf(ordinary);
    const flagged = records.find(({flags}) => flags.length > 0);
    const named = records.find(({children}) => children.length > 0);
    for (const [words, path] of [[records[3].path.split('/').at(-1).toUpperCase(), records[3].path],
      [named.children[0].toLowerCase(), named.path], [flagged.flags[0].reason.slice(0, 30), flagged.path]]) {
      await page.locator('#f-text').fill(words);
      const shown = await rows(page).locator('th a').allTextContents();
      assert.ok(shown.some((name) => path.endsWith(name)), words);
    }
    await page.locator('#f-text').fill('no such words anywhere');
    assert.equal((await found(page)).shown, 0);
    assert.equal(await rows(page).count(), 0);
  }));

test('a head sorts by its column, and says so', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    const head = page.locator('th[data-sort="not_met"]');
    const column = await head.evaluate((cell) => cell.cellIndex);
    const numbers = async () => (await rows(page).locator(`:nth-child(${column + 1})`).allTextContents()).map(Number);
    const sorted = (values) => [...values].sort((a, b) => a - b);
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await numbers(), sorted(await numbers()).reverse());
    await head.locator('button').press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await numbers(), sorted(await numbers()));
    assert.equal(await page.locator('[aria-sort]').count(), 1);
  }));

test('of an address that asks what this run does not hold, nothing is shown and all can be had again', () =>
  onPage(`${overviewOf(ordinary)}#records?item=ZZ9:not_met&team=Nowhere&sort=constructor&toString=1`, {}, async (page) => {
    assert.equal((await found(page)).shown, 0);
    await page.locator('#f-clear').click();
    assert.equal((await found(page)).shown, auditedOf(ordinary).length);
  }));
