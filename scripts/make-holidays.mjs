// Writes the table of public holidays (utils/catalog/time/holidays.json) from the date-holidays library.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { format } from 'prettier';
import { holidayDays } from './lib/public-holidays.mjs';

const { version } = createRequire(import.meta.url)('date-holidays/package.json');
const file = new URL('../utils/catalog/time/holidays.json', import.meta.url);
const table = {
  id: 'public-holidays',
  checkedOn: new Date().toISOString().slice(0, 10),
  status:
    'Public holidays of the whole country. Days by the moon may move by one. Not included: holidays of single states, and the longer closures that China announces each year',
  source: `date-holidays ${version} (github.com/commenthol/date-holidays), which relies on Wikipedia articles`,
  license: 'Days: CC BY-SA 3.0, computed with date-holidays by commenthol and contributors',
  days: holidayDays(),
};
writeFileSync(file, await format(JSON.stringify(table), { parser: 'json', printWidth: 120 }));
console.log(`${readFileSync(file).length} bytes`);
