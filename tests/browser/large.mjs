// A report of 5,000 records: its overview stays small; how quick it is is measured and written down, never asserted,
// since the machine that runs this may be busy.
import assert from 'node:assert/strict';
import {rmSync, statSync, writeFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {onPage, painted} from './browser.mjs';
import {large, largeRecords, makeLargeReport, overviewOf, recordsOf} from './reports.mjs';
import {folder} from './settings.mjs';

after(() => rmSync(large, {recursive: true, force: true})); // some 500 MB

// Milliseconds from a change of a control until its result has been painted.
const latency = (page, id, value) => page.evaluate(async ([control, wanted]) => {
  const element = document.getElementById(control);
  const begin = performance.now();
  element.value = wanted;
  element.dispatchEvent(new Event('input', {bubbles: true}));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
}, [id, value]);

// The browser may tell of its first paint only after the page has loaded.
const paintOf = (page) => page.evaluate(async () => {
  const paint = await new Promise((found) => {
    new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(found))
      .observe({type: 'paint', buffered: true});
  });
  const {domInteractive, loadEventEnd} = performance.getEntriesByType('navigation')[0];
  return {'first paint': paint.startTime, 'readable to the end': domInteractive, 'loaded': loadEventEnd};
});

test(`${largeRecords} records: a small overview, and what it costs to use`, async () => {
  const began = Date.now();
  makeLargeReport();
  const figures = {records: largeRecords, 'made in ms': Date.now() - began};
  figures['index.html bytes'] = statSync(`${large}/index.html`).size;
  assert.ok(figures['index.html bytes'] < 5e6, `index.html has ${figures['index.html bytes']} bytes`);
  assert.equal(recordsOf(large).length, largeRecords);

  await onPage(overviewOf(large), {}, async (page) => {
    await painted(page);
    Object.assign(figures, await paintOf(page));
    assert.equal(await page.locator('#count').textContent(), `All ${largeRecords} records`);
    for (const control of await page.locator('#filter select:enabled').all()) {
      const id = await control.getAttribute('id');
      const values = await control.evaluate((select) => Array.from(select.options, (option) => option.value));
      const times = [];
      for (const value of [values[1], values.at(-1), values[0]]) times.push(await latency(page, id, value));
      figures[`filter ${id}`] = Math.max(...times);
    }
    figures['first search'] = await latency(page, 'f-text', 'dimitrova');
    figures['next search'] = await latency(page, 'f-text', 'dimitrova north');
    await latency(page, 'f-text', '');
    figures['sort'] = await page.evaluate(async () => {
      const begin = performance.now();
      document.querySelector('#record-table th[data-sort="path"] button').click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begin;
    });
  });
  await onPage(recordsOf(large)[0], {}, async (page) => {
    await painted(page);
    figures['record: first paint'] = (await paintOf(page))['first paint'];
  });
  for (const [name, value] of Object.entries(figures)) figures[name] = Math.round(value);
  writeFileSync(`${folder}/browser-figures.json`, `${JSON.stringify(figures, null, 1)}\n`);
  console.log(figures);
});
