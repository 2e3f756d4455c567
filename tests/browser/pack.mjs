// The pages of an evidence pack, unpacked: they stand alone as a report's do.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {axe, found} from './axe.mjs';
import {onPages} from './browser.mjs';
import {makePack, pack, recordsOf} from './reports.mjs';

test('an evidence pack opens from disk, its links lead to what it holds, and axe-core finds nothing', async () => {
  makePack();
  const pages = [pathToFileURL(`${pack}/summary.html`).href, ...recordsOf(pack).slice(0, 3)];
  assert.ok(pages.length > 3);
  await onPages(pages, {scripts: [axe]}, async (address, page, seen) => {
    assert.deepEqual(seen.requests, [address]);
    for (const href of await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.href.split('#')[0]))) {
      assert.ok(href.startsWith(pathToFileURL(pack).href) && existsSync(fileURLToPath(href)), `${href} in ${address}`);
    }
    assert.deepEqual(await found(page), []);
  });
});
