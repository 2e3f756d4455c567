// Records whose names and words are written to break out of the page. Any that succeeds sets window.hurt.
import {readFileSync} from 'node:fs';
import {source} from './settings.mjs';

export const attacks = [
  '<script>window.hurt=1</script>',
  '<img src=x onerror="window.hurt=1">',
  '"\'><svg onload=window.hurt=1>',
  '</script><script>window.hurt=1</script>',
  '</title></style></textarea><iframe srcdoc="<script>top.hurt=1</script>">',
  '<a href="javascript:window.hurt=1">press</a>',
  '&lt;b&gt; &#60;i&#62; &amp;',
  '\u2028window.hurt=1\u2029//',
  '{{constructor.constructor("window.hurt=1")()}} ${window.hurt=1}',
  '\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u064A\u0645 \u202Eright to left',
  '\u{1F600}\u{1F469}\u200D\u{1F467} Zoe\u0308',
];

// File names: "</script>" holds a slash, so it makes a folder.
const names = [
  '<script>window.hurt=1</script>.txt',
  '"><img src=x onerror="window.hurt=1">.txt',
  '\'" autofocus onfocus=window.hurt=1 x=".txt',
  '\u202Etxt.exe \u0645\u0631\u064A\u0645 \u{1F600}.txt',
  'a\u2028b\u2029c.txt',
  'javascript:window.hurt=1.txt',
  '&lt;b&gt;%3Cscript%3E?a=b#d1.txt',
];

// The text of an ordinary record with an attack before the end of each sentence and after each child's name, so that
// quotes, headings' texts, flags and children hold some.
function spoilt(text, first) {
  let number = first;
  const next = () => attacks[number++ % attacks.length];
  return text.replace(/([a-z]{3}[\u201D"']?)([.?!])(?=\s)/g, (_, word, end) => `${word} ${next()}${end}`)
    .replace(/^((?:name|child)[^:\n]*:[^\n]+)$/gim, (line) => `${line} ${next()}`)
    .replace(/$/, `\nOutcome: [insert ${next()} here]\nDate of visit: 31 February 2010 ${next()}\n`);
}

// [path, text] of each file; one that can't be read is among them, so that refusals are shown too.
export function hostileFiles() {
  const texts = ['team-north/16-core-atkin.txt', 'early-help/18-plain-words.txt', 'team-south/19-odd-places.txt']
    .map((path) => readFileSync(`${source}/fixtures/exports/${path}`, 'utf8'));
  const files = names.map((name, i) => [name, spoilt(texts[i % texts.length], i)]);
  return [...files, ['<b>empty<i>.docx', 'PK\u0003\u0004<script>window.hurt=1</script>']];
}
