/** A report with everything in it that a file has to get right, and what reads files back without any code of ours. */
import type { DocumentSource } from '@/components/reports/files/report-document';
import { reportFile, type ReportFormat } from '@/components/reports/files/report-file';
import { intentLabel } from '@/components/content/labels';
import { countryLabel, languageLabel } from '@/components/customers/labels';
import { brandAs } from '@/utils/domain/ids';
import type { Cells } from '@/utils/domain/reports/cells';
import { reportParts } from '@/utils/domain/reports/tables';
import { wordsOf } from '../dashboard/harness';

/** Titles nobody may run, in the products that are named; the last two were bought by hardly anybody. */
export const titles: Readonly<Record<string, string>> = {
  P1: '=HYPERLINK("https://x.example","Kettle")',
  P2: '<script>alert(1)</script><img src=x onerror=alert(2)>',
  P3: '+1 year of "warranty" & more',
  P4: '@SUM(A1:A9)',
  P5: '\tTabbed lamp',
  P6: 'Mug for Erika Mustermann',
  P7: 'Ring, engraved: Jean & Amélie',
};

/** What was counted in the days of the report. */
export const total: Cells = {
  sent: 1_200,
  'sent-reply': 900,
  'sent-mended': 12,
  'sent-despite': 3,
  'sent-foreign': 400,
  'sent|intent|delivery-status': 700,
  'sent|intent|thanks': 500,
  'sent|lang|de': 800,
  'sent|lang|ja': 400,
  'sent|hour|9': 700,
  'sent|hour|22': 500,
  'sent|template|own-1': 900,
  'mended|rule|own-rule': 12,
  'sent-reply|open|40': 900,
  'sent|waited|30': 1_100,
  'sent|waited|1500': 100,
  promise: 8,
  'promise-kept': 7,
  order: 68,
  'order-repeat': 9,
  'order|product|P1': 30,
  'order|product|P2': 12,
  'order|product|P3': 10,
  'order|product|P4': 7,
  'order|product|P5': 4,
  'order|product|P6': 1,
  'order|product|P7': 4,
  'order|country|DE': 60,
  'order|country|?': 8,
  'order-money|currency|EUR': 123_456,
  'order-money|currency|JPY': -50_000,
  return: 9,
  'return|product|P1': 6,
  'return|product|P6': 1,
  'return|product|P7': 1,
  'return|country|DE': 9,
  'return|reason|Too small': 6,
  'return|reason|-damaged': 2,
  'return|reason|write to erika@example.org': 1,
  'review|stars|5': 3,
  'review|product-stars|P1|5': 3,
};

/** What was counted before. */
export const before: Cells = {
  sent: 1_000,
  order: 60,
  'order|product|P1': 20,
  'order|product|P5': 1,
  'order-money|currency|EUR': 100_000,
  'sent|intent|delivery-status': 900,
  'return|product|P1': 2,
  'follow-up-done|kind|dispatched': 1,
};

const counts = (cells: Cells) => ({
  total: cells,
  days: [{ day: '2026-03-02', cells }],
  shops: [{ shopId: brandAs<'ShopId'>('one'), cells }],
  agents: [{ agentId: brandAs<'AgentId'>('ann'), initials: 'AnnInitials', isSelf: true, contacts: 3, cells }],
  titles,
  watched: {},
});

/** The report itself. */
export const source: DocumentSource = {
  report: {
    range: { from: '2026-03-02', to: '2026-03-08' },
    rangeBefore: { from: '2026-02-23', to: '2026-03-01' },
    now: counts(total),
    before: counts(before),
  },
  parts: reportParts({ now: total, before }, {}),
  longView: null,
};

const found = { kind: 'return', window: 28, against: 'before', weeks: [1, 2, 6] } as const;

/** The same of two shops, with what the radar has found. */
export const broad: DocumentSource = {
  ...source,
  report: {
    ...source.report,
    now: {
      ...source.report.now,
      shops: [...source.report.now.shops, { shopId: brandAs<'ShopId'>('two'), cells: { sent: 30 } }],
    },
  },
  longView: {
    radar: {
      findings: [
        { ...found, scope: { product: 'K', country: 'DE' }, level: 'alarm', cases: 9, of: 40, expected: 1.25 },
        { ...found, scope: { product: 'L' }, level: 'watch', cases: 4, of: 4, expected: 0.5 },
      ],
      asked: 12,
      built: { return: 20, claim: 1, 'low-stars': 2, reported: 3 },
      orders: 900,
    },
    groups: { buyers: 0, repeat: 0, leaving: 0, counts: [] },
    titles: { K: 'Kettle', L: 'Lamp for one' },
  },
};

/** Writes it as a file, in one language. */
export async function written(format: ReportFormat, uiLang: 'en' | 'zh-CN' = 'en', of = source): Promise<Blob> {
  const { translate: t } = await wordsOf(uiLang);
  const own: Readonly<Record<string, string>> = { 'own-1': 'Reply for Mr. Smith', 'own-rule': 'No word of Project X' };
  const file = await reportFile(
    { ...of, format },
    {
      t,
      uiLang,
      madeOn: '8 Mar 2026, 18:00',
      nameOf: (kind, name) => {
        if (kind === 'product') return titles[name] ?? name;
        if (kind === 'country') return name === '?' ? t('reports.row.noCountry') : countryLabel(name, uiLang);
        if (kind === 'lang') return languageLabel(name, uiLang);
        if (kind === 'intent') return intentLabel(t, name);
        if (kind === 'stars') return t('reports.row.starsOf', { count: Number(name) });
        return own[name] ?? name;
      },
    },
  );
  if (!file.ok) throw new Error(file.error.kind);
  return 'blob' in file.value ? file.value.blob : new Blob([file.value.text]);
}
