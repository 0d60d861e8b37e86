// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createCatalogue } from '@/utils/app/catalogue';
import { createUnderstanding, type UnderstoodThread } from '@/utils/app/understand';
import type { Assets } from '@/utils/platform/assets';
import { anOrder } from '../replies/builders';
import { valueOf } from './desk';
import { shippedAssets } from './shipped-assets';

const draft = (lang: string, text: string) => ({
  templateId: 't',
  lang,
  status: { state: 'draft' } as const,
  blocks: [{ id: 'b', before: '', segments: [{ kind: 'text', text } as const] }],
});

const aThread = (change: Partial<UnderstoodThread> = {}): UnderstoodThread => ({
  message: { text: 'Mein Paket ist nicht da.', lang: 'de' },
  agentLang: 'en',
  replies: [{ draft: draft('de', 'Es tut uns leid.'), counterpart: draft('en', 'We are sorry.') }],
  order: anOrder(),
  translatesHere: false,
  ...change,
});

/** The shipped files, with the names of those that were asked for; some can be gone. */
function watchedAssets(isGone: (path: string) => boolean = () => false) {
  const asked: string[] = [];
  const assets: Assets = {
    ...shippedAssets,
    json: async (path) => {
      asked.push(path);
      if (isGone(path)) throw new Error('gone');
      return shippedAssets.json(path);
    },
  };
  return { asked, understander: createUnderstanding({ catalogue: createCatalogue(assets) }) };
}

const glosses = (understanding: {
  readonly message: {
    readonly sentences: readonly { readonly marks: readonly { readonly gloss?: string }[] }[];
  } | null;
}) => understanding.message?.sentences.flatMap(({ marks }) => marks.map(({ gloss }) => gloss));

describe('understanding a conversation', () => {
  it('explains the message and the reply with the shipped words', async () => {
    const { understander } = watchedAssets();
    const found = valueOf(await understander.understand(aThread(), { text: 'Es tut uns leid. Bis bald.' }));
    expect(found.message).toMatchObject({ text: 'Mein Paket ist nicht da.', lang: 'de' });
    expect(glosses(found)).toEqual(['parcel', 'not']);
    expect(found.reply).toEqual([
      { text: 'Es tut uns leid.', meaning: 'We are sorry.' },
      { text: 'Bis bald.', meaning: null },
    ]);
    expect(found.translatesHere).toBe(false);
  });

  it('reads the lists of the two languages once, and none before somebody asks', async () => {
    const { asked, understander } = watchedAssets();
    expect(asked).toEqual([]);
    await understander.understand(aThread(), { text: '' });
    await understander.understand(aThread(), { text: '' });
    expect(asked.filter((path) => path.includes('/glossary/')).sort()).toEqual([
      'catalog/glossary/concepts.json',
      'catalog/glossary/de.json',
      'catalog/glossary/en.json',
    ]);
  });

  it('explains in every language of an agent that has a list', async () => {
    const { understander } = watchedAssets();
    const found = valueOf(await understander.understand(aThread({ agentLang: 'en-GB' }), { text: '' }));
    expect(glosses(found)).toEqual(['parcel', 'not']);
  });

  it('has no message where the buyer wrote none', async () => {
    const { understander } = watchedAssets();
    for (const message of [null, { text: ' \n', lang: 'de' }])
      expect(valueOf(await understander.understand(aThread({ message }), { text: '' })).message).toBeNull();
  });

  it('still shows facts and the reply when the lists can’t be read', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { understander } = watchedAssets((path) => path.includes('/glossary/'));
    const message = { text: 'Paket 302-1234567-7654321 fehlt', lang: 'de' };
    const found = valueOf(await understander.understand(aThread({ message }), { text: 'Es tut uns leid.' }));
    expect(found.message?.sentences[0]?.marks).toContainEqual({ kind: 'fact', fact: 'order-id', start: 6, end: 25 });
    expect(found.reply[0]?.meaning).toBe('We are sorry.');
    expect(warned).toHaveBeenCalledWith('[parley] asset-invalid (1)');
    warned.mockRestore();
  });
});
