// axe-core finds nothing against WCAG 2.2 A and AA, in light and dark, wide and narrow.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {axe, found} from './axe.mjs';
import {narrow, onPage, wide} from './browser.mjs';
import {hostile, ordinary, overviewOf, recordsOf} from './reports.mjs';

const pages = [['overview', overviewOf(ordinary)], ['record', recordsOf(ordinary)[0]],
  ['hostile overview', overviewOf(hostile)], ['hostile record', recordsOf(hostile)[0]]];

for (const [name, address] of pages) {
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [wide, narrow]) {
      test(`axe-core finds nothing: ${name}, ${colorScheme}, ${viewport.width} wide`, () =>
        onPage(address, {colorScheme, viewport, scripts: [axe]}, async (page) => {
          await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
          assert.deepEqual(await found(page), []);
        }));
    }
  }
}
