/** How what is more than a text stands in one cell of a file of templates, there and back. */
import type { ReplyTemplate, TemplateBlock } from '../../template';

type Variable = ReplyTemplate['variables'][number];

const SEPARATOR = /[|;,、，；]/;

/** Splits a list at its separators; a backslash keeps one from being one. */
export function readList(cell: string): string[] {
  const items: string[] = [];
  let item = '';
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charAt(at);
    if (sign === '\\' && at + 1 < cell.length) item += cell.charAt((at += 1));
    else if (SEPARATOR.test(sign)) {
      items.push(item.trim());
      item = '';
    } else item += sign;
  }
  return [...items, item.trim()].filter((one) => one !== '');
}

/** The list before `readList`. */
export const writeList = (items: readonly string[] = []): string =>
  items.map((item) => item.replace(/[|;,、，；\\]/g, '\\$&')).join('|');

/** What stands before a sentence, in words, as cells lose blanks at their ends. */
const GAPS: Readonly<Record<TemplateBlock['before'], string>> = {
  '': 'none',
  ' ': 'space',
  '\n': 'line',
  '\n\n': 'paragraph',
};

/** The word for what stands before a sentence. */
export const writeGap = (before: TemplateBlock['before']): string => GAPS[before];

/** Words for the cells that have words of their own, in English and Chinese. */
export const cellWords = {
  kind: { reply: 'reply', 回复: 'reply', proactive: 'proactive', 主动: 'proactive', 主动联系: 'proactive' },
  fulfilment: {
    own: 'own',
    self: 'own',
    自发货: 'own',
    marketplace: 'marketplace',
    fba: 'marketplace',
    平台发货: 'marketplace',
  },
  flag: {
    yes: true,
    y: true,
    true: true,
    '1': true,
    x: true,
    是: true,
    no: false,
    n: false,
    false: false,
    '0': false,
    否: false,
  },
  before: {
    none: '',
    无: '',
    space: ' ',
    空格: ' ',
    line: '\n',
    'new line': '\n',
    换行: '\n',
    paragraph: '\n\n',
    'empty line': '\n\n',
    空行: '\n\n',
  },
  role: {
    greeting: 'greeting',
    问候: 'greeting',
    acknowledge: 'acknowledge',
    回应: 'acknowledge',
    answer: 'answer',
    回答: 'answer',
    action: 'action',
    措施: 'action',
    deadline: 'deadline',
    期限: 'deadline',
    ask: 'ask',
    请求: 'ask',
    close: 'close',
    结尾: 'close',
  },
  tone: { short: 'short', 简短: 'short', full: 'full', 完整: 'full' },
} as const;

const DECLARED =
  /^([a-z][a-zA-Z0-9]*) (text|date|days|order-id|money|number|choice)(!?)(?: \(([a-z|-]+)\))?(?: label=("(?:[^"\\]|\\.)*"))?(?: fallback=("(?:[^"\\]|\\.)*"))?$/;

/** Variables as they are declared, one a line: `name type`, `!` when required, choices, then label and fallback. */
export const writeVariables = (variables: readonly Variable[]): string =>
  variables
    .map(({ name, type, required, choices, label, fallback }) =>
      [
        `${name} ${type}${required ? '!' : ''}`,
        ...(choices ? [`(${choices.join('|')})`] : []),
        ...(label === undefined ? [] : [`label=${JSON.stringify(label)}`]),
        ...(fallback === undefined ? [] : [`fallback=${JSON.stringify(fallback)}`]),
      ].join(' '),
    )
    .join('\n');

const unquoted = (quoted: string): string | undefined => {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' ? text : undefined;
  } catch {
    // A quotation of a person's own; the line is then named as one that is not understood.
    return undefined;
  }
};

/** The variables before `writeVariables`; the first line that is not understood instead. */
export function readVariables(cell: string): readonly Variable[] | { readonly unknown: string } {
  const variables: Variable[] = [];
  for (const line of cell
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const match = DECLARED.exec(line);
    const [, name = '', type, sign, choices, label, fallback] = match ?? [];
    const texts = [label, fallback].map((one) => (one === undefined ? undefined : unquoted(one)));
    if (!match || (label !== undefined && texts[0] === undefined) || (fallback !== undefined && texts[1] === undefined))
      return { unknown: line };
    variables.push({
      name,
      type: type as Variable['type'],
      required: sign === '!',
      ...(choices === undefined ? {} : { choices: choices.split('|') }),
      ...(texts[1] === undefined ? {} : { fallback: texts[1] }),
      ...(texts[0] === undefined ? {} : { label: texts[0] }),
    });
  }
  return variables;
}

const REVIEWED = /^(\S+) (\S+) (.+)$/s;

/** Who has read which language, and when. */
export const writeReviews = (languages: ReplyTemplate['languages']): string =>
  writeList(
    Object.entries(languages).flatMap(([lang, { status }]) =>
      status.state === 'reviewed' ? [`${lang} ${status.on} ${status.by}`] : [],
    ),
  );

/** The status of each language before `writeReviews`; languages nobody has read are missing. */
export const readReviews = (cell: string): Readonly<Record<string, { readonly by: string; readonly on: string }>> =>
  Object.fromEntries(
    readList(cell).flatMap((item) => {
      const [, lang, on, by] = REVIEWED.exec(item) ?? [];
      return lang === undefined || on === undefined || by === undefined ? [] : [[lang, { by, on }]];
    }),
  );
