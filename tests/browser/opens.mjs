// The pages open from disk and need nothing else: the watch in onPage() sees requests, console and policy.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {onPages} from './browser.mjs';
import {ordinary, overviewOf, recordsOf} from './reports.mjs';

const addresses = () => [overviewOf(ordinary), ...recordsOf(ordinary)];

test('every page opens from disk, alone and in silence', () =>
  onPages(addresses(), {}, async (address, page, seen) => {
    assert.deepEqual(seen.requests, [address], 'it loads nothing but itself');
    assert.ok((await page.title()).length > 5, `${address} has a title`);
    assert.equal(await page.locator('h1').count(), 1);
  }));

test('the policy of every page lets nothing load, and its links lead somewhere within the report', async () => {
  const targets = new Map(), links = [];
  await onPages(addresses(), {}, async (address, page) => {
    const {policy, ids, hrefs} = await page.evaluate(() => ({
      policy: document.querySelector('head > meta[http-equiv="Content-Security-Policy"]')?.content,
      ids: Array.from(document.querySelectorAll('[id]'), (element) => element.id),
      hrefs: Array.from(document.querySelectorAll('a[href]'), (link) => link.href),
    }));
    assert.match(policy, /^default-src 'none';/, address);
    assert.doesNotMatch(policy, /unsafe|http|\*|data:|'self'/, address);
    assert.equal(new Set(ids).size, ids.length, `each id is there once in ${address}`);
    targets.set(address, new Set(ids));
    links.push(...hrefs.map((href) => [address, href]));
  });
  assert.ok(targets.size > 10 && links.length > targets.size);
  for (const [address, href] of links) {
    const [to, fragment] = href.split('#');
    const id = fragment?.split('?')[0]; // what follows asks the list for some of its records
    assert.ok(targets.has(to), `${href} in ${address}`);
    if (id) assert.ok(targets.get(to).has(decodeURIComponent(id)), `${href} in ${address}`);
  }
});
