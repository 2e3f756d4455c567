// Runs the tests, all or those named (`run ... print large`), in one process with one browser.
import {after} from 'node:test';
import {close} from './browser.mjs';
import {makeReports} from './reports.mjs';

const all = ['opens', 'first_screen', 'list', 'record', 'keyboard', 'accessibility', 'colours', 'print',
  'without_script', 'hostile', 'pack', 'large'];

makeReports();
for (const name of process.argv.length > 2 ? process.argv.slice(2) : all) await import(`./${name}.mjs`);
after(close);
