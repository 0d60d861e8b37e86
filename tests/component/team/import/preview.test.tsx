import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { momentLabel } from '@/components/customers/labels';
import { err } from '@/utils/domain/result';
import { axeFindings, press, settle, type } from '../../dashboard/harness';
import { aField, aLine, anImport } from './fake-imports';
import { button, look, preview, rowOf, showIncoming, toggle } from './kit';

afterEach(cleanup);

const every = { new: 120, changed: 14, conflict: 3, deleted: 2, rejected: 1, same: 800 };

const rowCount = () => preview().getAllByRole('row').length - 1;
const askedKinds = (view: Awaited<ReturnType<typeof look>>) => view.calls.lines.mock.lastCall?.[0].kinds;

describe('what a file would change', () => {
  it('is said in words first', async () => {
    await look([], { entry: { tally: { ...every, new: 12_000 } } });
    const summary = screen.getByText(/12,000 new/).textContent;
    for (const part of ['3 conflicts', '14 changed', '12,000 new', '2 deleted', '1 left out', '800 as they are'])
      expect(summary).toContain(part);
  });

  it('tells who wrote it and what it leaves out', async () => {
    const { header } = anImport('x');
    await look([], { entry: { from: 'Anna', lockedBy: 'recipients', header: { ...header, redaction: 'no-names' } } });
    expect(screen.getByText(/^Written by Anna, .*2026.*locked for you.*without names$/)).toBeTruthy();
  });

  it('tells of a stranger when it was written, and that anybody can read it', async () => {
    await look([]);
    expect(screen.getByText(/^Written Nov 21, 2026.*not locked$/)).toBeTruthy();
  });

  it('begins with conflicts when there are any', async () => {
    const view = await look([aLine(0, { kind: 'conflict' }), aLine(1), aLine(2, { kind: 'new' })]);
    expect(askedKinds(view)).toEqual(['conflict']);
    expect(toggle(/^Conflict/).getAttribute('aria-pressed')).toBe('true');
    expect(toggle(/^Changed/).getAttribute('aria-pressed')).toBe('false');
    expect(rowCount()).toBe(1);
  });

  it('begins with all that changes something when there are none', async () => {
    const view = await look([aLine(0), aLine(1, { kind: 'new' }), aLine(2, { kind: 'same' })]);
    expect(askedKinds(view)).toEqual(['changed', 'new']);
    expect(rowCount()).toBe(2);
  });

  it('has a switch with a count for each kind there is, and for no other', async () => {
    await look([], { entry: { tally: { ...every, same: 260_000 } } });
    const group = within(screen.getByRole('group', { name: 'Which rows to show' }));
    expect(group.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Conflict 3',
      'Changed 14',
      'New 120',
      'Deleted 2',
      'Left out 1',
      'As they are 260,000',
    ]);
  });

  it('shows other kinds on request and hides them again', async () => {
    const view = await look([aLine(0, { kind: 'conflict' }), aLine(1)]);
    await press(toggle(/^Changed/));
    expect(rowCount()).toBe(2);
    await press(toggle(/^Conflict/));
    expect(askedKinds(view)).toEqual(['changed']);
    expect(rowCount()).toBe(1);
  });

  it('shows the rows of one section on request, and says when there are none', async () => {
    const { header } = anImport('x');
    const lines = [aLine(0, { section: 'notes' }), aLine(1), aLine(2, { kind: 'new', section: 'notes' })];
    const entry = { header: { ...header, counts: { buyers: 1, notes: 2, orders: 4 } } };
    const view = await look(lines, { entry });
    const about = screen.getByRole('combobox', { name: 'About' });
    expect(
      within(about)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Everything', 'Buyers', 'Orders', 'Notes']);
    type(about, 'notes');
    await settle();
    expect(view.calls.lines.mock.lastCall?.[0].section).toBe('notes');
    expect(rowCount()).toBe(2);
    type(about, 'orders');
    await settle();
    expect(screen.getByText('No row of the file is like that.')).toBeTruthy();
    type(about, '');
    await settle();
    expect(rowCount()).toBe(3);
    expect(await axeFindings(document.body)).toEqual([]);
  });

  it('words lines of the work log, and says moments in local time', async () => {
    const at = '2026-11-20T09:30:00.000Z';
    await look([
      aLine(0, {
        kind: 'new',
        section: 'log',
        title: 'note.added',
        fields: [aField('what', { theirs: 'note.added' }), aField('at', { theirs: at })],
      }),
      aLine(1, { kind: 'new', section: 'log', title: 'of.later' }),
    ]);
    rowOf('1 note written').getByText(momentLabel(at, 'en'));
    expect(rowOf('1 note written').queryByText(/note\.added/)).toBeNull();
    expect(preview().getByRole('rowheader', { name: /of\.later/ })).toBeTruthy();
  });

  it('leaves a text alone that only looks like a moment', async () => {
    const text = '2026-99-20T09:30:00.000Z';
    await look([aLine(0, { kind: 'new', section: 'notes', fields: [aField('text', { theirs: text })] })]);
    expect(rowOf('Row 0').getByText(text)).toBeTruthy();
  });

  it('reads 50 rows at a time, never all', async () => {
    const view = await look(Array.from({ length: 120 }, (_, n) => aLine(n)));
    expect(rowCount()).toBe(50);
    await press(button('Show more'));
    expect(rowCount()).toBe(100);
    await press(button('Show more'));
    expect(rowCount()).toBe(120);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    const asked = view.calls.lines.mock.calls.map(([{ from, limit }]) => ({ from, limit }));
    expect(asked.slice(-2).map(({ from }) => from)).toEqual([50, 100]);
    expect(asked.every(({ limit }) => limit === 50)).toBe(true);
    expect(
      new Set(
        preview()
          .getAllByRole('rowheader')
          .map(({ textContent }) => textContent),
      ).size,
    ).toBe(120);
  });

  it('keeps the rows it has when the next ones can not be read, and tries again', async () => {
    const view = await look(Array.from({ length: 60 }, (_, n) => aLine(n)));
    view.calls.lines.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'gone' }));
    await press(button('Show more'));
    expect(rowCount()).toBe(50);
    await press(button('Show more'));
    expect(rowCount()).toBe(60);
  });

  it('says when it can not be read, and reads again on request', async () => {
    const view = await showIncoming({
      imports: [anImport('anna', { tally: { new: 1 } })],
      lines: [aLine(0, { kind: 'new' })],
    });
    view.calls.lines.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'gone' }));
    await press(button('Look at it'));
    expect(screen.queryByRole('table', { name: 'Import preview' })).toBeNull();
    await press(button(/again/i));
    expect(rowCount()).toBe(1);
  });

  it('scrolls in a place of its own that the keyboard reaches', async () => {
    const { container } = await look([aLine(0)]);
    expect(screen.getByRole('region', { name: 'What the file would change' }).tabIndex).toBe(0);
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('has words for every kind and section (%s)', async (lang) => {
    const kinds = ['changed', 'new', 'deleted', 'conflict', 'kept', 'same'] as const;
    const sections = [
      'shops',
      'buyers',
      'orders',
      'events',
      'notes',
      'contacts',
      'promises',
      'followUps',
      'entries',
      'products',
      'templates',
      'overrides',
      'rules',
    ] as const;
    const lines = sections.map((section, n) => aLine(n, { section, kind: kinds[n % kinds.length]! }));
    const { container } = await look(
      lines,
      { entry: { tally: { ...every, kept: 2 }, unknownSections: { maps: 3 } } },
      { lang },
    );
    for (const switched of screen.getAllByRole('button').filter((one) => one.getAttribute('aria-pressed') === 'false'))
      await press(switched);
    expect(screen.getAllByRole('rowheader').length).toBeGreaterThanOrEqual(12);
    expect(container.innerHTML).not.toMatch(/\b(imports|team|common)\.[a-z]|\{\{/);
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a row', () => {
  it('tells what it is, who changed it and when', async () => {
    await look([aLine(0, { section: 'notes', who: 'Anna', title: 'Wants the blue one' })]);
    const row = rowOf('Wants the blue one');
    expect(row.getByText('Note')).toBeTruthy();
    expect(row.getByText('Anna')).toBeTruthy();
    expect(row.getByText(/Nov 21, 2026/).getAttribute('datetime')).toBe('2026-11-21T10:00:00.000Z');
  });

  it('shows values of any type in words, and nothing as a dash', async () => {
    await look([
      aLine(0, {
        fields: [
          aField('country', { ours: undefined, theirs: 'FR' }),
          aField('signals', { ours: 3, theirs: { size: 42, wide: true } }),
          aField('items', { ours: ['A1', 'B2'], theirs: null }),
        ],
      }),
    ]);
    const fields = rowOf('Row 0')
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.replace(/As merged.*/, '').trim());
    expect(fields).toEqual(['Country– → FR', 'Signal3 → size: 42, wide: true', 'ItemsA1, B2 → –']);
  });

  it('makes the technical name of a field readable where there are no words', async () => {
    await look([aLine(0, { fields: [aField('zeta', { theirs: 'z' }), aField('fields.shoe size', { theirs: '42' })] })]);
    expect(rowOf('Row 0').getByText('Zeta')).toBeTruthy();
    expect(rowOf('Row 0').getByText('shoe size')).toBeTruthy();
  });

  it('shows the beginning of a long value and the rest on request', async () => {
    const long = 'x'.repeat(10_000);
    await look([aLine(0, { fields: [aField('text', { theirs: long })] })]);
    const short = rowOf('Row 0').getByText(/^x+…$/);
    expect(short.textContent).toHaveLength(120);
    await press(rowOf('Row 0').getByRole('button', { name: 'Show all' }));
    expect(rowOf('Row 0').getByText(long)).toBeTruthy();
  });

  it('shows a value of exactly 120 characters whole, also one of surrogate pairs', async () => {
    await look([aLine(0, { fields: [aField('text', { ours: 'y'.repeat(120), theirs: '🧦'.repeat(120) })] })]);
    expect(rowOf('Row 0').queryByRole('button', { name: 'Show all' })).toBeNull();
  });

  it('shows hostile text as text, apart from what stands around it', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const turned = '\u202Eevil\u2066';
    const { container } = await look(
      [
        aLine(0, {
          title: hostile,
          who: turned,
          fields: [aField(`fields.${hostile}`, { ours: turned, theirs: hostile })],
        }),
      ],
      { entry: { fileName: hostile, from: turned } },
    );
    expect(container.querySelector('img')).toBeNull();
    for (const text of [hostile, turned])
      for (const element of preview().getAllByText(text)) expect(element.tagName).toBe('BDI');
    expect(screen.getByRole('heading', { name: hostile }).firstElementChild?.tagName).toBe('BDI');
  });

  it('without a name is called so', async () => {
    await look([aLine(0, { title: '' })]);
    expect(rowOf('Without a name').getByText('Buyer')).toBeTruthy();
  });
});

describe('rules of the desk', () => {
  const lines = [
    aLine(0, {
      section: 'rules',
      id: 'fmt-emoji',
      title: 'fmt-emoji',
      fields: [aField('severity', { theirs: 'block' }), aField('off', { ours: 1 }), aField('lock', { theirs: 'team' })],
    }),
    aLine(1, {
      section: 'rules',
      id: 'holds-sending',
      title: 'holds-sending',
      fields: [aField('on', { ours: 0, theirs: 1 })],
    }),
    aLine(2, {
      section: 'rules',
      id: 'own-guarantee',
      title: 'Guarantee',
      fields: [
        aField('own.words', { ours: ['guarantee'], theirs: ['guarantee', 'promise'] }),
        aField('own.severity', { ours: 'warn', theirs: 'info' }),
        aField('own.marketplaces', { ours: [], theirs: ['amazon'] }),
        aField('own.langs', { ours: [], theirs: ['de'] }),
      ],
    }),
  ];
  const textOf = (row: string): string => rowOf(row).getByRole('list').textContent ?? '';

  it('are shown under their titles, old and new in words', async () => {
    await look(lines);
    expect(textOf('Emoji')).toContain('SeverityAs shipped → Not allowed');
    expect(textOf('Emoji')).toContain('CheckOff → On');
    expect(textOf('Emoji')).toContain('LockOpen → Locked');
    expect(textOf('Hold a press on send')).toContain('Off → On');
    expect(textOf('Guarantee')).toContain('Findsguarantee → guarantee, promise');
    expect(textOf('Guarantee')).toContain('SeverityLook again → Hint');
    expect(textOf('Guarantee')).toContain('Marketplaces– → Amazon');
    expect(textOf('Guarantee')).toContain('Languages of the message– → German');
  });

  it('are taken whole or not at all', async () => {
    await look(lines);
    expect(screen.getAllByRole('combobox').map((one) => one.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^All of .*moji/),
      'All of Hold a press on send',
      'All of Guarantee',
    ]);
  });

  it('that a lock holds back say so, and leave nothing to choose', async () => {
    const held = { kind: 'locked', by: 'lead', name: 'Mei' } as const;
    await look([
      { ...lines[0]!, held },
      { ...lines[2]!, held: { kind: 'no-lead' } },
    ]);
    expect(screen.getAllByText('Kept as it is')).toHaveLength(2);
    expect(screen.getByText('Mei has locked this rule: it stays as it is.')).toBeTruthy();
    expect(screen.getByText(/^Only locks of a lead hold here/)).toBeTruthy();
    expect(screen.queryAllByRole('combobox')).toEqual([]);
  });

  it('have words in Chinese', async () => {
    const { container } = await look(lines, {}, { lang: 'zh-CN' });
    expect(container.textContent).toContain('默认 → 不允许');
    expect(container.textContent).toContain('未锁定 → 已锁定');
    expect(container.innerHTML).not.toMatch(/\b(imports|rules)\.[a-z]/);
  });
});
