import {
  array,
  boolean,
  check,
  literal,
  looseObject,
  maxLength,
  minLength,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  safeParse,
  string,
  variant,
} from 'valibot';
import type { InferOutput } from 'valibot';
import { err, ok, type Result } from '../result';
import { isLangTag } from '../text/lang-tag';

const LONGEST_FALLBACK = 200;
const LONGEST_LABEL = 60;

// Values are looked up by name: one that every object inherits would be found where nobody has given it.
const isNoneOfObjects = (name: string): boolean => !(name in Object.prototype);

const Status = variant('state', [
  object({ state: literal('draft') }),
  object({ state: literal('reviewed'), by: string(), on: string() }),
]);

const Block = object({
  id: pipe(string(), regex(/^[a-z][a-zA-Z0-9-]*$/)),
  role: picklist(['greeting', 'acknowledge', 'answer', 'action', 'deadline', 'ask', 'close']),
  before: picklist(['', ' ', '\n', '\n\n']),
  needs: optional(array(string())),
  optional: optional(boolean()),
  when: optional(
    picklist([
      'repeated',
      'first-contact',
      'amazon',
      'aliexpress',
      'own-shipping',
      'marketplace-shipping',
      'size-known',
      'size-unknown',
      'shipped',
      'not-shipped',
    ]),
  ),
  /** The tone it belongs to; without one it stands in both. */
  tone: optional(picklist(['short', 'full'])),
});

const Template = object({
  id: pipe(string(), regex(/^[a-z][a-z0-9-]*$/)),
  intent: pipe(string(), minLength(1)),
  kind: picklist(['reply', 'proactive']),
  title: looseObject({ en: string(), 'zh-CN': string() }),
  tags: optional(array(string())),
  scope: object({
    marketplaces: optional(array(string())),
    orderStates: optional(
      array(
        picklist(['unpaid', 'unshipped', 'shipped', 'delivered', 'completed', 'cancelled', 'refunded', 'disputed']),
      ),
    ),
    fulfilment: optional(picklist(['own', 'marketplace'])),
    contactReasons: optional(array(string())),
    repeated: optional(boolean()),
    overdue: optional(boolean()),
    /** Only where the page shows no order at all. */
    noOrder: optional(literal(true)),
    /** Shops it is for; all of them without. */
    shops: optional(array(string())),
  }),
  /** Its place among templates that fit equally well, the lowest first; 50 without. */
  place: optional(number()),
  variables: array(
    object({
      name: pipe(string(), regex(/^[a-z][a-zA-Z0-9]*$/), check(isNoneOfObjects)),
      type: picklist(['text', 'date', 'days', 'order-id', 'money', 'number', 'choice']),
      required: boolean(),
      /** What a `choice` is between; texts ask for these words. */
      choices: optional(pipe(array(pipe(string(), regex(/^[a-z][a-z-]*$/))), minLength(2))),
      /** What stands while nothing else is known. */
      fallback: optional(pipe(string(), maxLength(LONGEST_FALLBACK))),
      /** What a variable of the desk's own is called in forms; those of ours have words in every interface language. */
      label: optional(pipe(string(), maxLength(LONGEST_LABEL))),
    }),
  ),
  blocks: pipe(array(Block), minLength(1)),
  languages: record(pipe(string(), check(isLangTag)), object({ status: Status, texts: record(string(), string()) })),
});

/** One answer to one situation in several languages, block by block. */
export type ReplyTemplate = Readonly<InferOutput<typeof Template>>;

/** One sentence or line of a template; the same id says the same thing in every language. */
export type TemplateBlock = ReplyTemplate['blocks'][number];

/** A condition a block can depend on; answered from the facts by `holds`. */
export type BlockCondition = NonNullable<TemplateBlock['when']>;

/** The intent of the template that fits any question: "we are checking, answer by …". */
export const ANY_INTENT = 'any';

/** An entry of a catalogue file that could not be used, and why. */
export interface CatalogueProblem {
  readonly entry: string;
  readonly why: string;
}

/**
 * Puts templates together from what they are in every language and from the texts of some languages, each a list of texts
 * by template id; `parseTemplates` then reads them.
 */
export function joinTemplates(frames: unknown, texts: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(frames)) return frames;
  return frames.map((frame: unknown) => {
    if (typeof frame !== 'object' || frame === null || !('id' in frame)) return frame;
    const { id } = frame;
    const languages = Object.entries(texts).flatMap(([lang, ofLang]) => {
      const own = typeof id === 'string' && isRecord(ofLang) ? ofLang[id] : undefined;
      return own === undefined ? [] : [[lang, own] as const];
    });
    return { ...frame, languages: Object.fromEntries(languages) };
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads one template by its form alone. Errors: `form` with the first place that does not fit (`variables.0.type`). */
export function readTemplate(json: unknown): Result<ReplyTemplate, { readonly kind: 'form'; readonly field: string }> {
  const parsed = safeParse(Template, json);
  if (parsed.success) return ok(parsed.output);
  const path = parsed.issues[0].path ?? [];
  return err({ kind: 'form', field: path.map(({ key }) => String(key)).join('.') || 'template' });
}

/**
 * Reads a list of whole templates. Entries that do not fit are listed and left out, the rest stays usable.
 */
export function parseTemplates(json: unknown): {
  readonly templates: readonly ReplyTemplate[];
  readonly problems: readonly CatalogueProblem[];
} {
  if (!Array.isArray(json)) return { templates: [], problems: [{ entry: 'file', why: 'not a list' }] };
  const templates: ReplyTemplate[] = [];
  const problems: CatalogueProblem[] = [];
  const seen = new Set<string>();
  json.forEach((entry: unknown, index) => {
    const parsed = safeParse(Template, entry);
    if (!parsed.success) {
      problems.push({ entry: nameOf(entry, index), why: parsed.issues.map((issue) => issue.message).join('; ') });
      return;
    }
    const why = seen.has(parsed.output.id) ? 'id used twice' : misfit(parsed.output);
    seen.add(parsed.output.id);
    if (why) problems.push({ entry: parsed.output.id, why });
    else templates.push(parsed.output);
  });
  return { templates, problems };
}

function nameOf(entry: unknown, index: number): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' ? id : `entry ${index}`;
}

function misfit(template: ReplyTemplate): string | null {
  const declared = new Set(template.variables.map((variable) => variable.name));
  const undeclared = template.blocks.flatMap((block) => block.needs ?? []).find((name) => !declared.has(name));
  if (undeclared) return `variable ${undeclared} is needed but not declared`;
  for (const [lang, { texts }] of Object.entries(template.languages)) {
    const missing = template.blocks.find((block) => texts[block.id] === undefined);
    if (missing) return `${lang} has no text for block ${missing.id}`;
  }
  return Object.keys(template.languages).length === 0 ? 'no language' : null;
}
