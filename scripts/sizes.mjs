// Prints what each part of the built extension weighs; ends non-zero when one is over its budget.
import { outputOf } from './lib/build.mjs';
import { isWithin, measureSizes } from './lib/measure-sizes.mjs';

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const parts = measureSizes(outputOf('chrome'));
for (const part of parts) {
  const mark = isWithin(part) ? 'ok  ' : 'OVER';
  const most = part.budget.raw ? `${kb(part.budget.gzip)}, raw ${kb(part.budget.raw)}` : kb(part.budget.gzip);
  console.log(
    `  ${mark} ${part.name.padEnd(24)} ${kb(part.gzip).padStart(9)} gzip ${kb(part.raw).padStart(9)} raw (budget ${most})`,
  );
}
process.exit(parts.every(isWithin) ? 0 : 1);
