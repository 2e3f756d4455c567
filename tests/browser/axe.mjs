// axe-core, and what it finds.
import assert from 'node:assert/strict';
import {installed} from './settings.mjs';

// To be run in a page before its own script: the option `scripts` of onPage().
export const axe = installed.resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

// What axe-core finds against WCAG 2.2 A and AA in a page.
export async function found(page) {
  const {violations, passes} = await page.evaluate((values) =>
    window.axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}), tags);
  assert.ok(passes.some((rule) => rule.id === 'color-contrast'), 'axe-core did look');
  return violations.map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.html.slice(0, 120)}`).join(' | ')}`);
}
