// The reports that the tests look at, made anew by the program itself.
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {auditor, folder, repeatedRun, source} from './settings.mjs';
import {attacks, hostileFiles} from './hostile_records.mjs';

const place = `${folder}/reports`;
export const ordinary = `${place}/exports`;
export const hostile = `${place}/hostile`;
export const spoilt = `${place}/spoilt`;
export const pictured = `${place}/pictured`;
export const pack = `${place}/pack`;
export const large = `${place}/large`;
export const largeRecords = 5000;

export const overviewOf = (report) => pathToFileURL(`${report}/index.html`).href;

// The addresses of the records' pages, in the order of the run.
export function recordsOf(report) {
  if (!existsSync(`${report}/records`)) return [];
  return readdirSync(`${report}/records`).sort((a, b) => parseInt(a) - parseInt(b))
    .map((name) => pathToFileURL(`${report}/records/${name}`).href);
}

// The address of the page of the record whose path holds that name.
export const recordOf = (report, name) => recordsOf(report)[auditedOf(report).findIndex(({path}) => path.includes(name))];

// Exit status 1 says that some records were refused, which the reports are to show.
function audit(within, paths, out) {
  try {
    execFileSync(auditor, ['audit', ...paths, '--out', out, '--quiet'], {cwd: within, stdio: ['ignore', 'ignore', 'pipe']});
  } catch (failed) {
    if (failed.status !== 1) throw failed;
  }
}

// What findings.jsonl says of each document, and of those audited, whose pages recordsOf() lists in the same order.
export const findingsOf = (report) =>
  readFileSync(`${report}/findings.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
export const auditedOf = (report) => findingsOf(report).filter((line) => line.status === 'audited');

export function makeReports() {
  rmSync(place, {recursive: true, force: true});
  mkdirSync(place, {recursive: true});
  audit(`${source}/fixtures`, ['exports', 'readers/pdf-locked'], ordinary);
  for (const [path, text] of hostileFiles()) {
    const file = `${place}/strange/${path}`;
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  audit(place, ['strange'], hostile);
}

// A report of some records of `from` over and over; where there are texts, these stand in for their names and reasons.
function repeat(from, records, out, texts = []) {
  mkdirSync(out, {recursive: true});
  execFileSync(repeatedRun, [`${from}/run.db`, String(records), out, ...texts], {stdio: ['ignore', 'ignore', 'inherit']});
}

// Made only when they are looked at: the large one takes seconds.
export const makeLargeReport = () => repeat(ordinary, largeRecords, large);
export const makeSpoiltReport = () => repeat(ordinary, 2 * attacks.length, spoilt, attacks);
export const makePictureReport = () => audit(`${source}/fixtures`, ['exports'], pictured);

export function makePack() {
  execFileSync(auditor, ['pack', ordinary, '--out', `${pack}.zip`], {stdio: ['ignore', 'ignore', 'inherit']});
  execFileSync('python3', ['-m', 'zipfile', '-e', `${pack}.zip`, pack]);
}
