// axe-core finds nothing against WCAG 2.2 A and AA, in light and dark, wide and narrow.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {narrow, onPage, wide} from './browser.mjs';
import {hostile, ordinary, overviewOf, recordsOf} from './reports.mjs';
import {installed} from './settings.mjs';

const axe = installed.resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

async function found(page) {
  const {violations, passes} = await page.evaluate((values) =>
    axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}), tags);
  assert.ok(passes.some((rule) => rule.id === 'color-contrast'), 'axe-core did look');
  return violations.map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.html.slice(0, 120)}`).join(' | ')}`);
}

const pages = [['overview', overviewOf(ordinary)], ['record', recordsOf(ordinary)[0]],
  ['hostile overview', overviewOf(hostile)], ['hostile record', recordsOf(hostile)[0]]].filter(([, address]) => address);

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
