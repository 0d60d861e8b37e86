import type { Settings } from '@/utils/app/api';

/** The first steps in their order. */
export const stepNames = ['languages', 'markets', 'work', 'practice', 'page', 'shop'] as const;

/** One of the first steps. */
export type StepName = (typeof stepNames)[number];

/** What every step works with. */
export interface StepProps {
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => void;
}
