import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TemplateEditor } from '@/components/templates/editor/template-editor';
import type { ListedTemplate, TemplateDesk, TemplateVersion } from '@/utils/app/templates-api';
import type { Settings } from '@/utils/app/api';
import { brandAs } from '@/utils/domain/ids';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { fakeApi } from '../dashboard/fake-api';
import { aListedTemplate } from '../dashboard/fake-templates';
import { axeFindings, press, settle, showPage, type } from '../dashboard/harness';

afterEach(cleanup);

const aReply = (change: Partial<ReplyTemplate> = {}): ReplyTemplate => ({
  id: 'late',
  intent: 'delivery_delayed',
  kind: 'reply',
  title: { en: 'Late parcel', 'zh-CN': '包裹延误' },
  scope: { orderStates: ['shipped'] },
  variables: [
    { name: 'buyerName', type: 'text', required: false },
    { name: 'updateDate', type: 'date', required: true },
  ],
  blocks: [
    { id: 'greeting', role: 'greeting', before: '' },
    { id: 'answer', role: 'answer', before: '\n\n' },
    { id: 'close', role: 'close', before: '\n\n', tone: 'full' },
  ],
  languages: {
    en: {
      status: { state: 'reviewed', by: 'KL', on: '2026-03-03' },
      texts: {
        greeting: '{% if buyerName %}Hello {{ buyerName }},{% else %}Hello,{% endif %}',
        answer: 'We will write to you by {{ updateDate | day }}.',
        close: 'Kind regards',
      },
    },
    de: {
      status: { state: 'draft' },
      texts: {
        greeting: '{% if buyerName %}Guten Tag {{ buyerName }},{% else %}Guten Tag,{% endif %}',
        answer: 'wir schreiben Ihnen bis zum {{ updateDate | day }}.',
        close: 'Mit freundlichen Grüßen',
      },
    },
  },
  ...change,
});
const other = aReply({
  id: 'refund',
  title: { en: 'Refund', 'zh-CN': '退款' },
  variables: [
    { name: 'refundAmount', type: 'money', required: true },
    { name: 'giftCode', type: 'text', required: false, label: 'Gift code' },
  ],
});

/** The editor as the page of templates holds it: what it hands on comes back to it. */
function Desk(props: {
  readonly start: TemplateDesk;
  readonly open: string | null;
  readonly copyOf?: ReplyTemplate;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) {
  const [desk, setDesk] = useState(props.start);
  const { open, copyOf, onSaved, onClose } = props;
  return (
    <TemplateEditor
      template={desk.templates.find(({ template }) => template.id === open) ?? null}
      {...(copyOf ? { copyOf } : {})}
      desk={desk}
      onSaved={(next, id) => {
        setDesk(next);
        onSaved(id);
      }}
      onClose={onClose}
    />
  );
}

const show = async (
  options: {
    readonly listed?: Partial<ListedTemplate>;
    readonly template?: ReplyTemplate;
    readonly isNew?: boolean;
    readonly copyOf?: ReplyTemplate;
    readonly settings?: Partial<Settings>;
    readonly versions?: readonly TemplateVersion[];
    readonly lang?: 'en' | 'zh-CN';
    readonly fake?: ReturnType<typeof fakeApi>;
  } = {},
) => {
  const { template = aReply(), listed = {}, versions = [], lang = 'en' } = options;
  const templates = [aListedTemplate(template, listed), aListedTemplate(other)];
  const fake =
    options.fake ??
    fakeApi({
      settings: { myLang: 'en', initials: 'MW', ...options.settings },
      templates: { templates, versions: { [template.id]: versions } },
    });
  const onSaved = vi.fn<(id: string) => void>();
  const onClose = vi.fn<() => void>();
  const read = await fake.api.templates.read();
  const view = await showPage(
    <>
      <a href="#/buyers">away</a>
      <Desk
        start={read.ok ? read.value : { templates, onlyReviewed: false, proposals: [] }}
        open={options.isNew ? null : template.id}
        {...(options.copyOf ? { copyOf: options.copyOf } : {})}
        onSaved={onSaved}
        onClose={onClose}
      />
    </>,
    { fake, lang },
  );
  await settle();
  return { ...view, fake, templates: fake.api.templates, onSaved, onClose };
};

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const text = (number: number, language = 'English') =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: `Sentence ${number}, ${language}` });
const row = (id: string) => document.querySelector<HTMLElement>(`li[data-block="${id}"]`)!;
const rows = () => [...document.querySelectorAll<HTMLElement>('li[data-block]')].map(({ dataset }) => dataset['block']);
const saveState = () => document.querySelector('[data-save-state]')?.textContent;
const preview = (lang: string) => document.querySelector<HTMLElement>(`[data-preview="${lang}"]`)?.textContent ?? '';
/** Lets what follows the last key be worked out: problems after 150 ms, the message check after 300 ms. */
const pause = (ms = 450) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
const write = async (field: HTMLElement, value: string) => {
  act(() => type(field, value));
  await pause();
};
const savedReply = (templates: ReturnType<typeof fakeApi>['api']['templates']) =>
  templates.save.mock.lastCall?.[0].template;

describe('a reply in the editor', () => {
  test('shows its sentences in my language beside another, and has no finding of axe', async () => {
    const { container } = await show();
    expect(text(2).value).toContain('We will write to you by');
    expect(text(2, 'German').value).toContain('wir schreiben Ihnen');
    expect(text(2, 'German').lang).toBe('de');
    expect(saveState()).toBe('Everything is saved.');
    expect(await axeFindings(container)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(?:editor|templates|reply|rules|common)\.[a-z]\w*/);
  });

  test('speaks Chinese throughout', async () => {
    const { container } = await show({ lang: 'zh-CN', settings: { myLang: 'zh' } });
    expect(screen.getByRole('heading', { level: 2, name: '包裹延误' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '第 2 句，英语' })).toBeTruthy();
    expect(container.textContent).not.toMatch(/\b(?:editor|templates|reply|rules|common)\.[a-z]\w*/);
  });

  test('is saved by Ctrl+S wherever the focus is, once, and hands the desk on', async () => {
    const { templates, onSaved } = await show();
    await write(text(3), 'Best regards');
    expect(saveState()).toBe('Not saved yet.');
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    await settle();
    expect(savedReply(templates)?.languages['en']?.texts['close']).toBe('Best regards');
    expect(templates.save.mock.lastCall?.[0].isNew).toBe(false);
    expect(onSaved).toHaveBeenCalledWith('late');
    expect(saveState()).toBe('Everything is saved.');
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
    await settle();
    expect(templates.save).toHaveBeenCalledTimes(1);
  });

  test('keeps what was typed when it could not be saved, and says why', async () => {
    const { fake, templates } = await show();
    await write(text(3), 'Best regards');
    templates.save.mockImplementationOnce(async () => ({ ok: false, error: { kind: 'storage-full' } }));
    await press(button('Save'));
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    expect(text(3).value).toBe('Best regards');
    await press(button('Save'));
    expect(fake.api.templates.save).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that ships says before the first saving what the change means', async () => {
    await show({ listed: { origin: 'shipped' } });
    expect(screen.queryByText(/own words stand in place of the shipped ones/)).toBeNull();
    await write(text(3), 'Best regards');
    expect(screen.getByText(/own words stand in place of the shipped ones/)).toBeTruthy();
    await press(button('Save'));
    expect(screen.queryByText(/own words stand in place of the shipped ones/)).toBeNull();
    expect(screen.getByText("Your desk's words")).toBeTruthy();
  });

  test('that is new begins with greeting and closing and is saved as new', async () => {
    const { templates, onSaved } = await show({ isNew: true });
    expect(text(1).value).toContain('Hello {{ buyerName }}');
    expect(text(1, 'German').value).toContain('Guten Tag');
    expect(saveState()).toMatch(/^Can't be saved yet/);
    type(screen.getByRole('textbox', { name: 'Title in English' }), 'Opening hours');
    await write(text(2), 'We answer from nine to five.');
    await write(text(2, 'German'), 'wir antworten von neun bis fünf.');
    expect(saveState()).toBe('Not saved yet.');
    await press(button('Save'));
    const saved = savedReply(templates);
    expect(templates.save.mock.lastCall?.[0].isNew).toBe(true);
    expect(saved?.title).toEqual({ en: 'Opening hours', 'zh-CN': 'Opening hours' });
    expect(saved?.id).toMatch(/^own-/);
    expect(onSaved).toHaveBeenCalledWith(saved?.id);
  });

  test('that is a copy has its own id and says so in its title', async () => {
    const { templates } = await show({ isNew: true, copyOf: aReply() });
    await press(button('Save'));
    expect(savedReply(templates)?.title.en).toBe('Late parcel (copy)');
    expect(savedReply(templates)?.id).not.toBe('late');
  });
});

describe('what is wrong', () => {
  test('is shown at its place, refuses saving with the reason, and leads there', async () => {
    const { container, templates } = await show();
    const broken = 'We write by {{ updateDate | dya }}.';
    await write(text(2), broken);
    expect(text(2).getAttribute('aria-invalid')).toBe('true');
    const why = document.getElementById(text(2).getAttribute('aria-describedby')!)?.textContent;
    expect(why).toContain('Line 1, column 29: there is no filter “dya”');
    expect(saveState()).toBe("Can't be saved yet: 1 problem.");
    expect(await axeFindings(container)).toEqual([]);
    text(3).focus();
    await press(button('Save'));
    expect(templates.save).not.toHaveBeenCalled();
    expect(text(2).value).toBe(broken);
    expect(document.activeElement).toBe(text(2));
    expect(text(2).selectionStart).toBe(broken.indexOf('dya'));
    fireEvent.keyDown(document, { key: 's', metaKey: true });
    await settle();
    expect(templates.save).not.toHaveBeenCalled();
    await write(text(2), 'We write by {{ updateDate | day }}.');
    expect(text(2).getAttribute('aria-invalid')).toBeNull();
    expect(saveState()).toBe('Not saved yet.');
  });

  test('in a language that is not shown brings that language up', async () => {
    const fr = { status: { state: 'draft' as const }, texts: { greeting: 'Bonjour,', answer: '{{ x', close: 'Merci' } };
    const reply = aReply();
    await show({ template: { ...reply, languages: { ...reply.languages, fr } } });
    await press(button(/^Go there: French, sentence 2/));
    expect(document.activeElement).toBe(text(2, 'French'));
  });

  test('of a value that is not declared is put right by a press', async () => {
    const { templates } = await show();
    await write(text(2), 'You get {{ refundAmount | money }} by {{ updateDate | day }}.');
    expect(saveState()).toBe("Can't be saved yet: 1 problem.");
    await press(button('Add “refundAmount”'));
    await pause();
    await press(button('Save'));
    expect(savedReply(templates)?.variables.at(-1)).toEqual({ name: 'refundAmount', type: 'money', required: true });
  });
});

describe('sentences', () => {
  test('move by Alt and arrow with the focus staying where it is', async () => {
    const { templates } = await show();
    text(3).focus();
    fireEvent.keyDown(text(3), { key: 'ArrowUp', altKey: true });
    await settle();
    expect(rows()).toEqual(['greeting', 'close', 'answer']);
    expect(document.activeElement).toBe(text(2));
    expect(screen.getByText('The sentence is number 2 of 3 now.')).toBeTruthy();
    fireEvent.keyDown(text(1), { key: 'ArrowUp', altKey: true });
    await press(button('Save'));
    expect(savedReply(templates)?.blocks.map(({ id }) => id)).toEqual(['greeting', 'close', 'answer']);
  });

  test('are removed in every language and put back with their words', async () => {
    await show();
    await press(button('Remove sentence 2'));
    expect(rows()).toEqual(['greeting', 'close']);
    expect(document.activeElement).toBe(button('Put it back'));
    await press(button('Put it back'));
    expect(text(2, 'German').value).toContain('wir schreiben');
    expect(saveState()).toBe('Everything is saved.');
  });

  test('are added below another one, copied from the other language and counted', async () => {
    const { container } = await show();
    await press(button('Add below sentence 2'));
    await pause();
    expect(document.activeElement).toBe(text(3));
    expect(button('German: 3 of 4 sentences, has a problem')).toBeTruthy();
    await write(text(3), 'Thank you for waiting.');
    await press(within(row('sentence-4')).getByRole('button', { name: 'Copy from English' }));
    expect(text(3, 'German').value).toBe('Thank you for waiting.');
    expect(document.activeElement).toBe(text(3, 'German'));
    expect(await axeFindings(container)).toEqual([]);
  });

  test('stand only when, and are left out without a value', async () => {
    const { templates, container } = await show();
    await press(button('Settings of sentence 2'));
    const choose = (name: string, value: string) =>
      fireEvent.change(within(row('answer')).getByRole('combobox', { name }), { target: { value } });
    choose('When it stands', 'first-contact');
    choose('When a value is missing', 'leave-out');
    choose('Before it', 'line');
    choose('Length', 'short');
    await settle();
    expect(await axeFindings(container)).toEqual([]);
    expect(row('answer').textContent).toContain('Only in the first answer');
    const list = within(row('answer')).getByRole('combobox', { name: 'Length' });
    fireEvent.keyDown(list, { key: 'ArrowDown', altKey: true });
    expect(rows()[1]).toBe('answer');
    await press(button('Save'));
    expect(savedReply(templates)?.blocks[1]).toEqual({
      id: 'answer',
      role: 'answer',
      before: '\n',
      when: 'first-contact',
      needs: ['updateDate'],
      optional: true,
      tone: 'short',
    });
  });
});

describe('values', () => {
  const options = () => screen.getAllByRole('option').filter((one) => one.tagName === 'LI');

  test('are offered by two braces, found by typing and put in with their filter', async () => {
    const { container } = await show();
    const field = text(3);
    field.focus();
    const typed = 'Kind regards {{';
    act(() => type(field, typed));
    await settle();
    const search = screen.getByRole('combobox', { name: 'Find a value' });
    expect(document.activeElement).toBe(search);
    expect(options()[0]?.textContent).toContain("Buyer's name");
    expect(await axeFindings(container)).toEqual([]);
    act(() => type(search, 'amount'));
    expect(search.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    expect(options().map((one) => one.textContent)).toEqual([expect.stringContaining('Refund amount')]);
    fireEvent.keyDown(search, { key: 'Enter' });
    await settle();
    expect(text(3).value).toBe('Kind regards {{ refundAmount | money }}');
    expect(document.activeElement).toBe(text(3));
    expect(text(3).selectionStart).toBe(text(3).value.length);
    expect(document.querySelector('[data-value="refundAmount"]')).toBeTruthy();
    fireEvent.keyDown(text(3), { key: 'z', ctrlKey: true });
    await settle();
    expect(text(3).value).toBe('Kind regards {{');
  });

  test('are offered by Ctrl+Space, walked through by arrows, and left by Esc without a change', async () => {
    await show();
    text(2).focus();
    text(2).setSelectionRange(3, 3);
    fireEvent.keyDown(text(2), { key: ' ', ctrlKey: true });
    await settle();
    const search = screen.getByRole('combobox', { name: 'Find a value' });
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(options()[1]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(search, { key: 'ArrowUp' });
    fireEvent.keyDown(search, { key: 'ArrowUp' });
    expect(options().at(-1)?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(search, { key: 'Escape' });
    await settle();
    expect(screen.queryByRole('combobox', { name: 'Find a value' })).toBeNull();
    expect(document.activeElement).toBe(text(2));
    expect(text(2).selectionStart).toBe(3);
    expect(saveState()).toBe('Everything is saved.');
  });

  test('are no longer offered once the focus is in another text, and do not call it back', async () => {
    await show();
    text(2).focus();
    fireEvent.keyDown(text(2), { key: ' ', ctrlKey: true });
    await settle();
    act(() => text(3, 'German').focus());
    await settle();
    expect(screen.queryByRole('combobox', { name: 'Find a value' })).toBeNull();
    expect(document.activeElement).toBe(text(3, 'German'));
  });

  test('go in where somebody types their name to the end', async () => {
    await show();
    text(3).focus();
    act(() => type(text(3), 'Kind regards{{'));
    await settle();
    act(() => type(screen.getByRole('combobox', { name: 'Find a value' }), ' giftCode }}'));
    await settle();
    expect(text(3).value).toBe('Kind regards{{ giftCode }}');
  });

  test('of the desk are added with a kind, a label and a default, and refused with the reason', async () => {
    const { templates, container } = await show();
    await press(within(row('close')).getByRole('button', { name: 'Insert a value: Sentence 3, English' }));
    await press(button('Add a value of your own'));
    const form = within(screen.getByRole('form', { name: 'A value of your own' }));
    await press(form.getByRole('button', { name: 'Keep the value' }));
    expect(form.getByRole('alert').textContent).toBe('Say what agents read in the form.');
    type(form.getByRole('textbox', { name: 'What agents read' }), 'Case worker');
    expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Name in the texts' }).value).toBe('caseWorker');
    type(form.getByRole('textbox', { name: 'Default (may stay empty)' }), 'our team');
    expect(await axeFindings(container)).toEqual([]);
    await press(form.getByRole('button', { name: 'Keep the value' }));
    await write(text(3), text(3).value);
    await press(button('Save'));
    expect(savedReply(templates)?.languages['en']?.texts['close']).toBe('Kind regards{{ caseWorker }}');
    expect(savedReply(templates)?.variables.at(-1)).toEqual({
      name: 'caseWorker',
      type: 'text',
      required: true,
      label: 'Case worker',
      fallback: 'our team',
    });
  });

  test('that may be missing and have no words for it are pointed out', async () => {
    await show();
    await write(text(3), 'Kind regards, {{ buyerName }}');
    expect(row('close').textContent).toContain("would leave a gap: Buyer's name");
    expect(row('greeting').textContent).not.toContain('would leave a gap');
  });
});

describe('the preview', () => {
  test('has sample values in both languages and follows its switches', async () => {
    await show();
    expect(preview('en')).toContain('We will write to you by December 3, 2026.');
    expect(preview('de')).toContain('wir schreiben Ihnen bis zum 3. Dezember 2026.');
    expect(preview('en')).toMatch(/\d+ of 1,000 characters/);
    await press(screen.getByRole('checkbox', { name: 'Short' }));
    expect(preview('en')).not.toContain('Kind regards');
    await press(screen.getByRole('checkbox', { name: 'With sample values' }));
    expect(preview('en')).toContain('Hello,');
    expect(preview('en')).toContain('⟦We answer by⟧');
  });

  test('follows marketplace and order state', async () => {
    const reply = aReply();
    const blocks = reply.blocks.map((block) =>
      block.id === 'close' ? { ...block, tone: undefined, when: 'amazon' as const } : { ...block, when: undefined },
    );
    await show({ template: { ...reply, blocks } });
    const market = screen.getByRole('combobox', { name: 'Marketplace' });
    fireEvent.change(market, { target: { value: 'amazon' } });
    await settle();
    expect(preview('en')).toContain('Kind regards');
    fireEvent.change(market, { target: { value: 'aliexpress' } });
    await settle();
    expect(preview('en')).not.toContain('Kind regards');
  });

  test('leaves out a sentence with an error and says so', async () => {
    await show();
    await write(text(2), 'We write by {{ updateDate ');
    expect(preview('en')).toContain('Kind regards');
    expect(preview('en')).toContain('left out here');
  });

  test('says when a message is too long for the marketplaces', async () => {
    await show();
    await write(text(2), 'Word '.repeat(210));
    expect(preview('en')).toMatch(/1,0\d\d characters, 1,000 at most/);
    expect(saveState()).toMatch(/^Can't be saved yet/);
  });
});

describe('the message check', () => {
  const findings = () => [...document.querySelectorAll<HTMLElement>('li[data-rule]')];

  test('looks at every marketplace a moment after the last key and names sentence and words', async () => {
    const { fake } = await show();
    await waitFor(() => expect(screen.getByText('No issues in 2 languages.')).toBeTruthy());
    const asked = fake.api.rules.pack.mock.calls.length;
    expect(asked).toBe(2);
    const bad = 'Write to me at lena@example.com.';
    await write(text(2), bad);
    await waitFor(() => expect(findings().length).toBeGreaterThan(0));
    const found = findings().find(({ dataset }) => dataset['rule'] === 'contact-email')!;
    expect(found.textContent).toContain('lena@example.com');
    expect(found.textContent).toMatch(/Amazon.*AliExpress|AliExpress.*Amazon/);
    expect(found.dataset['severity']).toBe('block');
    await press(within(found).getByRole('button', { name: 'English, sentence 2' }));
    expect(document.activeElement).toBe(text(2));
    // The rules of a language are read once.
    expect(fake.api.rules.pack.mock.calls.length).toBe(asked);
  });

  test('says where it is limited', async () => {
    const sv = { status: { state: 'draft' as const }, texts: { greeting: 'Hej,', answer: 'Vi svarar.', close: 'Hej' } };
    const reply = aReply();
    await show({ template: { ...reply, languages: { ...reply.languages, sv } } });
    await waitFor(() => expect(screen.getByText(/^Limited check: Swedish. Only \d+ rules run there/)).toBeTruthy());
    expect(screen.getByText('No issues in 2 languages.')).toBeTruthy();
  });
});

describe('languages', () => {
  test('are begun with the usual lines, shown in the other column and taken out again', async () => {
    const { templates } = await show();
    await press(button('French: nothing yet'));
    await press(button('Begin French'));
    await pause();
    expect(button(/^French: nothing yet/)).toBeTruthy();
    await write(text(2, 'French'), 'Bonjour');
    expect(button('French: 1 of 3 sentences, has a problem')).toBeTruthy();
    await press(button('Take out French'));
    await pause();
    expect(saveState()).toBe('Everything is saved.');
    expect(document.activeElement).toBe(button('Put French back'));
    await press(button('Put French back'));
    await pause();
    expect(text(2, 'French').value).toBe('Bonjour');
    expect(templates.save).not.toHaveBeenCalled();
  });

  test('change places when the same one is chosen twice', async () => {
    await show();
    fireEvent.change(screen.getByRole('combobox', { name: 'Left: my language' }), { target: { value: 'de' } });
    await settle();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Right' }).value).toBe('en');
  });

  test('written from the right are shown so', async () => {
    const ar = {
      status: { state: 'draft' as const },
      texts: { greeting: 'مرحبا،', answer: 'شكرا.', close: 'تحياتنا' },
    };
    const reply = aReply();
    const { container } = await show({
      template: { ...reply, languages: { ...reply.languages, ar } },
      settings: { myLang: 'ar' },
    });
    expect(text(1, 'Arabic').dir).toBe('rtl');
    expect(text(1, 'Arabic').lang).toBe('ar');
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('who has read it', () => {
  const signed = (lang: string) => document.querySelector(`li[data-lang="${lang}"][data-state]`)?.textContent;

  test('is shown by language, signed and taken back', async () => {
    const { templates } = await show();
    expect(signed('en')).toContain('read by KL on Mar 3, 2026');
    expect(signed('de')).toContain('draft');
    await press(button('I have read it: German'));
    expect(templates.review).toHaveBeenLastCalledWith({ ids: ['late'], langs: ['de'], on: true });
    expect(signed('de')).toContain('read by MW');
    await press(button('Take back the signature: English'));
    expect(signed('en')).toContain('draft');
  });

  test('needs saved words, and a signature keeps what is unsaved elsewhere', async () => {
    await show();
    await write(text(3), 'Best regards');
    expect(signed('en')).toContain('save first');
    await press(button('I have read it: German'));
    expect(text(3).value).toBe('Best regards');
    expect(saveState()).toBe('Not saved yet.');
  });

  test('needs initials', async () => {
    await show({ settings: { initials: '' } });
    expect(button('I have read it: German')).toHaveProperty('disabled', true);
    expect(screen.getByText(/Parley needs your initials/)).toBeTruthy();
  });
});

describe('what it said before', () => {
  const before = aReply();
  const version = (id: string, close: string): TemplateVersion => ({
    id,
    at: brandAs<'Instant'>('2026-11-20T09:00:00.000Z'),
    initials: 'KL',
    template: {
      ...before,
      languages: {
        en: { status: { state: 'draft' }, texts: { ...before.languages['en']!.texts, close } },
        de: before.languages['de']!,
      },
    },
  });

  test('is compared word by word with the words in the editor now, and brought back', async () => {
    const { templates, container } = await show({ versions: [version('v1', 'Best regards')] });
    await press(button(/^Compare with/));
    const item = document.querySelector('[data-version="v1"]')!;
    expect(item.textContent).toContain('KL');
    expect(item.querySelector('del')?.textContent).toContain('Best');
    expect(item.querySelector('ins')?.textContent).toContain('Kind');
    expect(await axeFindings(container)).toEqual([]);
    await press(button(/^Bring back the words/));
    expect(templates.restore).toHaveBeenCalledWith({ id: 'late', version: 'v1' });
    expect(text(3).value).toBe('Best regards');
    expect(saveState()).toBe('Everything is saved.');
  });

  test('asks before it takes the place of unsaved words', async () => {
    const { templates } = await show({ versions: [version('v1', 'Best regards')] });
    await write(text(3), 'Yours');
    await press(button(/^Bring back the words/));
    expect(templates.restore).not.toHaveBeenCalled();
    await press(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Keep editing' }));
    expect(text(3).value).toBe('Yours');
    await press(button(/^Bring back the words/));
    await press(button('Bring the earlier words back'));
    expect(text(3).value).toBe('Best regards');
  });
});

describe('leaving', () => {
  test('goes at once when all is saved', async () => {
    const { onClose } = await show();
    await press(button('Close'));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('asks while something is unsaved; the safe answer has the focus', async () => {
    const { onClose, container } = await show();
    await write(text(3), 'Yours');
    await press(button('Close'));
    expect(onClose).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Keep editing'));
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.keyDown(button('Keep editing'), { key: 'Escape' });
    await settle();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement).toBe(button('Close'));
    await press(button('Close'));
    await press(button('Leave without saving'));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('by a link or by closing the page asks too', async () => {
    await show();
    const away = screen.getByRole('link', { name: 'away' });
    const unload = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(unload()).toBe(false);
    await write(text(3), 'Yours');
    expect(unload()).toBe(true);
    location.hash = '#/templates/late';
    await press(away);
    expect(location.hash).toBe('#/templates/late');
    await press(button('Leave without saving'));
    expect(location.hash).toBe('#/buyers');
  });

  test('without an answer loses nothing: the words are there on return', async () => {
    const { fake, unmount } = await show();
    await write(text(3), 'Yours');
    unmount();
    await show({ fake });
    expect(text(3).value).toBe('Yours');
    expect(screen.getByText('These are the changes you had not saved.')).toBeTruthy();
    await press(button('Drop them'));
    expect(text(3).value).toBe('Kind regards');
    expect(saveState()).toBe('Everything is saved.');
  });
});

describe('giving a reply up', () => {
  test('asks, then removes an own one and closes', async () => {
    const { templates, onClose } = await show();
    await press(button('Remove this reply'));
    expect(templates.remove).not.toHaveBeenCalled();
    await press(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove this reply' }));
    expect(templates.remove).toHaveBeenCalledWith({ ids: ['late'] });
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('brings the shipped words of a changed one back', async () => {
    const shipped = aReply({ title: { en: 'Late', 'zh-CN': '延误' } });
    const at = brandAs<'Instant'>('2026-11-20T09:00:00.000Z');
    const { onClose } = await show({
      listed: { origin: 'changed' },
      versions: [{ id: 'v0', at, initials: '', template: shipped }],
    });
    await press(button('Back to the shipped words'));
    await press(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Back to the shipped words' }));
    expect(screen.getByRole('heading', { level: 2, name: 'Late' })).toBeTruthy();
    expect(screen.getByText('As shipped')).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('the head', () => {
  test('says where the reply is suggested and changes it', async () => {
    const { templates, container } = await show();
    expect(container.textContent).toContain('Late delivery · on its way');
    fireEvent.change(screen.getByRole('combobox', { name: 'Answers' }), { target: { value: 'any' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), { target: { value: 'proactive' } });
    type(screen.getByRole('textbox', { name: 'Tags, with commas between' }), 'parcel, late，parcel');
    await press(screen.getByRole('checkbox', { name: 'Amazon' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Has the buyer written before?' }), {
      target: { value: 'true' },
    });
    await press(button('Save'));
    expect(savedReply(templates)).toMatchObject({
      intent: 'any',
      kind: 'proactive',
      tags: ['parcel', 'late'],
      scope: { orderStates: ['shipped'], marketplaces: ['amazon'], repeated: true },
    });
  });
});
