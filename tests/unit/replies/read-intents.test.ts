import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCues, parseCues } from '@/utils/domain/replies/cues';
import { featuresOf, normaliseForFeatures } from '@/utils/domain/replies/features';
import { classProbabilities, loadModel, saveModel } from '@/utils/domain/replies/model';
import { readIntents } from '@/utils/domain/replies/read-intents';
import { trainModel } from '@/utils/domain/replies/training';

const CATALOGUE = join(process.cwd(), 'utils/catalog');
const model = loadModel(readFileSync(join(CATALOGUE, 'replies/intents.bin')));
const cueFiles = readdirSync(join(CATALOGUE, 'cues'));
const { cues } = parseCues(
  Object.fromEntries(
    cueFiles.map((file) => [
      file.slice(0, 2),
      JSON.parse(readFileSync(join(CATALOGUE, 'cues', file), 'utf8')) as unknown,
    ]),
  ),
);
const topThree = (text: string) =>
  readIntents(model, cues, text)
    .intents.slice(0, 3)
    .map(({ id }) => id);

describe('readIntents', () => {
  it.each([
    ['My parcel still has not turned up, where can it be?', 'where_is_order'],
    ['Ich warte immer noch auf das Paket, das vorgestern kommen sollte', 'delivery_delayed'],
    ['El jarrón llegó roto en la caja', 'damaged'],
    ['这件衣服我穿太大了', 'size_not_fit'],
    ['Je voudrais renvoyer cet article', 'return_request'],
    ['Vorrei annullare il mio acquisto', 'cancel_order'],
    ['返金はいつになりますか', 'refund_status'],
    ['Пришла не та модель', 'wrong_item'],
    ['환불은 언제 되나요', 'refund_status'],
  ])('names what "%s" asks for among the first three', (text, intent) => {
    expect(topThree(text)).toContain(intent);
  });

  it('finds both wishes of a message with two', () => {
    const ids = topThree('The lamp arrived broken. Please also send me an invoice for my company.');
    expect(ids).toEqual(expect.arrayContaining(['damaged', 'invoice_request']));
  });

  it('does not take the manners around a question for the question', () => {
    expect(topThree('Hello dear seller. Where is my order? Thank you very much.')[0]).toBe('where_is_order');
  });

  it.each(['', '   ', '👍', '12345', '...'])('understands nothing in "%s"', (text) => {
    expect(readIntents(model, cues, text)).toEqual({ intents: [{ id: 'other', score: 1 }], cues: [], sure: false });
  });

  it('puts other first for talk that is no business of a shop, and is not sure', () => {
    const reading = readIntents(model, cues, 'I forgot my password and cannot log in to my account');
    expect(reading.intents[0]?.id).toBe('other');
    expect(reading.sure).toBe(false);
  });

  it('shows the words that carried the decision at their place, with their meaning', () => {
    const text = 'Mein Paket ist IMMER NOCH NICHT da';
    const cue = readIntents(model, cues, text, { agentLang: 'zh' }).cues.find(
      ({ intent }) => intent === 'delivery_delayed',
    );
    expect(cue).toMatchObject({ text: 'IMMER NOCH NICHT', gloss: '延误、仍未' });
    expect(text.slice(cue?.start, cue?.end)).toBe('IMMER NOCH NICHT');
  });

  it('shows the words that weighed most where no cue list knows them', () => {
    const text = 'Questo maglione è davvero troppo stretto';
    const found = readIntents(model, new Map(), text).cues;
    expect(found.length).toBeGreaterThan(0);
    for (const { start, end, text: shown } of found) expect(text.slice(start, end)).toBe(shown);
  });

  it('gives scores that fall and stay between 0 and 1', () => {
    const scores = readIntents(model, cues, 'wo ist mein paket').intents.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('copes with a very long message', () => {
    expect(readIntents(model, cues, 'Where is my order? '.repeat(2000)).intents[0]?.id).toBe('where_is_order');
  });
});

describe('findCues', () => {
  const lists = parseCues({
    en: [{ intent: 'delivery_delayed', any: ['still ~ waiting', 'delay*'], gloss: { en: 'late' } }],
    zh: [{ intent: 'damaged', any: ['破损'] }],
  }).cues;

  it('finds stems, gaps and words inside Chinese text', () => {
    expect(findCues(lists, 'en', 'The delays! I am still here waiting', 'en').map(({ text }) => text)).toEqual([
      'delays',
      'still here waiting',
    ]);
    expect(findCues(lists, 'zh', '收到商品破损了', 'en').map(({ text, start }) => [text, start])).toEqual([
      ['破损', 4],
    ]);
  });

  it('does not find a cue inside another word or across a sentence', () => {
    expect(findCues(lists, 'en', 'undelayed. still. waiting', 'en')).toEqual([]);
  });

  it('keeps places right after letters that change their length', () => {
    const text = 'Straße ﬁt ＡＢ delay';
    const [cue] = findCues(lists, 'en', text, 'en');
    expect(text.slice(cue?.start, cue?.end)).toBe('delay');
  });

  it('lists entries that do not fit and keeps the others', () => {
    const parsed = parseCues({ en: [{ intent: 'damaged', any: ['broken'] }, { any: [] }], de: 7 });
    expect(parsed.cues.get('en')).toHaveLength(1);
    expect(parsed.problems.map(({ entry }) => entry)).toEqual(['en 1', 'de 0']);
    expect(parseCues([]).problems).toHaveLength(1);
  });
});

describe('features', () => {
  it('read the same with and without accents, capitals, full width and shouting', () => {
    expect(featuresOf('Größe ＯＫ soooo')).toEqual(featuresOf('grosse ok soo'.replace('grosse', 'Große')));
    expect(normaliseForFeatures('Übergröße 42!!!')).toBe('ubergrosse 00!!');
  });

  it('are numbers of buckets, each once', () => {
    const features = featuresOf('where is my order where is my order');
    expect(new Set(features).size).toBe(features.length);
    expect(features.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < 8192)).toBe(true);
  });
});

describe('the weight file', () => {
  const seeds = [
    { text: 'where is my parcel', intent: 'where' },
    { text: 'where is it', intent: 'where' },
    { text: 'please cancel', intent: 'cancel' },
    { text: 'cancel my order', intent: 'cancel', also: ['where'] },
  ];
  const small = trainModel(seeds, { sureMargin: 0.3, abstainBelow: 0.1, otherLead: 1 });

  it('is read back as it was written', () => {
    const bytes = saveModel(small);
    expect(loadModel(bytes)).toEqual(small);
    expect(loadModel(bytes.buffer as ArrayBuffer)).toEqual(small);
  });

  it('knows what it was trained on', () => {
    const chances = classProbabilities(small, 'where is my parcel');
    expect(small.labels[chances.indexOf(Math.max(...chances))]).toBe('where');
    expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  });

  it('is refused when it is cut off or something else', () => {
    expect(() => loadModel(saveModel(small).subarray(0, 5000))).toThrow('wrong length');
    expect(() => loadModel(new Uint8Array(64))).toThrow('wrong format');
  });
});
