import { describe, expect, it } from 'vitest';
import { noFrames, stackOnto, withFrames } from '@/components/content/session/stacking';
import type { Draft, DraftBlock } from '@/utils/domain/replies/draft';

const block = (id: string, before: string, text: string, frame?: DraftBlock['frame']): DraftBlock => ({
  id,
  before,
  segments: [{ kind: 'text', text }],
  ...(frame ? { frame } : {}),
});

const draftOf = (lang: string, blocks: readonly DraftBlock[]): Draft => ({
  templateId: 'one',
  lang,
  status: { state: 'draft' },
  blocks,
});

const first = draftOf('de', [
  block('greeting', '', 'Guten Tag Lena,', 'opening'),
  block('answer', '\n\n', 'das Paket ist unterwegs.'),
  block('close', '\n\n', 'Freundliche Grüße', 'closing'),
  block('shop', '\n', 'Lumen', 'closing'),
]);
const second = draftOf('de', [
  block('greeting', '', 'Guten Tag Lena,', 'opening'),
  block('answer', '\n\n', 'die Größe 39 entspricht 25 cm.'),
  block('more', ' ', 'Der Umtausch ist möglich.'),
  block('close', '\n\n', 'Freundliche Grüße', 'closing'),
]);
const present = 'Guten Tag Lena,\n\ndas Paket ist unterwegs.\n\nFreundliche Grüße\nLumen';
const labelOf = (name: string) => name;
const known = { frames: withFrames(noFrames, first, labelOf), labelOf };

describe('a second reply in one message', () => {
  it('goes before the closing, without greeting and closing of its own', () => {
    const stacked = stackOnto(present, second, known);
    const at = 'Guten Tag Lena,\n\ndas Paket ist unterwegs.'.length;
    expect(stacked).toEqual({ text: '\n\nDie Größe 39 entspricht 25 cm. Der Umtausch ist möglich.', at });
  });

  it('keeps its closing where the first one has gone, and goes where the caret is', () => {
    const stacked = stackOnto('Guten Tag Lena,\n\ndas Paket ist unterwegs.', second, known);
    expect(stacked).toEqual({
      text: '\n\nDie Größe 39 entspricht 25 cm. Der Umtausch ist möglich.\n\nFreundliche Grüße',
      at: null,
    });
  });

  it('is whole where nothing of an earlier reply stands', () => {
    expect(stackOnto('Hallo Lena, moment bitte.', second, known)).toBeNull();
    expect(stackOnto('', second, known)).toBeNull();
    expect(stackOnto(present, second, { frames: noFrames, labelOf })).toBeNull();
  });

  it('takes the last of several closings', () => {
    const quoted = `Freundliche Grüße\nLumen\n\n${present}`;
    expect(stackOnto(quoted, second, known)?.at).toBe(quoted.lastIndexOf('\n\nFreundliche'));
  });

  it('stands before a closing that is all there is', () => {
    expect(stackOnto('Freundliche Grüße\nLumen', second, known)).toMatchObject({
      text: 'Die Größe 39 entspricht 25 cm. Der Umtausch ist möglich.\n\n',
      at: 0,
    });
  });

  it('leaves scripts without capitals as they are', () => {
    const japanese = draftOf('ja', [block('answer', '', 'お届け日は12月3日です。')]);
    const frames = withFrames(
      noFrames,
      draftOf('ja', [block('close', '', '何卒よろしくお願いいたします。', 'closing')]),
      labelOf,
    );
    expect(stackOnto('本文。\n\n何卒よろしくお願いいたします。', japanese, { frames, labelOf })?.text).toBe(
      '\n\nお届け日は12月3日です。',
    );
  });

  it('has nothing to add when a reply is only greeting and closing', () => {
    expect(stackOnto(present, draftOf('de', [block('greeting', '', 'Guten Tag,', 'opening')]), known)).toBeNull();
  });
});
