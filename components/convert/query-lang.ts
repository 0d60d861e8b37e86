const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/, 'ja'],
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u3400-\u9fff]/, 'zh'],
  [/[\u0400-\u04ff]/, 'ru'],
  [/[\u0600-\u06ff]/, 'ar'],
];

/** Language to read a typed query in: its script where that tells, else the one given. A few words are too short for more. */
export const queryLang = (text: string, otherwise: string): string =>
  SCRIPTS.find(([script]) => script.test(text))?.[1] ?? otherwise;
