// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createAppApi } from '@/utils/app/app-api';
import { createDeskTemplates } from '@/utils/app/templates';
import { noShop } from '@/utils/app/records';
import { brandAs, type Instant } from '@/utils/domain/ids';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { valueOf } from './desk';
import { shippedAssets } from './shipped-assets';
import { answerOf, aReply, aTemplateDesk, replyOf } from './templates-desk';

type Desk = ReturnType<typeof aTemplateDesk>;

/** Three times the same was sent instead of a sentence. */
const edited = async (
  desk: Desk,
  change: { readonly templateId: string; readonly text: string; readonly block?: string },
) => {
  const db = await desk.db();
  const stamp = { shopId: noShop, authorId: brandAs<'AgentId'>('a'), hlc: 'x', origin: 'x', deleted: 0 } as const;
  const at = brandAs<'Instant'>('2026-03-01T09:00:00.000Z') satisfies Instant;
  await db.templateEdits.bulkAdd(
    [1, 2, 3].map((one) => ({
      ...stamp,
      block: 'answer',
      lang: 'de',
      ...change,
      id: `${change.templateId}-${one}`,
      at,
    })),
  );
  const [proposal] = valueOf(await desk.templates.read()).proposals;
  return proposal!.id;
};

const edits = async (desk: Desk): Promise<number> => (await desk.db()).templateEdits.count();

/** Signed in both languages, so that it can be seen which signature falls. */
const signedReply = (id: string): ReplyTemplate => {
  const reply = aReply(id);
  const status = { state: 'reviewed', by: 'KL', on: '2026-11-22' } as const;
  const languages = Object.entries(reply.languages).map(([lang, body]) => [lang, { ...body, status }]);
  return { ...reply, languages: Object.fromEntries(languages) as ReplyTemplate['languages'] };
};

describe('a proposal', () => {
  test('is listed with the replies', async () => {
    const desk = aTemplateDesk();
    const id = await edited(desk, { templateId: 'late-parcel', text: 'Eine andere Antwort.' });
    expect(valueOf(await desk.templates.read()).proposals).toMatchObject([
      { id, templateId: 'late-parcel', block: 'answer', lang: 'de', after: 'Eine andere Antwort.', count: 3 },
    ]);
  });

  test('taken up changes the reply, its language is a draft again, and the edits are forgotten', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.importTemplates({ templates: [signedReply('own')] }));
    const proposal = await edited(desk, { templateId: 'own', text: 'Neu, {{ buyerName }}.' });
    const view = valueOf(await desk.templates.accept({ proposal, as: 'update' }));
    const { template } = replyOf(view, 'own');
    expect([answerOf(template, 'de'), answerOf(template, 'en')]).toEqual([
      'Neu, {{ buyerName }}.',
      'First words in en.',
    ]);
    expect(Object.values(template.languages).map(({ status }) => status.state)).toEqual(['reviewed', 'draft']);
    expect([view.proposals, await edits(desk)]).toEqual([[], 0]);
    const versions = valueOf(await desk.templates.versions({ id: 'own' }));
    expect(versions.map((version) => answerOf(version.template, 'de'))).toEqual(['First words in de.']);
  });

  test('taken up as a variant leaves the reply and adds a copy', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.save({ template: aReply('late-parcel-2'), isNew: true }));
    const proposal = await edited(desk, { templateId: 'late-parcel', text: 'Neu.' });
    const view = valueOf(await desk.templates.accept({ proposal, as: 'variant' }));
    expect(replyOf(view, 'late-parcel').origin).toBe('shipped');
    const copy = replyOf(view, 'late-parcel-3');
    expect([copy.origin, copy.template.title.en, answerOf(copy.template, 'de')]).toEqual([
      'own',
      'Reply late-parcel (3)',
      'Neu.',
    ]);
    expect(await edits(desk)).toBe(0);
  });

  test('to take a sentence out takes it out of every language', async () => {
    const desk = aTemplateDesk();
    const proposal = await edited(desk, { templateId: 'late-parcel', block: 'greeting', text: '' });
    const view = valueOf(await desk.templates.accept({ proposal, as: 'update' }));
    expect(replyOf(view, 'late-parcel').template.blocks.map(({ id }) => id)).toEqual(['answer']);
  });

  test('that makes a reply nobody can use is refused, and stays', async () => {
    const desk = aTemplateDesk();
    const proposal = await edited(desk, { templateId: 'late-parcel', text: 'Ein langer Satz. '.repeat(60) });
    expect(await desk.templates.accept({ proposal, as: 'update' })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'template' },
    });
    expect(await edits(desk)).toBe(3);
  });

  test('taken up leaves what somebody else has saved at the same moment', async () => {
    const desk = aTemplateDesk();
    const proposal = await edited(desk, { templateId: 'late-parcel', text: 'Neu.' });
    const elsewhere = createDeskTemplates({
      ...desk.deps,
      catalogue: () => Promise.resolve(desk.catalogue),
      edits: {
        ...desk.edits,
        proposals: async (templates) => {
          const found = await desk.edits.proposals(templates);
          const theirs = aReply('late-parcel', { title: { en: 'Theirs', 'zh-CN': '改过' } });
          if (found.length > 0) valueOf(await desk.templates.save({ template: theirs, isNew: false }));
          return found;
        },
      },
    });
    const { template } = replyOf(valueOf(await elsewhere.accept({ proposal, as: 'update' })), 'late-parcel');
    expect([template.title.en, answerOf(template, 'de')]).toEqual(['Theirs', 'Neu.']);
  });

  test('dismissed is forgotten with its edits, and the reply stays', async () => {
    const desk = aTemplateDesk();
    const proposal = await edited(desk, { templateId: 'late-parcel', text: 'Neu.' });
    const view = valueOf(await desk.templates.dismiss({ proposal }));
    expect([view.proposals, replyOf(view, 'late-parcel').origin, await edits(desk)]).toEqual([[], 'shipped', 0]);
    const notFound = { ok: false, error: { kind: 'not-found' } };
    expect(await desk.templates.dismiss({ proposal })).toEqual(notFound);
    expect(await desk.templates.accept({ proposal, as: 'update' })).toEqual(notFound);
  });
});

describe('an extension page', () => {
  test('has every shipped reply in fourteen languages', async () => {
    const desk = aTemplateDesk();
    const api = createAppApi({ ...desk.deps, assets: shippedAssets });
    const { templates } = valueOf(await api.templates.read());
    expect(templates.length).toBeGreaterThan(80);
    expect(new Set(templates.map(({ template }) => Object.keys(template.languages).length))).toEqual(new Set([14]));
  });

  test('is told when a file of the extension is gone', async () => {
    const api = createAppApi(aTemplateDesk().deps);
    const gone = { ok: false, error: { kind: 'storage-failed', code: 'asset-missing' } };
    expect(await api.templates.read()).toEqual(gone);
  });
});
