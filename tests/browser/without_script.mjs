// Without scripts the page still says everything: no control that does nothing, every word there, links lead on.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onPage} from './browser.mjs';
import {ordinary, overviewOf, recordsOf} from './reports.mjs';

const off = {javaScriptEnabled: false};

test('the overview can be read and followed without scripts', () =>
  onPage(overviewOf(ordinary), off, async (page) => {
    const table = page.locator('#record-table');
    assert.equal(await table.locator('tbody tr').count(), recordsOf(ordinary).length);
    for (const row of await table.locator('tbody tr').all()) assert.ok(await row.isVisible());
    for (const control of await page.locator('button, input, select').all()) {
      assert.equal(await control.isVisible(), false, 'a control that needs a script is not shown');
    }
    const first = await table.locator('tbody tr').first().getAttribute('data-d');
    await table.locator('tbody a').first().click();
    assert.match(page.url(), new RegExp(`/records/${first}\\.html$`));
    assert.ok(await page.locator('h1').isVisible());
  }));

test('a record can be read without scripts', () =>
  onPage(recordsOf(ordinary)[0], off, async (page) => {
    for (const control of await page.locator('button, input, select').all()) assert.equal(await control.isVisible(), false);
    assert.ok((await page.locator('body').innerText()).length > 3000);
  }));
