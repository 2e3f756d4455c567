// Where things are, as tests/browser/run found them.
import {createRequire} from 'node:module';

export const auditor = process.env.AUDITOR;
export const repeatedRun = process.env.REPEATED_RUN;
export const browserPath = process.env.BROWSER;
export const source = process.env.SOURCE_FOLDER;
export const folder = process.env.BROWSER_FOLDER; // reports, pictures, figures

// What npm installed there: an import would look beside this file, where nothing is.
export const installed = createRequire(`${folder}/package.json`);
