// Everything by keyboard: one Tab after another reaches every control once, in the order of the page and back, and shows
// where the focus is, with nothing on top of it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {narrow, onPage, wide} from './browser.mjs';
import {ordinary, overviewOf, recordsOf} from './reports.mjs';

// What a person could press or type into, in the order of the page.
const reachable = (page) => page.evaluate(() => {
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const all = Array.from(document.querySelectorAll(controls)).filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true}));
  all.forEach((element, i) => (element.__place = i));
  return all.length;
});

// Of the focused element: its place in that order, and what is wrong with how it shows.
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  // Of what is in view of it a part must be on top: its middle, or a point near a corner.
  const left = Math.max(box.left, 0), width = Math.min(box.right, innerWidth) - left;
  const top = Math.max(box.top, 0), height = Math.min(box.bottom, innerHeight) - top;
  const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]
    .map(([x, y]) => document.elementFromPoint(left + width * x, top + height * y));
  const onTop = points.some((there) => there && (element.contains(there) || there.contains(element)));
  const name = `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} "${element.textContent.trim().slice(0, 40)}"`;
  return {place: element.__place, faults: [...(shown ? [] : [`${name} shows no focus`]),
    ...(inView ? [] : [`${name} is out of view`]), ...(onTop ? [] : [`${name} is covered`])]};
});

for (const [name, address] of [['overview', overviewOf(ordinary)], ['record', recordsOf(ordinary)[0]]]) {
  for (const viewport of [wide, narrow]) {
    test(`Tab reaches every control of the ${name} in order and back, visibly, ${viewport.width} wide`, () =>
      onPage(address, {viewport, reducedMotion: 'reduce'}, async (page) => {
        const count = await reachable(page);
        assert.ok(count > 5);
        const faults = [];
        const press = async (key, place) => {
          await page.keyboard.press(key);
          const at = await focused(page);
          assert.equal(at?.place, place, `${key} to ${place + 1} of ${count}`);
          faults.push(...at.faults.map((fault) => `${key}: ${fault}`));
        };
        for (let place = 0; place < count; ++place) await press('Tab', place);
        for (let place = count - 1; place-- > 0;) await press('Shift+Tab', place); // what sticks at the top may cover it
        assert.deepEqual(faults, []);
      }));
  }

  test(`the first Tab on the ${name} shows a way past the head, and Enter takes it`, () =>
    onPage(address, {}, async (page) => {
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      assert.match(await skip.textContent(), /^Skip to /);
      const box = await skip.boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.width > 40);
      const target = page.locator(await skip.getAttribute('href'));
      await page.keyboard.press('Enter');
      const top = (await target.boundingBox()).y;
      assert.ok(top >= -1 && top < 400, `what it leads to is in view, at ${top}`);
      await page.keyboard.press('Tab');
      assert.ok(await target.evaluate((there) => there.contains(document.activeElement) ||
        Boolean(there.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)), 'and the next Tab goes on from there');
    }));
}
