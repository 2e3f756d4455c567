// What strangers wrote is shown as text, wherever it stands, and nothing of it ran.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onPage, onPages} from './browser.mjs';
import {attacks} from './hostile_records.mjs';
import {auditedOf, findingsOf, hostile, makeSpoiltReport, overviewOf, recordsOf, spoilt} from './reports.mjs';

// Nothing that a page of ours doesn't make itself.
async function assertInert(page) {
  await page.waitForTimeout(50); // handlers of pictures that fail to load run later
  assert.equal(await page.evaluate(() => window.hurt), undefined, 'nothing ran');
  const foreign = 'iframe, img, object, embed, link, base, form, textarea:not([id]), [onload], [onerror], [onfocus], [onmouseover], [srcdoc], a[href^="javascript:" i]';
  assert.equal(await page.locator(foreign).count(), 0);
  assert.ok(await page.locator('script:not([type="application/json"])').count() <= 1);
}

const textOf = (page) => page.evaluate(() => document.body.textContent.replace(/\s+/g, ' '));
const flat = (text) => text.replace(/\s+/g, ' ').trim();

test('hostile file names and refusals are text in the overview', () =>
  onPage(overviewOf(hostile), {}, async (page) => {
    await assertInert(page);
    const shown = await textOf(page);
    for (const {path} of findingsOf(hostile)) assert.ok(shown.includes(flat(path.replace(/^strange\//, ''))), path);
    // Its filter takes them as words too.
    const words = '<script>window.hurt=1</script>';
    await page.locator('#f-text').fill(words);
    const rows = await page.locator('#record-table tbody tr').allTextContents();
    assert.ok(rows.some((row) => row.includes(words)) && rows.length < auditedOf(hostile).length);
    await assertInert(page);
  }));

test('hostile words of records are text in every record', async () => {
  const audited = auditedOf(hostile);
  const pages = recordsOf(hostile);
  assert.equal(pages.length, audited.length);
  let quotes = 0;
  await onPages(pages, {}, async (address, page) => {
    const record = audited[pages.indexOf(address)];
    await assertInert(page);
    const shown = await textOf(page);
    assert.ok(shown.includes(flat(record.path)), record.path);
    for (const {quote} of [...record.items.flatMap((item) => item.evidence), ...record.flags]) {
      assert.ok(shown.includes(flat(quote)), quote);
      quotes += /hurt|\u2028|\u202E|&lt;|\u{1F600}/u.test(quote);
    }
  });
  assert.ok(quotes > 100, `${quotes} quotes held an attack`);
});

test('hostile names of children, sections and reasons are text', async () => {
  makeSpoiltReport();
  await onPages([overviewOf(spoilt), ...recordsOf(spoilt)], {}, async (address, page) => {
    await assertInert(page);
    if (!address.includes('/records/')) return;
    const shown = await textOf(page);
    assert.ok(attacks.some((attack) => shown.includes(flat(attack))), address);
  });
});
