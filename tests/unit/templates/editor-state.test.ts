import { describe, expect, test } from 'vitest';
import {
  freshBlockId,
  isDirty,
  isLanguageChanged,
  openEditor,
  reduceEditor,
  type EditorAction,
  type EditorState,
} from '@/components/templates/editor/editor-state';
import { parseTemplates, type ReplyTemplate } from '@/utils/domain/replies/template';

const reviewed = { state: 'reviewed', by: 'KL', on: '2026-03-03' } as const;
const aReply = (change: Partial<ReplyTemplate> = {}): ReplyTemplate => ({
  id: 'late',
  intent: 'delivery_delayed',
  kind: 'reply',
  title: { en: 'Late', 'zh-CN': '延误' },
  scope: { orderStates: ['shipped'] },
  variables: [
    { name: 'buyerName', type: 'text', required: false },
    { name: 'updateDate', type: 'date', required: true },
  ],
  blocks: [
    { id: 'greeting', role: 'greeting', before: '' },
    { id: 'answer', role: 'answer', before: '\n\n', needs: ['updateDate'], optional: true },
    { id: 'close', role: 'close', before: '\n\n' },
  ],
  languages: {
    en: {
      status: reviewed,
      texts: { greeting: 'Hello,', answer: 'We write on {{ updateDate | day }}.', close: 'Bye' },
    },
    de: { status: { state: 'draft' }, texts: { greeting: 'Hallo,', answer: 'wir schreiben.', close: 'Gruß' } },
  },
  ...change,
});
const after = (actions: readonly EditorAction[], start: ReplyTemplate = aReply()): EditorState =>
  actions.reduce(reduceEditor, openEditor(start));
const ids = ({ template }: EditorState) => template.blocks.map(({ id }) => id);
const text = (state: EditorState, lang: string, block: string) => state.template.languages[lang]?.texts[block];
const status = (state: EditorState, lang: string) => state.template.languages[lang]?.status.state;

describe('words', () => {
  test('are changed in one language and leave what is saved alone', () => {
    const state = after([{ kind: 'text', lang: 'de', block: 'close', text: 'Viele Grüße' }]);
    expect(text(state, 'de', 'close')).toBe('Viele Grüße');
    expect(text(state, 'en', 'close')).toBe('Bye');
    expect(state.saved).toEqual(aReply());
    expect(isDirty(state)).toBe(true);
    expect([isLanguageChanged(state, 'de'), isLanguageChanged(state, 'en')]).toEqual([true, false]);
  });

  test('make a language somebody has read a draft, until they are set back', () => {
    const changed = after([{ kind: 'text', lang: 'en', block: 'close', text: 'Regards' }]);
    expect(status(changed, 'en')).toBe('draft');
    const back = reduceEditor(changed, { kind: 'text', lang: 'en', block: 'close', text: 'Bye' });
    expect(back.template.languages['en']?.status).toEqual(reviewed);
    expect(isDirty(back)).toBe(false);
  });

  test('begin a language that was not there, with nothing in the other sentences', () => {
    const state = after([{ kind: 'text', lang: 'fr', block: 'greeting', text: 'Bonjour,' }]);
    expect(state.template.languages['fr']).toEqual({
      status: { state: 'draft' },
      texts: { greeting: 'Bonjour,', answer: '', close: '' },
    });
  });
});

describe('languages', () => {
  test('come with the lines they are given and go with all their words', () => {
    const state = after([{ kind: 'add-language', lang: 'fr', texts: { greeting: 'Bonjour,', other: 'x' } }]);
    expect(state.template.languages['fr']?.texts).toEqual({ greeting: 'Bonjour,', answer: '', close: '' });
    const gone = reduceEditor(state, { kind: 'remove-language', lang: 'fr' });
    expect(Object.keys(gone.template.languages)).toEqual(['en', 'de']);
    expect(isDirty(gone)).toBe(false);
  });

  test('that are there keep their words', () => {
    const state = after([{ kind: 'add-language', lang: 'de', texts: {} }]);
    expect(text(state, 'de', 'greeting')).toBe('Hallo,');
  });
});

describe('sentences', () => {
  test('are added after another one, empty in every language', () => {
    const state = after([{ kind: 'add-sentence', after: 'greeting' }]);
    expect(ids(state)).toEqual(['greeting', 'sentence-4', 'answer', 'close']);
    expect([text(state, 'en', 'sentence-4'), text(state, 'de', 'sentence-4')]).toEqual(['', '']);
    expect(state.template.blocks[1]).toEqual({ id: 'sentence-4', role: 'answer', before: ' ' });
    expect(parseTemplates([state.template]).problems).toEqual([]);
  });

  test('are added as the first one', () => {
    expect(after([{ kind: 'add-sentence', after: null }]).template.blocks[0]).toEqual({
      id: 'sentence-4',
      role: 'answer',
      before: '',
    });
  });

  test('get an id no other one has', () => {
    expect(freshBlockId([{ id: 'sentence-3' }, { id: 'sentence-4' }])).toBe('sentence-5');
  });

  test('move one place and stop at the ends', () => {
    expect(ids(after([{ kind: 'move-sentence', block: 'close', by: -1 }]))).toEqual(['greeting', 'close', 'answer']);
    expect(ids(after([{ kind: 'move-sentence', block: 'close', by: 1 }]))).toEqual(['greeting', 'answer', 'close']);
    expect(ids(after([{ kind: 'move-sentence', block: 'greeting', by: -1 }]))[0]).toBe('greeting');
  });

  test('go in every language and come back with their words at their place', () => {
    const gone = after([{ kind: 'remove-sentence', block: 'answer' }]);
    expect(ids(gone)).toEqual(['greeting', 'close']);
    expect(text(gone, 'de', 'answer')).toBeUndefined();
    const edited = reduceEditor(gone, { kind: 'text', lang: 'de', block: 'close', text: 'Tschüs' });
    const back = reduceEditor(edited, { kind: 'put-sentence-back' });
    expect(ids(back)).toEqual(['greeting', 'answer', 'close']);
    expect(text(back, 'de', 'answer')).toBe('wir schreiben.');
    expect(text(back, 'de', 'close')).toBe('Tschüs');
    expect(back.removed).toBeNull();
  });

  test('come back without a value that is gone meanwhile', () => {
    const back = after([
      { kind: 'remove-sentence', block: 'answer' },
      { kind: 'drop-variable', name: 'updateDate' },
      { kind: 'put-sentence-back' },
    ]);
    expect(back.template.blocks[1]).toEqual({ id: 'answer', role: 'answer', before: '\n\n' });
  });

  test('never go all', () => {
    const one = aReply({ blocks: [{ id: 'close', role: 'close', before: '' }] });
    expect(ids(after([{ kind: 'remove-sentence', block: 'close' }], one))).toEqual(['close']);
  });

  test('are left out for no value only while they name one', () => {
    const state = after([{ kind: 'change-sentence', block: 'answer', part: { needs: [] } }]);
    expect(state.template.blocks[1]).toEqual({ id: 'answer', role: 'answer', before: '\n\n' });
  });

  test('take a condition, a tone and what stands before them, and lose them again', () => {
    const part = { when: 'amazon', tone: 'full', before: '\n' } as const;
    const state = after([{ kind: 'change-sentence', block: 'close', part }]);
    expect(state.template.blocks[2]).toEqual({ id: 'close', role: 'close', ...part });
    const back = reduceEditor(state, {
      kind: 'change-sentence',
      block: 'close',
      part: { when: undefined, tone: undefined, before: '\n\n' },
    });
    expect(isDirty(back)).toBe(false);
  });
});

describe('what a reply is about', () => {
  test('is titled, tagged and limited, and the same again once that is taken back', () => {
    const state = after([
      { kind: 'title', lang: 'en', text: 'Too late' },
      { kind: 'about', part: { tags: ['parcel'], kind: 'proactive', intent: 'any' } },
      { kind: 'scope', part: { marketplaces: ['amazon'], orderStates: [], repeated: true } },
    ]);
    expect(state.template).toMatchObject({ tags: ['parcel'], kind: 'proactive', intent: 'any' });
    expect(state.template.title['en']).toBe('Too late');
    expect(state.template.scope).toEqual({ marketplaces: ['amazon'], repeated: true });
    const back: readonly EditorAction[] = [
      { kind: 'title', lang: 'en', text: 'Late' },
      { kind: 'about', part: { tags: [], kind: 'reply', intent: 'delivery_delayed' } },
      { kind: 'scope', part: { marketplaces: [], orderStates: ['shipped'], repeated: undefined } },
    ];
    expect(isDirty(back.reduce(reduceEditor, state))).toBe(false);
  });

  test('keeps a reply without values whole when tags go', () => {
    expect(after([{ kind: 'about', part: { tags: [] } }], aReply({ variables: [] })).template.variables).toEqual([]);
  });
});

describe('values', () => {
  const matter = { name: 'matter', type: 'text', required: true } as const;

  test('are declared once', () => {
    const state = after([
      { kind: 'declare', variable: matter },
      { kind: 'declare', variable: { ...matter, required: false } },
    ]);
    expect(state.template.variables.filter(({ name }) => name === 'matter')).toEqual([matter]);
  });

  test('are changed, without what was emptied', () => {
    const state = after([
      { kind: 'declare', variable: { ...matter, fallback: 'the order' } },
      { kind: 'change-variable', variable: { ...matter, fallback: undefined, label: 'Matter' } },
    ]);
    expect(state.template.variables.at(-1)).toEqual({ ...matter, label: 'Matter' });
  });

  test('go from the sentences that need them', () => {
    const state = after([{ kind: 'drop-variable', name: 'updateDate' }]);
    expect(state.template.blocks[1]).toEqual({ id: 'answer', role: 'answer', before: '\n\n' });
    expect(parseTemplates([state.template]).problems).toEqual([]);
  });
});

describe('saving', () => {
  const edit: EditorAction = { kind: 'text', lang: 'de', block: 'close', text: 'Viele Grüße' };

  test('takes what came back', () => {
    const state = after([edit]);
    const kept = { ...state.template, tags: ['kept'] };
    const saved = reduceEditor(state, { kind: 'saved', template: kept, sent: state.template });
    expect(saved).toEqual(openEditor(kept));
  });

  test('loses nothing that was typed meanwhile', () => {
    const sent = after([edit]);
    const typed = reduceEditor(sent, { kind: 'text', lang: 'de', block: 'close', text: 'Herzliche Grüße' });
    const saved = reduceEditor(typed, { kind: 'saved', template: sent.template, sent: sent.template });
    expect(text(saved, 'de', 'close')).toBe('Herzliche Grüße');
    expect(isDirty(saved)).toBe(true);
    expect(saved.saved).toBe(sent.template);
  });

  test('of a signature keeps unsaved words of other languages and shows who has read', () => {
    const state = after([edit]);
    const { saved } = state;
    const signed = {
      ...saved,
      languages: { ...saved.languages, en: { ...saved.languages['en']!, status: { ...reviewed, by: 'MW' } } },
    };
    const next = reduceEditor(state, { kind: 'saved', template: signed, sent: saved });
    expect(text(next, 'de', 'close')).toBe('Viele Grüße');
    expect(next.template.languages['en']?.status).toEqual({ ...reviewed, by: 'MW' });
  });

  test('with null takes the place of whatever stands there', () => {
    const state = reduceEditor(after([edit]), { kind: 'saved', template: aReply(), sent: null });
    expect(state).toEqual(openEditor(aReply()));
  });

  test('is not the same as other words in the editor', () => {
    const state = after([edit, { kind: 'replace', template: aReply() }]);
    expect(isDirty(state)).toBe(false);
    expect(state.removed).toBeNull();
  });
});
