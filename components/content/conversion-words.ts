import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertWord } from './labels';
import type { Translate } from '../ui/translate';

type Lines = Conversion['lines'];

/** One line of an answer, with its range where charts disagree. */
export const lineWords = (t: Translate, line: Lines[number]): string => {
  const [label, value] = [convertWord(t, line.label), convertWord(t, line.value)];
  return line.range
    ? t('page.conversion.lineRange', { label, value, range: line.range })
    : t('page.conversion.line', { label, value });
};

/** What was found in the message. */
export const heardWords = (t: Translate, { heard, audience }: Conversion): string =>
  audience ? `${convertWord(t, heard)} · ${t(`page.conversion.audience.${audience}`)}` : convertWord(t, heard);
