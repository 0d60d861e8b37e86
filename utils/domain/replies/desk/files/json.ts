import { err, ok, type Result } from '../../../result';
import { ANY_INTENT, readTemplate, type ReplyTemplate } from '../../template';
import { checkTemplate } from '../check-template';
import { isBlocking } from '../template-problem';
import {
  LISTED_PROBLEMS,
  mostTemplateRows,
  type PortionReader,
  type RejectedRow,
  type TemplateFileProblem,
  type TemplateRowProblem,
} from './template-rows';

const APP = 'parley';
const KIND = 'templates';
const VERSION = 1;

/** The text of a JSON file of templates; nothing of them is lost. */
export const templatesToJson = (templates: readonly ReplyTemplate[]): string =>
  `${JSON.stringify({ app: APP, kind: KIND, version: VERSION, templates }, null, 1)}\n`;

/** The entries of a JSON file of templates, as yet unread: one of ours, or a bare list. */
export function openTemplatesJson(text: string): Result<readonly unknown[], TemplateFileProblem> {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return err({ kind: 'not-json' });
  }
  const entries = Array.isArray(file) ? ok(file as readonly unknown[]) : entriesOf(file);
  if (!entries.ok) return entries;
  if (entries.value.length === 0) return err({ kind: 'empty' });
  if (entries.value.length > mostTemplateRows) return err({ kind: 'too-many-rows', limit: mostTemplateRows });
  return entries;
}

function entriesOf(file: unknown): Result<readonly unknown[], TemplateFileProblem> {
  if (typeof file !== 'object' || file === null) return err({ kind: 'no-templates' });
  const { app, kind, version, templates } = file as Readonly<Record<string, unknown>>;
  if (app !== APP || kind !== KIND || typeof version !== 'number') return err({ kind: 'no-templates' });
  if (version > VERSION) return err({ kind: 'too-new' });
  return Array.isArray(templates) ? ok(templates as readonly unknown[]) : err({ kind: 'no-templates' });
}

const idIn = (entry: unknown): string | undefined => {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' && id !== '' ? id.slice(0, 80) : undefined;
};

/** Reads the entries of a JSON file of templates; `line` of what is rejected is the place in the list from 1. */
export function createEntryReader(options: {
  readonly intents: readonly string[];
}): PortionReader<unknown, TemplateFileProblem> {
  const intents = new Set([...options.intents, ANY_INTENT]);
  const templates: ReplyTemplate[] = [];
  const rejected: RejectedRow[] = [];
  const placeById = new Map<string, number>();
  let place = 0;

  const read = (entry: unknown): ReplyTemplate | readonly TemplateRowProblem[] => {
    const form = readTemplate(entry);
    if (!form.ok) return [form.error];
    const template = form.value;
    const other = placeById.get(template.id);
    if (other !== undefined) return [{ kind: 'repeated', other }];
    placeById.set(template.id, place);
    if (!intents.has(template.intent)) return [{ kind: 'unknown-intent', value: template.intent.slice(0, 40) }];
    const found = checkTemplate(template).filter(isBlocking);
    return found.length > 0 ? found.slice(0, LISTED_PROBLEMS) : template;
  };

  return {
    take(entries) {
      for (const entry of entries) {
        place += 1;
        const made = read(entry);
        if ('id' in made) templates.push(made);
        else for (const problem of made) rejected.push({ line: place, ...idPart(entry), problem });
      }
      return null;
    },
    result: () => ok({ templates, rejected, ignored: [] }),
  };
}

const idPart = (entry: unknown): { readonly id?: string } => {
  const id = idIn(entry);
  return id === undefined ? {} : { id };
};
