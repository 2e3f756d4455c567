// README's pictures: the overview, a record, and a record in print. tests/browser/pictures runs this alone.
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {onPage, wide} from './browser.mjs';
import {makePictureReport, overviewOf, pictured, recordOf} from './reports.mjs';
import {folder, source} from './settings.mjs';

const out = `${source}/auditor/reports/pictures`;

test('pictures for README', async () => {
  makePictureReport();
  await onPage(overviewOf(pictured), {}, (page) => page.screenshot({path: `${out}/overview.png`}));
  const record = recordOf(pictured, '02-wetherall');
  await onPage(record, {reducedMotion: 'reduce'}, async (page) => {
    // The record with one of its quotes picked out, and the rating that it carries.
    const item = page.locator('.item[data-rating="met"]:has(a.to)').first();
    await item.locator('summary').click();
    await item.locator('a.to').first().click();
    await page.screenshot({path: `${out}/record.png`});
    const pdf = `${folder}/pictures/print.pdf`;
    await page.pdf({path: pdf, preferCSSPageSize: true});
    const pages = execFileSync('pdftotext', [pdf, '-'], {encoding: 'utf8'}).split('\f');
    // The page on which the record as read begins.
    const first = 1 + pages.findIndex((text) => /^The record as read/m.test(text));
    execFileSync('pdftoppm', ['-png', '-r', '80', '-singlefile', '-f', String(first), pdf, `${out}/record-print`]);
  });
});
