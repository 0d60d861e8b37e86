import { readDeviceLabel, writeBands } from '@/utils/domain/convert/power/device-label';
import { fieldOf, readValue } from '@/utils/domain/products/read-value';

/** How a device label is understood, as a type plate would print it: `100–240 V, 50/60 Hz`; empty when it is not. */
export function labelHint(text: string): string {
  const label = readDeviceLabel(text);
  if (!label) return '';
  return [
    label.bands.length > 0 ? writeBands(label.bands) : '',
    label.hertz.length > 0 ? `${label.hertz.join('/')} Hz` : '',
    label.watts === undefined ? '' : `${label.watts} W`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What stands under a field that is fine: how a device label is understood. */
export const hintOf = (id: string, text: string): string =>
  fieldOf(id)?.type === 'device-label' && readValue(id, text).ok ? labelHint(text) : '';
