import type { CheckInput } from '@/utils/domain/compliance/input';

/** What the check knows beside the text. */
export type CheckContext = Omit<CheckInput, 'text' | 'lang' | 'now'>;
