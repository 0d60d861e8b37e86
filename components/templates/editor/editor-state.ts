import type { Lang } from '@/utils/domain/ids';
import type { ReplyTemplate, TemplateBlock } from '@/utils/domain/replies/template';
import { isSame } from './same';

/** A place for a value as the template declares it. */
export type Variable = ReplyTemplate['variables'][number];

/** Where and when a reply is suggested. */
export type Scope = ReplyTemplate['scope'];

/** A sentence that was taken out last, with its words, so that it can come back. */
interface RemovedSentence {
  readonly block: TemplateBlock;
  readonly at: number;
  readonly texts: Readonly<Record<Lang, string>>;
}

/** One reply in the editor. */
export interface EditorState {
  /** As it was saved last; for a new one as it began. */
  readonly saved: ReplyTemplate;
  /** As it stands in the editor; it may be unfinished. */
  readonly template: ReplyTemplate;
  readonly removed: RemovedSentence | null;
}

/** Everything that can be done to a reply in the editor. */
export type EditorAction =
  | { readonly kind: 'title'; readonly lang: 'en' | 'zh-CN'; readonly text: string }
  | { readonly kind: 'about'; readonly part: Partial<Pick<ReplyTemplate, 'intent' | 'kind' | 'tags'>> }
  | { readonly kind: 'scope'; readonly part: Partial<Scope> }
  | { readonly kind: 'text'; readonly lang: Lang; readonly block: string; readonly text: string }
  /** Makes a variable known to the template; one with the same name stays as it is. */
  | { readonly kind: 'declare'; readonly variable: Variable }
  | { readonly kind: 'change-variable'; readonly variable: Variable }
  | { readonly kind: 'drop-variable'; readonly name: string }
  /** `after` null: as the first one. */
  | { readonly kind: 'add-sentence'; readonly after: string | null }
  | { readonly kind: 'remove-sentence'; readonly block: string }
  | { readonly kind: 'put-sentence-back' }
  | { readonly kind: 'move-sentence'; readonly block: string; readonly by: -1 | 1 }
  | { readonly kind: 'change-sentence'; readonly block: string; readonly part: Partial<Omit<TemplateBlock, 'id'>> }
  | { readonly kind: 'add-language'; readonly lang: Lang; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'remove-language'; readonly lang: Lang }
  /** Other words take the place of all that is in the editor; nothing is saved by it. */
  | { readonly kind: 'replace'; readonly template: ReplyTemplate }
  /**
   * `template` is what is kept now. It takes the place of `sent`, or of whatever stands in the editor when that is null; what
   * was typed beside it stays, unsaved.
   */
  | { readonly kind: 'saved'; readonly template: ReplyTemplate; readonly sent: ReplyTemplate | null };

/** The editor with a reply as it is kept. */
export const openEditor = (template: ReplyTemplate): EditorState => ({ saved: template, template, removed: null });

/** Whether two replies are the same to the last letter. */
export const isSameReply = (a: ReplyTemplate, b: ReplyTemplate): boolean => isSame(a, b);

/** Whether something would be lost if the editor went away now. */
export const isDirty = ({ saved, template }: EditorState): boolean => !isSameReply(saved, template);

/** Whether the words of one language differ from the saved ones. */
export function isLanguageChanged({ saved, template }: Pick<EditorState, 'saved' | 'template'>, lang: Lang): boolean {
  const isUntouched = saved.blocks === template.blocks && saved.languages[lang] === template.languages[lang];
  return !isUntouched && !isSame(wordsIn(saved, lang), wordsIn(template, lang));
}

const wordsIn = ({ blocks, languages }: ReplyTemplate, lang: Lang): readonly string[] | null => {
  const own = languages[lang];
  return own ? blocks.map(({ id }) => own.texts[id] ?? '') : null;
};

type Languages = ReplyTemplate['languages'];

const mapLanguages = (
  languages: Languages,
  change: (own: Languages[string], lang: Lang) => Languages[string],
): Languages => Object.fromEntries(Object.entries(languages).map(([lang, own]) => [lang, change(own, lang)]));

const setText = (languages: Languages, block: string, textIn: (lang: Lang) => string): Languages =>
  mapLanguages(languages, (own, lang) => ({ ...own, texts: { ...own.texts, [block]: textIn(lang) } }));

const without = (texts: Readonly<Record<string, string>>, id: string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => name !== id));

/** An id for a new sentence that no other one has. */
export function freshBlockId(blocks: readonly Pick<TemplateBlock, 'id'>[]): string {
  const taken = new Set(blocks.map(({ id }) => id));
  let number = blocks.length + 1;
  while (taken.has(`sentence-${number}`)) number += 1;
  return `sentence-${number}`;
}

/** Fields that are empty or missing are left out, so that a reply set back is the same as before. */
function tidy<T extends object>(value: T): T {
  const isSet = (part: unknown) => part !== undefined && !(Array.isArray(part) && part.length === 0);
  return Object.fromEntries(Object.entries(value).filter(([, part]) => isSet(part))) as T;
}

function addSentence(template: ReplyTemplate, after: string | null): ReplyTemplate {
  const id = freshBlockId(template.blocks);
  const at = after === null ? 0 : template.blocks.findIndex((block) => block.id === after) + 1;
  const block: TemplateBlock = { id, role: 'answer', before: at === 0 ? '' : ' ' };
  return {
    ...template,
    blocks: template.blocks.toSpliced(at, 0, block),
    languages: setText(template.languages, id, () => ''),
  };
}

function moveSentence(template: ReplyTemplate, id: string, by: -1 | 1): ReplyTemplate {
  const from = template.blocks.findIndex((block) => block.id === id);
  const to = from + by;
  const block = template.blocks[from];
  if (!block || to < 0 || to >= template.blocks.length) return template;
  return { ...template, blocks: template.blocks.toSpliced(from, 1).toSpliced(to, 0, block) };
}

function dropVariable(template: ReplyTemplate, name: string): ReplyTemplate {
  return {
    ...template,
    variables: template.variables.filter((variable) => variable.name !== name),
    blocks: template.blocks.map((block) =>
      block.needs?.includes(name) ? tidyBlock({ ...block, needs: block.needs.filter((one) => one !== name) }) : block,
    ),
  };
}

// A sentence that is left out for no value would always stand: then it says so.
const tidyBlock = (block: TemplateBlock): TemplateBlock =>
  tidy({ ...block, optional: block.optional && (block.needs?.length ?? 0) > 0 ? true : undefined });

function change(template: ReplyTemplate, action: EditorAction): ReplyTemplate {
  switch (action.kind) {
    case 'title':
      return { ...template, title: { ...template.title, [action.lang]: action.text } };
    case 'about': {
      const { tags, ...rest } = { ...template, ...action.part };
      return tags?.length ? { ...rest, tags } : rest;
    }
    case 'scope':
      return { ...template, scope: tidy({ ...template.scope, ...action.part }) };
    case 'text': {
      const own = template.languages[action.lang] ?? emptyLanguage(template);
      const texts = { ...own.texts, [action.block]: action.text };
      return { ...template, languages: { ...template.languages, [action.lang]: { ...own, texts } } };
    }
    case 'declare': {
      const isKnown = template.variables.some(({ name }) => name === action.variable.name);
      return isKnown ? template : { ...template, variables: [...template.variables, action.variable] };
    }
    case 'change-variable': {
      const { variable } = action;
      return {
        ...template,
        variables: template.variables.map((one) => (one.name === variable.name ? tidy(variable) : one)),
      };
    }
    case 'drop-variable':
      return dropVariable(template, action.name);
    case 'add-sentence':
      return addSentence(template, action.after);
    case 'move-sentence':
      return moveSentence(template, action.block, action.by);
    case 'change-sentence':
      return {
        ...template,
        blocks: template.blocks.map((block) =>
          block.id === action.block ? tidyBlock({ ...block, ...action.part }) : block,
        ),
      };
    case 'add-language': {
      const fresh = emptyLanguage(template);
      const texts = Object.fromEntries(Object.keys(fresh.texts).map((id) => [id, action.texts[id] ?? '']));
      return template.languages[action.lang]
        ? template
        : { ...template, languages: { ...template.languages, [action.lang]: { ...fresh, texts } } };
    }
    case 'remove-language':
      return {
        ...template,
        languages: Object.fromEntries(Object.entries(template.languages).filter(([lang]) => lang !== action.lang)),
      };
    case 'replace':
      return action.template;
    // These need more than the template.
    case 'saved':
    case 'remove-sentence':
    case 'put-sentence-back':
      return template;
  }
}

const emptyLanguage = ({ blocks }: ReplyTemplate): Languages[string] => ({
  status: { state: 'draft' },
  texts: Object.fromEntries(blocks.map(({ id }) => [id, ''])),
});

/** A language somebody has read is a draft again once its words are others, and read again when they are set back. */
function withStatuses(template: ReplyTemplate, saved: ReplyTemplate): ReplyTemplate {
  const languages = mapLanguages(template.languages, (own, lang) => {
    const before = saved.languages[lang];
    const isAsRead = before && !isLanguageChanged({ saved, template }, lang);
    const status = isAsRead ? before.status : ({ state: 'draft' } as const);
    // A language nobody touched stays the same object: what is drawn from it is not drawn again.
    return isSame(own.status, status) ? own : { ...own, status };
  });
  return { ...template, languages };
}

function removeSentence(state: EditorState, id: string): EditorState {
  const { template } = state;
  const at = template.blocks.findIndex((block) => block.id === id);
  const block = template.blocks[at];
  // A reply without a sentence is none.
  if (!block || template.blocks.length === 1) return state;
  const texts = Object.fromEntries(
    Object.entries(template.languages).map(([lang, own]) => [lang, own.texts[id] ?? '']),
  );
  return {
    ...state,
    removed: { block, at, texts },
    template: {
      ...template,
      blocks: template.blocks.toSpliced(at, 1),
      languages: mapLanguages(template.languages, (own) => ({ ...own, texts: without(own.texts, id) })),
    },
  };
}

function putBack(state: EditorState): EditorState {
  const { template, removed } = state;
  if (!removed) return state;
  const { block, at, texts } = removed;
  const declared = new Set(template.variables.map(({ name }) => name));
  const needs = block.needs?.filter((name) => declared.has(name));
  return {
    ...state,
    removed: null,
    template: {
      ...template,
      blocks: template.blocks.toSpliced(at, 0, tidyBlock({ ...block, needs })),
      languages: setText(template.languages, block.id, (lang) => texts[lang] ?? ''),
    },
  };
}

/** The editor after one action; pure, so that every way of editing can be tested without a page. */
export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  if (action.kind === 'saved') {
    const { template, sent } = action;
    if (sent === null || isSameReply(sent, state.template)) return openEditor(template);
    return { ...state, saved: template, template: withStatuses(state.template, template) };
  }
  const next =
    action.kind === 'remove-sentence'
      ? removeSentence(state, action.block)
      : action.kind === 'put-sentence-back'
        ? putBack(state)
        : {
            ...state,
            template: change(state.template, action),
            removed: action.kind === 'replace' ? null : state.removed,
          };
  return { ...next, template: withStatuses(next.template, next.saved) };
}
