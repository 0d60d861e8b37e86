import { vi } from 'vitest';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type {
  EditProposal,
  ListedTemplate,
  TemplateDesk,
  TemplatesApi,
  TemplateVersion,
} from '@/utils/app/templates-api';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { hasSameSignatures, isSameReply, withTrueSignatures } from '@/utils/domain/replies/desk/same-words';
import { copyOf, takeEdit } from '@/utils/domain/replies/desk/take-edit';
import { parseTemplates, type ReplyTemplate } from '@/utils/domain/replies/template';
import { err } from '@/utils/domain/result';

/** What the fake's desk has at its start. */
export interface HeldTemplates {
  readonly templates?: readonly ListedTemplate[];
  readonly onlyReviewed?: boolean;
  readonly proposals?: readonly EditProposal[];
  /** By template, newest first; the last one of a changed template is what ships. */
  readonly versions?: Readonly<Record<string, readonly TemplateVersion[]>>;
}

const at = brandAs<'Instant'>('2026-11-22T09:00:00.000Z') satisfies Instant;

/** A reply in the given languages; each text names its language, so that a test sees which one is shown. */
export const aTemplate = (
  id: string,
  { langs = ['en'], ...change }: Partial<ReplyTemplate> & { readonly langs?: readonly string[] } = {},
): ReplyTemplate => ({
  id,
  intent: 'any',
  kind: 'reply',
  title: { en: `Reply ${id}`, 'zh-CN': `回复 ${id}` },
  scope: {},
  variables: [{ name: 'buyerName', type: 'text', required: false }],
  blocks: [
    { id: 'greeting', role: 'greeting', before: '' },
    { id: 'answer', role: 'answer', before: '\n\n' },
  ],
  languages: Object.fromEntries(
    langs.map((lang) => [
      lang,
      {
        status: { state: 'draft' as const },
        texts: { greeting: 'Hello{% if buyerName %} {{ buyerName }}{% endif %},', answer: `The answer (${lang}).` },
      },
    ]),
  ),
  ...change,
});

export const aListedTemplate = (template: ReplyTemplate, change: Partial<ListedTemplate> = {}): ListedTemplate => ({
  template,
  origin: 'own',
  isOff: false,
  uses: 0,
  ...change,
});

/** The templates of the API in memory; words that were there before stay as versions. */
export function fakeTemplates({
  able,
  announce,
  initials,
  ...held
}: HeldTemplates & {
  readonly able: <T>(work: () => T) => ApiResult<T>;
  readonly announce: () => void;
  readonly initials: () => string;
}) {
  let listed: readonly ListedTemplate[] = held.templates ?? [];
  let removed: readonly ListedTemplate[] = [];
  let onlyReviewed = held.onlyReviewed ?? false;
  let proposals = held.proposals ?? [];
  const versions = new Map(Object.entries(held.versions ?? {}));
  let counter = 0;

  const view = (): TemplateDesk => ({ templates: listed, onlyReviewed, proposals });
  const find = (id: string) => listed.find(({ template }) => template.id === id);
  const invalid = (field: string): ApiResult<never> => Promise.resolve(err<ApiProblem>({ kind: 'invalid', field }));
  const missing = (): ApiResult<never> => Promise.resolve(err<ApiProblem>({ kind: 'not-found' }));
  const change = (work: () => void): ApiResult<TemplateDesk> =>
    able(() => {
      work();
      announce();
      return view();
    });
  const each = (ids: readonly string[], edit: (one: ListedTemplate) => ListedTemplate) =>
    change(() => {
      listed = listed.map((one) => (ids.includes(one.template.id) ? edit(one) : one));
    });
  const keepVersion = (template: ReplyTemplate): void => {
    counter += 1;
    const version: TemplateVersion = { id: `version-${counter}`, at, initials: initials(), template };
    versions.set(template.id, [version, ...(versions.get(template.id) ?? [])]);
  };
  const put = (given: ReplyTemplate, from: 'form' | 'file'): 'added' | 'changed' | 'same' => {
    const before = find(given.id);
    const template = withTrueSignatures(given, before?.template, from);
    const changed = { at, initials: initials() };
    if (!before) {
      listed = [...listed, aListedTemplate(template, { changed })];
      return 'added';
    }
    const isSame = isSameReply(before.template, template);
    if (isSame && hasSameSignatures(before.template, template)) return 'same';
    if (!isSame) keepVersion(before.template);
    const origin = before.origin === 'own' ? 'own' : 'changed';
    listed = listed.map((one) => (one === before ? { ...one, template, origin, changed } : one));
    return 'changed';
  };
  return {
    read: vi.fn(() => able(view)),
    save: vi.fn(({ template, isNew }: Parameters<TemplatesApi['save']>[0]) => {
      if (parseTemplates([template]).problems.length > 0) return invalid('template');
      if (isNew && find(template.id)) return invalid('id');
      if (!isNew && !find(template.id)) return missing();
      return change(() => void put(template, 'form'));
    }),
    remove: vi.fn(({ ids }: { ids: readonly string[] }) =>
      change(() => {
        const gone = listed.filter(({ template, origin }) => ids.includes(template.id) && origin !== 'shipped');
        removed = [...removed.filter(({ template }) => !ids.includes(template.id)), ...gone];
        listed = listed.flatMap((one) => {
          if (!gone.includes(one)) return [one];
          const shipped = versions.get(one.template.id)?.at(-1)?.template;
          if (one.origin === 'own' || !shipped) return [];
          const { changed: _, ...rest } = one;
          return [{ ...rest, template: shipped, origin: 'shipped' as const }];
        });
      }),
    ),
    putBack: vi.fn(({ ids }: { ids: readonly string[] }) =>
      change(() => {
        const back = removed.filter(({ template }) => ids.includes(template.id));
        removed = removed.filter((one) => !back.includes(one));
        const others = listed.filter(({ template }) => !back.some((one) => one.template.id === template.id));
        listed = [...others, ...back];
      }),
    ),
    use: vi.fn(({ ids, on }: Parameters<TemplatesApi['use']>[0]) => each(ids, (one) => ({ ...one, isOff: !on }))),
    tag: vi.fn(({ ids, add, remove }: Parameters<TemplatesApi['tag']>[0]) =>
      each(ids, (one) => {
        const kept = (one.template.tags ?? []).filter((tag) => !remove.includes(tag));
        return { ...one, template: { ...one.template, tags: [...new Set([...kept, ...add])] } };
      }),
    ),
    review: vi.fn(({ ids, langs, on }: Parameters<TemplatesApi['review']>[0]) => {
      const by = initials();
      if (on && by === '') return invalid('initials');
      const status = on ? { state: 'reviewed' as const, by, on: at.slice(0, 10) } : { state: 'draft' as const };
      return each(ids, (one) => {
        const languages = Object.fromEntries(
          Object.entries(one.template.languages).map(([lang, body]) => [
            lang,
            langs.includes(lang) ? { ...body, status } : body,
          ]),
        );
        return { ...one, template: { ...one.template, languages } };
      });
    }),
    allowOnlyReviewed: vi.fn(({ on }: { on: boolean }) => change(() => void (onlyReviewed = on))),
    versions: vi.fn(({ id }: { id: string }) => able(() => versions.get(id) ?? [])),
    restore: vi.fn(({ id, version }: { id: string; version: string }) => {
      const words = versions.get(id)?.find((one) => one.id === version);
      return words ? change(() => void put(words.template, 'file')) : missing();
    }),
    importTemplates: vi.fn(({ templates }: Parameters<TemplatesApi['importTemplates']>[0]) =>
      able(() => {
        const done = { added: 0, changed: 0, same: 0 };
        for (const template of templates) done[put(template, 'file')] += 1;
        announce();
        return done;
      }),
    ),
    accept: vi.fn(({ proposal: id, as }: Parameters<TemplatesApi['accept']>[0]) => {
      const proposal = proposals.find((one) => one.id === id);
      const before = proposal && find(proposal.templateId)?.template;
      const edited = before && takeEdit(before, proposal);
      if (!edited?.ok) return missing();
      return change(() => {
        put(as === 'update' ? edited.value : copyOf(edited.value, (other) => find(other) !== undefined), 'file');
        proposals = proposals.filter((one) => one !== proposal);
      });
    }),
    dismiss: vi.fn(({ proposal }: { proposal: string }) =>
      proposals.some(({ id }) => id === proposal)
        ? change(() => void (proposals = proposals.filter(({ id }) => id !== proposal)))
        : missing(),
    ),
  } satisfies TemplatesApi;
}
