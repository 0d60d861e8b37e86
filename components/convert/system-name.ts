import type { Translate } from '../ui/translate';

/** A size system in words, or its code where the code is what people say (`EU`, `UK`). */
export const systemName = (t: Translate, code: string): string => {
  const key = `convert.system.${code}`;
  const words = t(key);
  return words === key ? code.replaceAll('_', ' ') : words;
};
