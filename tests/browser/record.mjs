// A record's page: the record as read, each rating with its quotes, and the way between them by click and by key.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {onPage, onPages} from './browser.mjs';
import {auditedOf, ordinary, overviewOf, recordOf, recordsOf} from './reports.mjs';
import {auditor, source} from './settings.mjs';

const dense = (text) => text.replace(/\s+/g, '');
const pageOf = (name) => recordOf(ordinary, name);
const findingOf = (name) => auditedOf(ordinary).find(({path}) => path.includes(name));
const record = '01-dimitrova';

const inView = (locator) => locator.evaluate((element) => {
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
});
const hasFocus = (locator) => locator.evaluate((element) =>
  element === document.activeElement || (document.activeElement !== document.body && element.contains(document.activeElement)));
// Scrolling may be smooth, so what is to come into view is waited for.
const comesIntoView = async (page, locator, what) => {
  for (let tries = 0; tries < 40 && !(await inView(locator)); ++tries) await page.waitForTimeout(50);
  assert.ok(await inView(locator), `${what} is in view`);
};

test('every quote of every record leads to its words in the record as read', async () => {
  const pages = recordsOf(ordinary), findings = auditedOf(ordinary);
  let followed = 0;
  await onPages(pages, {}, async (address, page) => {
    const finding = findings[pages.indexOf(address)];
    const links = await page.evaluate(() => Array.from(document.querySelectorAll('.item ul:not(.near) a.to'), (link) => {
      const key = link.closest('.item').dataset.k;
      const begin = document.getElementById(link.hash.slice(1));
      const own = Array.from(document.querySelectorAll('mark')).filter((mark) => mark.dataset.k.split(' ').includes(key));
      const marked = own.slice(own.indexOf(begin)).map((mark) => mark.textContent).join('');
      return {key, quote: link.textContent, found: own.includes(begin), marked, evidence: begin.classList.contains('e')};
    }));
    for (const {key, quote, found, marked, evidence} of links) {
      assert.ok(found && evidence, `${finding.path} ${key}: the link leads to a highlight of its item`);
      assert.ok(dense(marked).includes(dense(quote)), `${finding.path} ${key}: ${quote}`);
    }
    for (const item of finding.items) {
      const here = links.filter(({key}) => key === item.id).map(({quote}) => dense(quote));
      assert.deepEqual(here, item.evidence.map(({quote}) => dense(quote)), `${finding.path} ${item.id}`);
    }
    followed += links.length;
  });
  assert.ok(followed > 500, `${followed} quotes`);
});

test('every record stands there as read, letter for letter', async () => {
  const pages = recordsOf(ordinary), findings = auditedOf(ordinary);
  await onPages(pages, {}, async (address, page) => {
    const {path} = findings[pages.indexOf(address)];
    const read = execFileSync(auditor, ['text', `${source}/fixtures/${path}`], {encoding: 'utf8'});
    const shown = await page.locator('#record .paper').evaluate((paper) => {
      const copy = paper.cloneNode(true);
      for (const added of copy.querySelectorAll('a.t, .page, .part-name')) added.remove();
      return copy.textContent;
    });
    assert.equal(dense(shown), dense(read), path);
  });
});

test('a click leads from a quote in the ratings to the record and back', () =>
  onPage(pageOf(record), {}, async (page) => {
    const item = page.locator('.item:has(a.to)').first();
    const key = await item.getAttribute('data-k');
    if (!(await item.evaluate((details) => details.open))) await item.locator('summary').click();
    const link = item.locator('a.to').first();
    const id = (await link.getAttribute('href')).slice(1);
    await link.click();
    const mark = page.locator(`mark#${id}`);
    await comesIntoView(page, mark, 'the highlight');
    assert.match(page.url(), new RegExp(`#${id}$`));
    assert.equal(await page.locator('mark.on').evaluateAll((marks, own) =>
      marks.every((each) => each.dataset.k.replace(/~/g, '').split(' ').includes(own)), key), true, 'only its own are picked out');
    assert.ok(await page.locator('mark.on').count() > 0);

    await item.locator('summary').click(); // shut, so that the way back has to open it
    assert.equal(await item.evaluate((details) => details.open), false);
    await page.locator(`a.t[data-k="${key}"]`).first().click();
    assert.equal(await item.evaluate((details) => details.open), true);
    await comesIntoView(page, item.locator('summary'), 'the item');
  }));

test('keys lead from highlight to highlight, to its item and back', () =>
  onPage(pageOf(record), {}, async (page) => {
    const all = await page.locator('mark[id].e').count();
    assert.ok(all > 10);
    const at = [];
    for (let i = 0; i < 3; ++i) {
      await page.keyboard.press('n');
      at.push(await page.evaluate(() => document.activeElement.id));
    }
    assert.equal(new Set(at).size, 3, `three highlights: ${at}`);
    await page.keyboard.press('p');
    assert.equal(await page.evaluate(() => document.activeElement.id), at[1]);
    const mark = page.locator(`mark#${at[1]}`);
    await comesIntoView(page, mark, 'the highlight');
    assert.match(await page.locator('#said').textContent(), /^Highlight \d+ of \d+: /);
    const keys = (await mark.getAttribute('data-k')).replace(/~/g, '').split(' ');

    await page.keyboard.press('i');
    const owner = await page.evaluate(() => document.activeElement.closest('.item, .flags li')?.dataset.k);
    assert.ok(keys.includes(owner), `${owner} is one of ${keys}`);
    await comesIntoView(page, page.locator(`[data-k="${owner}"] summary, li[data-k="${owner}"]`).first(), 'the item');
    await page.keyboard.press('i');
    assert.ok(await hasFocus(mark), 'and back at the highlight');

    await page.keyboard.press('?');
    assert.ok(await page.locator('dialog#keys').isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog#keys').isVisible(), false);
  }));

test('ratings are filtered by dimension and by rating', () =>
  onPage(pageOf(record), {}, async (page) => {
    const {items} = findingOf(record);
    const values = (id) => page.locator(`${id} option`).evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
    const shown = () => page.locator('.item:visible').evaluateAll((all) => all.map((item) => item.dataset.k));
    for (const dimension of await values('#f-dimension')) {
      await page.locator('#f-dimension').selectOption(dimension);
      assert.deepEqual(await shown(), items.filter(({id}) => id.startsWith(dimension)).map(({id}) => id));
    }
    await page.locator('#f-dimension').selectOption('');
    for (const rating of ['met', 'partly', 'not_met']) {
      assert.ok((await values('#f-rating')).includes(rating));
      await page.locator('#f-rating').selectOption(rating);
      const own = items.filter((item) => item.rating === rating).map(({id}) => id);
      assert.deepEqual(await shown(), own);
      assert.match(await page.locator('#f-count').textContent(), new RegExp(`^${own.length} of ${items.length}`));
    }
    await page.locator('#f-rating').selectOption('');
    assert.equal((await shown()).length, items.length);
  }));

test('where nothing was found, the page says where it looked and what came near', async () => {
  let seen = 0;
  const pages = recordsOf(ordinary), findings = auditedOf(ordinary);
  await onPages(pages.slice(0, 6), {}, async (address, page) => {
    for (const item of findings[pages.indexOf(address)].items.filter(({rating}) => rating === 'not_met')) {
      const text = dense(await page.locator(`#item-${item.id}`).textContent());
      for (const place of item.looked_in ?? []) assert.ok(text.includes(dense(place)), `${item.id} looked in ${place}`);
      for (const miss of item.near_misses ?? []) assert.ok(text.includes(dense(miss.quote)), `${item.id} ${miss.quote}`);
      seen += (item.looked_in ?? []).length;
    }
  });
  assert.ok(seen > 5);
});

test('one record leads to the next, to the one before and to the list', () =>
  onPage(recordsOf(ordinary)[1], {}, async (page) => {
    const pages = recordsOf(ordinary);
    await page.locator('a[rel=prev]').click();
    assert.equal(page.url(), pages[0]);
    assert.equal(await page.locator('a[rel=prev]').count(), 0, 'there is none before the first');
    await page.keyboard.press(']');
    await page.waitForURL(pages[1]);
    await page.keyboard.press('[');
    await page.waitForURL(pages[0]);
    await page.locator('a[rel=up]').first().click();
    assert.equal(page.url().split('#')[0], overviewOf(ordinary));
  }));
