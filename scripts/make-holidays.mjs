// Writes the table of public holidays (utils/catalog/time/holidays.json) from the date-holidays library. The file is made
// on every machine and kept out of the repository: its days stand under the library's own licence.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('date-holidays/package.json');
const file = new URL('../utils/catalog/time/holidays.json', import.meta.url);
const source = `date-holidays ${version} (github.com/commenthol/date-holidays), which relies on Wikipedia articles`;

const isCurrent = existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).source === source;
if (!isCurrent) {
  const { holidayDays } = await import('./lib/public-holidays.mjs');
  const table = {
    id: 'public-holidays',
    checkedOn: '2026-11-22',
    status:
      'Public holidays of the whole country. Days by the moon may move by one. Not included: holidays of single states, and the longer closures that China announces each year',
    source,
    license: 'Days: CC BY-SA 3.0, computed with date-holidays by commenthol and contributors',
    days: holidayDays(),
  };
  writeFileSync(file, JSON.stringify(table));
}
