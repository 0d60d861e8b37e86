import { act, fireEvent, screen } from '@testing-library/react';
import { TemplatesPage } from '@/components/templates/templates-page';
import type { EditProposal, ListedTemplate } from '@/utils/app/templates-api';
import { brandAs } from '@/utils/domain/ids';
import { fakeApi, type Holdings } from '../dashboard/fake-api';
import { aListedTemplate, aTemplate } from '../dashboard/fake-templates';
import { settle, showPage } from '../dashboard/harness';

const day = (date: string) => brandAs<'Instant'>(`${date}T08:00:00.000Z`);
const late = aListedTemplate(
  aTemplate('late-new-eta', {
    intent: 'delivery_delayed',
    title: { en: 'Late, with a new day', 'zh-CN': '延误并告知新日期' },
    langs: ['en', 'de', 'zh'],
    tags: ['carrier'],
    scope: { marketplaces: ['amazon'], orderStates: ['shipped'] },
  }),
  { origin: 'shipped', uses: 12 },
);
const damaged = aListedTemplate(
  aTemplate('damaged-photo', {
    intent: 'damaged',
    title: { en: 'Damaged, ask for a photo', 'zh-CN': '破损，请发照片' },
    languages: {
      en: {
        status: { state: 'reviewed', by: 'LW', on: '2026-11-01' },
        texts: { greeting: 'Hello,', answer: 'Please send one photo of the box.' },
      },
    },
  }),
  { origin: 'changed', uses: 3, changed: { at: day('2026-11-02'), initials: 'LW' } },
);
const own = aListedTemplate(aTemplate('own-thanks', { title: { en: 'Thanks', 'zh-CN': '致谢' } }), { isOff: true });
/** One reply of each origin. */
export const three = [late, damaged, own];
/** What agents keep doing to a sentence of the first of them. */
export const proposal: EditProposal = {
  id: 'p1',
  templateId: 'late-new-eta',
  block: 'answer',
  lang: 'en',
  before: 'It will arrive by {{ newEta | day }}.',
  after: 'It should arrive on {{ newEta | day }}.',
  count: 3,
  lastAt: day('2026-11-20'),
};

/** Puts the page on screen over a fake desk. */
export const show = async (
  held: Holdings['templates'] = {},
  rest: { readonly lang?: 'en' | 'zh-CN'; readonly open?: string | null; readonly holdings?: Holdings } = {},
) => {
  const fake = fakeApi({ ...rest.holdings, templates: { templates: three, ...held } });
  const view = await showPage(<TemplatesPage open={rest.open ?? null} />, { fake, lang: rest.lang ?? 'en' });
  await settle();
  return { ...view, fake, api: fake.api.templates };
};
/** As many replies, called r0001 and so on. */
export const many = (count: number): readonly ListedTemplate[] =>
  Array.from({ length: count }, (_, at) => {
    const id = `r${String(at + 1).padStart(4, '0')}`;
    return aListedTemplate(aTemplate(id, { title: { en: id, 'zh-CN': id } }), { uses: at });
  });
/** One button. */
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** One row. */
export const row = (id: string) => document.querySelector<HTMLElement>(`tr[data-template="${id}"]`);
/** The rows that are drawn. */
export const ids = () =>
  [...document.querySelectorAll<HTMLElement>('tr[data-template]')].map((one) => one.dataset['template']);
/** The rows that are selected. */
export const picked = () =>
  [...document.querySelectorAll<HTMLElement>('tr[aria-selected=true]')].map((one) => one.dataset['template']);
/** The row that has the focus. */
export const focused = () => (document.activeElement as HTMLElement | null)?.dataset['template'];
/** Presses a key where the focus is. */
export const key = async (name: string, more: object = {}) => {
  fireEvent.keyDown(document.activeElement!, { key: name, ...more });
  await settle();
};
/** Chooses an entry of a select. */
export const choose = async (name: string, value: string) => {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
  await settle();
};
/** Goes to an address, as a click on a link does. */
export const visit = async (hash: string) => {
  await act(async () => {
    window.location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });
  await settle();
};
/** Puts the focus on a row. */
export const start = async (id: string) => {
  row(id)!.focus();
  await settle();
};
/** Keys that are shown because their words are missing. */
export const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(templates|reply|common|buyers)\.[a-zA-Z]+[.\w-]*|\{\{(?! newEta)|undefined/);
