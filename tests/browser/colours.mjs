// For colour-blind readers: grades and ratings are told by words, and their colours stay apart for them too.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {test} from 'node:test';
import {onPage} from './browser.mjs';
import {ordinary, overviewOf, recordsOf} from './reports.mjs';
import {folder} from './settings.mjs';

const deficiencies = ['none', 'deuteranopia', 'protanopia', 'tritanopia', 'achromatopsia'];

async function emulate(page, type) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', {type});
}

// The words of every chip of a kind, by its class: "g0" -> {"Inadequate"}.
const chipWords = (page, kind) => page.evaluate((letter) => {
  const out = {};
  for (const chip of document.querySelectorAll(`.${letter}`)) {
    const name = Array.from(chip.classList).find((one) => /^[gr]\d$/.test(one));
    (out[name] ??= []).includes(chip.innerText.trim()) || out[name].push(chip.innerText.trim());
  }
  return out;
}, kind);

function assertTold(words, kinds) {
  const names = Object.keys(words).filter((name) => name !== 'undefined');
  assert.ok(names.length >= kinds, `${names.length} kinds of chip`);
  const all = names.flatMap((name) => words[name]);
  assert.ok(all.every((word) => word.length > 0), 'each has words');
  assert.equal(new Set(all).size, all.length, `no words stand for two of them: ${all}`);
}

test('grades and ratings differ by words, not by colour alone', async () => {
  await onPage(overviewOf(ordinary), {}, async (page) => assertTold(await chipWords(page, 'g'), 3));
  await onPage(recordsOf(ordinary)[0], {}, async (page) => assertTold(await chipWords(page, 'r'), 3));
});

// The colour that a reader sees at the middle of a swatch for each grade, measured in a picture of the screen.
async function seen(page, type) {
  await emulate(page, type);
  const boxes = await page.evaluate(() => {
    document.body.replaceChildren(...[0, 1, 2, 3].map((grade) => {
      const chip = document.createElement('span');
      chip.className = `g g${grade}`;
      chip.textContent = '\u00A0'.repeat(20);
      return chip;
    }));
    return Array.from(document.querySelectorAll('.g'), (chip) => {
      const {left, top, width, height} = chip.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
  });
  const picture = (await page.screenshot()).toString('base64');
  const canvas = await page.context().newPage();
  const colours = await canvas.evaluate(async ([data, points]) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return points.map(([x, y]) => Array.from(context.getImageData(x, y, 1, 1).data.slice(0, 3)));
  }, [picture, boxes]);
  await canvas.close();
  return colours;
}

// CIE 1976 L*, which is what is left to a reader without colours.
function lightness([r, g, b]) {
  const [x, y, z] = [r, g, b].map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = 0.2126 * x + 0.7152 * y + 0.0722 * z;
  return luminance > 0.008856 ? 116 * luminance ** (1 / 3) - 16 : 903.3 * luminance;
}

for (const colorScheme of ['light', 'dark']) {
  for (const type of deficiencies.slice(0, 4)) {
    test(`neighbouring grades look different: ${type}, ${colorScheme}`, () =>
      onPage(overviewOf(ordinary), {colorScheme}, async (page) => {
        const colours = await seen(page, type);
        for (let grade = 1; grade < 4; ++grade) {
          const apart = Math.hypot(...colours[grade].map((value, i) => value - colours[grade - 1][i]));
          assert.ok(apart > 40, `grades ${grade - 1} and ${grade}: ${colours[grade - 1]} and ${colours[grade]}`);
        }
        // Light in the middle, dark at the ends: worst and best can be told from what lies between without any colour.
        const light = colours.map(lightness);
        assert.ok(Math.abs(light[0] - light[1]) > 15 && Math.abs(light[3] - light[2]) > 15, `lightness ${light.map(Math.round)}`);
      }));
  }
}

test('pictures as colour-blind readers see the pages', async () => {
  mkdirSync(`${folder}/pictures`, {recursive: true});
  for (const [name, address] of [['overview', overviewOf(ordinary)], ['record', recordsOf(ordinary)[0]]]) {
    await onPage(address, {}, async (page) => {
      for (const type of deficiencies) {
        await emulate(page, type);
        const picture = await page.screenshot({path: `${folder}/pictures/${name}-${type}.png`});
        assert.ok(picture.length > 20000);
      }
    });
  }
});
