import type { MeasureExtras } from './load-measure-extras';
import holidays from './holidays.json';
import places from './places.json';

/** Cities and public holidays at once, for the background and for scripts. */
export const measureExtras: MeasureExtras = { places, holidays: holidays };
