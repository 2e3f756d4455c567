// The list of records: filters, search and sorting give what the findings say; every figure leads to what it counts.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onPage} from './browser.mjs';
import {auditedOf, ordinary, overviewOf, recordsOf} from './reports.mjs';

// The findings by the number of their page, which is what data-d holds.
const findings = () => {
  const numbers = recordsOf(ordinary).map((address) => Number(address.match(/(\d+)\.html$/)[1]));
  return auditedOf(ordinary).map((finding, i) => ({number: numbers[i], ...finding}));
};
const numbersWhere = (holds) => findings().filter(holds).map(({number}) => number).sort((a, b) => a - b);

const shownRows = async (page) => {
  if (await page.locator('#more-all').isVisible()) await page.locator('#more-all').click();
  return page.locator('#record-table tbody tr:visible').evaluateAll((rows) => rows.map((row) => Number(row.dataset.d)));
};
const shown = async (page) => (await shownRows(page)).sort((a, b) => a - b);
const countOf = async (page) => Number((await page.locator('#count').textContent()).match(/\d+/)[0]);
const values = (page, id) => page.locator(`#${id} option`).evaluateAll((options) => options.map((option) => option.value).filter(Boolean));

// As the lists name an item or dimension of a record: of other checklists than the usual one, with the checklist's name.
const named = ({checklist}, id) => (checklist === 'assessment' ? id : `${checklist} ${id}`);

// What each control keeps, worked out from the findings alone.
const kept = {
  'f-grade': (wanted) => ({overall}) => wanted.split(',').includes(overall.grade),
  'f-type': (wanted) => ({type}) => (type || '-') === wanted,
  'f-flag': (wanted) => ({flags}) => flags.some(({id}) => wanted === 'any' || id === wanted),
  'f-team': (wanted) => ({team}) => (team || '-') === wanted,
  'f-time': (wanted) => ({timeliness: time}) =>
    (time ? (time.working_days > time.limit ? 'late' : 'in_time') : 'unknown') === wanted,
  'f-dimension': (wanted, grades) => (line) =>
    line.dimensions.some(({id, grade}) => named(line, id) === wanted && grades.split(',').includes(grade)),
  'f-item': (wanted, ratings) => (line) => line.items.some(({id, rating, confidence}) => named(line, id) === wanted &&
    (ratings.split(',').includes(rating) || (ratings === 'unsure' && confidence === 'low'))),
};

for (const id of ['f-grade', 'f-team', 'f-type', 'f-flag', 'f-time']) {
  test(`the list is filtered by ${id}`, () => onPage(overviewOf(ordinary), {}, async (page) => {
    const choices = await values(page, id);
    assert.ok(choices.length > 2);
    for (const choice of choices) {
      await page.locator(`#${id}`).selectOption(choice);
      const expected = numbersWhere(kept[id](choice));
      assert.deepEqual(await shown(page), expected, choice);
      assert.equal(await countOf(page), expected.length);
    }
    await page.locator(`#${id}`).selectOption('');
    assert.equal((await shown(page)).length, findings().length);
  }));
}

for (const id of ['f-dimension', 'f-item']) {
  test(`the list is filtered by ${id} and its value`, () => onPage(overviewOf(ordinary), {}, async (page) => {
    const choices = await values(page, id);
    assert.ok(choices.length > 5);
    // Each of them is asked alike: some are enough.
    for (const choice of choices.filter((_, i) => choices.length < 10 || i % 5 === 0)) {
      await page.locator(`#${id}`).selectOption(choice);
      for (const value of await values(page, `${id}-value`)) {
        await page.locator(`#${id}-value`).selectOption(value);
        assert.deepEqual(await shown(page), numbersWhere(kept[id](choice, value)), `${choice} ${value}`);
      }
    }
  }));
}

test('filters add up, ticks count, and one button takes all away', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    const low = ({overall}) => ['requires_improvement', 'inadequate'].includes(overall.grade);
    const unsure = ({items}) => items.some(({confidence}) => confidence === 'low');
    await page.locator('#f-grade').selectOption('requires_improvement,inadequate');
    await page.locator('#f-unsure').check();
    await page.locator('#f-flag').selectOption('any');
    const expected = numbersWhere((finding) => low(finding) && unsure(finding) && finding.flags.length > 0);
    assert.ok(expected.length > 0 && expected.length < findings().length);
    assert.deepEqual(await shown(page), expected);
    await page.waitForFunction(() => location.hash.includes('flag=any'));
    await page.reload(); // the address holds the question, so that it can be kept and passed on
    assert.deepEqual(await shown(page), expected);
    await page.locator('#f-clear').click();
    assert.equal((await shown(page)).length, findings().length);
  }));

test('the list is searched by words of paths, children and flags, whatever their case', () =>
  onPage(overviewOf(ordinary), {}, async (page) => {
    const search = async (words) => (await page.locator('#f-text').fill(words), shown(page));
    const {path, number, children: [child]} = findings().find(({children}) => children.length > 0);
    const name = path.match(/\d\d-([a-z]+)/)[1];
    assert.deepEqual(await search(name.toUpperCase()), numbersWhere((finding) => finding.path.includes(name)));
    assert.ok((await search(child.toLowerCase())).includes(number), child);
    assert.ok((await search(`${name} ${child}`)).includes(number));
    const flagged = findings().find(({flags}) => flags.length > 0);
    assert.ok((await search(flagged.flags[0].reason.slice(0, 30))).includes(flagged.number));
    assert.deepEqual(await search('no such words anywhere'), []);
    assert.equal(await countOf(page), 0);
    assert.equal((await search('')).length, findings().length);
  }));

test('the list is sorted by each head, both ways', () => onPage(overviewOf(ordinary), {}, async (page) => {
  const keys = {
    path: ({path}) => path,
    need: ({overall: {grade, score}}) => ['inadequate', 'requires_improvement', 'good', 'outstanding'].indexOf(grade) * 10 + score,
    not_met: ({items}) => items.filter(({rating}) => rating === 'not_met').length,
    flags: ({flags}) => flags.length,
    unsure: ({items}) => items.filter(({confidence}) => confidence === 'low').length,
  };
  const compare = new Intl.Collator('en-GB', {numeric: true}).compare;
  const heads = await page.locator('#record-table th[data-sort]').all();
  assert.ok(heads.length >= 10);
  const findingOf = new Map(findings().map((finding) => [finding.number, finding]));
  for (const head of heads) {
    const sort = await head.getAttribute('data-sort');
    const orders = {};
    for (let click = 0; click < 2; ++click) {
      await head.locator('button').click();
      const order = await shownRows(page);
      assert.equal(order.length, findings().length);
      orders[await head.getAttribute('aria-sort')] = order;
      assert.equal(await page.locator('#record-table [aria-sort]').count(), 1);
    }
    assert.deepEqual(Object.keys(orders).sort(), ['ascending', 'descending'], sort);
    if (!keys[sort]) continue;
    for (const [direction, order] of Object.entries(orders)) {
      const of = order.map((number) => keys[sort](findingOf.get(number)));
      for (let i = 1; i < of.length; ++i) {
        const by = typeof of[i] === 'number' ? of[i] - of[i - 1] : compare(of[i], of[i - 1]);
        assert.ok(direction === 'ascending' ? by >= 0 : by <= 0, `${sort} ${direction}: ${of[i - 1]}, ${of[i]}`);
      }
    }
  }
}));

test('every figure leads to as many records as it says', () => onPage(overviewOf(ordinary), {}, async (page) => {
  const figures = await page.locator('a[data-list]').evaluateAll((links) =>
    links.map((link) => [link.getAttribute('href'), link.dataset.list, link.textContent.trim()]));
  assert.ok(figures.length > 60, `${figures.length} figures`);
  const wrong = [];
  const told = await page.evaluate(async (all) => {
    const out = [];
    for (const [href] of all) {
      location.hash = href;
      await new Promise((done) => addEventListener('hashchange', () => setTimeout(done), {once: true}));
      out.push(document.getElementById('count').textContent);
      history.replaceState(null, '', '#run');
    }
    return out;
  }, figures);
  for (const [i, [, query, words]] of figures.entries()) {
    const says = words.match(/\d+/);
    if (says && Number(says[0]) !== Number(told[i].match(/\d+/)[0])) wrong.push(`${query} says ${words}: ${told[i]}`);
  }
  assert.deepEqual(wrong, []);
}));

test('a figure, the list behind it, a record, and back, by keyboard', () => onPage(overviewOf(ordinary), {}, async (page) => {
  const figure = page.locator('#overview a[data-list^="dimension="]').first();
  await figure.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'records-h');
  const rows = await shownRows(page);
  assert.ok(rows.length > 0 && rows.length < findings().length);
  const link = page.locator('#record-table tbody a').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/records\/\d+\.html/);
  assert.ok(page.url().includes(`/records/${rows[0]}.html`));
  await page.goBack();
  assert.deepEqual(await shownRows(page), rows, 'the list is as it was left');
  await page.goBack();
  assert.equal(new URL(page.url()).hash, '', 'and before that the overview');
}));

test('of an address that asks what this run does not hold, nothing is shown and all can be had again', () =>
  onPage(`${overviewOf(ordinary)}#records?item=ZZ9:not_met&team=Nowhere&sort=constructor&toString=1`, {}, async (page) => {
    assert.deepEqual(await shown(page), []);
    await page.locator('#f-clear').click();
    assert.equal((await shown(page)).length, findings().length);
  }));
