type Ending = readonly [pattern: RegExp, endings: string];

/** Russian declension by the ending of the nominative; indeclinable names match none. */
const RUSSIAN: readonly Ending[] = [
  [/(?:ие|ые)$/u, 'ие ые их ых им ым ими ыми'],
  [/ая$/u, 'ая ой ую ою ей'],
  [/(?:ое|ее)$/u, 'ое ого ому ом ее его ему ем'],
  [/(?:ий|ый)$/u, 'ий ый ого его ому ему ом ем им ым'],
  [/ия$/u, 'ия ии ию ией ие'],
  [/я$/u, 'я и е ю ей'],
  [/а$/u, 'а ы и е у ой ою'],
  [/й$/u, 'й я ю ем е'],
  [/ь$/u, 'ь и я ю ью ем е'],
  [/[ыи]$/u, 'ы и  ов ам ям ами ями ах ях'],
  [/[бвгджзклмнпрстфхцчшщ]$/u, ' а у ом е ы ам ах'],
];

/** Polish declension, folded (without ogonki and strokes). */
const POLISH: readonly Ending[] = [
  [/ska$/u, 'ska skiej sce ske'],
  [/ia$/u, 'ia ii ie io'],
  [/ja$/u, 'ja ji je jo'],
  [/ea$/u, 'ea ei ee eo'],
  [/na$/u, 'na nie ny ne nej no'],
  [/wa$/u, 'wa wie wy we wej wo'],
  [/da$/u, 'da dzie dy de do'],
  [/ta$/u, 'ta cie ty te'],
  [/ra$/u, 'ra rze ry re'],
  [/ka$/u, 'ka ce ki ke kiej'],
  [/la$/u, 'la li le lej'],
  [/pt$/u, 'pt pcie ptu ptem'],
  [/[aeiouy]nt?$/u, ' u ie em owi'],
  [/r$/u, 'r rze ru rem'],
  [/k$/u, 'k ku kiem'],
  [/l$/u, 'l lu lem'],
  [/ie$/u, 'ie ii iach ich iej'],
  [/kie$/u, 'kie kich'],
  [/ne$/u, 'ne nych nymi'],
  [/y$/u, 'y ach om ami ego ym'],
  [/[mstdpbfg]$/u, ' u ie em'],
];

const RULES: Readonly<Record<string, readonly Ending[]>> = { ru: RUSSIAN, pl: POLISH };

/** Forms of one folded word; short words would meet other words in their cases. */
function formsOfWord(word: string, rules: readonly Ending[]): readonly string[] {
  if (word.length < 4) return [word];
  for (const [pattern, endings] of rules) {
    const ending = pattern.exec(word);
    if (!ending) continue;
    // A pattern that begins with a consonant class keeps the word whole and adds to it.
    const whole = endings.startsWith(' ');
    const stem = whole ? word : word.slice(0, ending.index);
    return [...new Set([word, ...endings.split(' ').map((end) => stem + end)])].filter((form) => form.length >= 4);
  }
  return [word];
}

/** Forms a country's name takes in a sentence of a language; the name itself comes first. Names must be folded. */
export function formsOf(name: string, lang: string): readonly string[] {
  const rules = RULES[lang];
  if (!rules) return [name];
  const words = name.split(' ');
  // Three words and more are seldom written, and their combinations many.
  if (words.length > 2) return [name];
  const [first = '', second] = words.map((word) => formsOfWord(word, rules));
  if (!second) return first as readonly string[];
  return [name, ...(first as readonly string[]).flatMap((one) => second.map((two) => `${one} ${two}`))];
}

/** What may follow a name within the same word, folded: case suffixes in Turkish, genitive in German and Swedish. */
export const SUFFIXES: Readonly<Record<string, RegExp>> = {
  tr: /'[a-z]{1,8}|(?:n?[dt][ae]n?(?:ki)?|y[aei]|n[ae]|n?in|nun|s?i|yl[ae]|a|e|u)(?![a-z])/y,
  de: /s(?![a-z])/y,
  sv: /s(?![a-z])/y,
  nl: /'s/y,
};
