// A manager's three questions are answered on the first screen of 1280 by 800, without scrolling.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onPage, wide} from './browser.mjs';
import {ordinary, overviewOf} from './reports.mjs';

const whole = async (locator) => {
  const box = await locator.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= wide.height && box.x >= 0 && box.x + box.width <= wide.width;
};

test('how good practice is, what is weakest and which records come first stand on the first screen', () =>
  onPage(overviewOf(ordinary), {viewport: wide}, async (page) => {
    assert.ok(await whole(page.locator('#overview-h')), 'the headline');
    // A question, and as many of its answers as must be seen at once.
    for (const [id, answers, least] of [['grades', 'tbody tr:has(th)', 7], ['weakest', 'ol > li', 3], ['attention', 'ol > li', 3]]) {
      const question = page.locator(`#${id}`);
      assert.ok(await whole(question), id);
      const seen = await Promise.all((await question.locator('xpath=..').locator(answers).all()).map(whole));
      assert.ok(seen.filter(Boolean).length >= least, `${id}: ${seen.filter(Boolean).length} of ${seen.length} answers`);
    }
  }));
