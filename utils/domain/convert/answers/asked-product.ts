import type { DeviceKind } from '../power/device-kind';
import type { Audience } from '../sizes/shoe';
import type { SizeCategory } from '../sizes/size';

/** What is known of the product a question is about: from its product card, or read from its title and variant. */
export interface AskedProduct {
  readonly category?: SizeCategory | 'clothing' | 'other';
  readonly audience?: Audience;
  /** System the listing's sizes are in, such as `CN_EU_STYLE`; the answer names it too. */
  readonly sizeSystem?: string;
  /** Sizes to go up: 1 when the product runs small, -1 when it runs large. */
  readonly sizeOffset?: number;
  /** Input line of the type plate, `100-240V~ 50/60Hz 0.5A`. */
  readonly deviceInput?: string;
  readonly deviceWatts?: number;
  readonly devicePlug?: string;
  /** What the device is, read from the title: `Device.kind` of the power check. */
  readonly deviceKind?: DeviceKind;
  /** The card the facts come from; absent when they were read from a title. */
  readonly cardId?: string;
}
