import { act, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { Assistant } from '@/components/content/assistant';
import { drawCheck } from '@/components/content/check/mount-check';
import { offerCheck } from '@/components/content/check/offered-check';
import { startCheck } from '@/components/content/check/start-check';
import { drawPalette } from '@/components/content/palette/mount-palette';
import { offerPalette } from '@/components/content/palette/offered-palette';
import { drawParts } from '@/components/content/parts/mount-part';
import { offerParts } from '@/components/content/parts/offered-parts';
import type { AssistantActions, AssistantModel } from '@/components/content/model';
import { TranslateProvider } from '@/components/ui/translate';
import enBuyers from '@/public/locales/en/buyers.json';
import enConvert from '@/public/locales/en/convert.json';
import enFollowUps from '@/public/locales/en/follow-ups.json';
import enLint from '@/public/locales/en/lint.json';
import enNotes from '@/public/locales/en/notes.json';
import enPage from '@/public/locales/en/page.json';
import enPalette from '@/public/locales/en/palette.json';
import enReply from '@/public/locales/en/reply.json';
import zhBuyers from '@/public/locales/zh-CN/buyers.json';
import zhConvert from '@/public/locales/zh-CN/convert.json';
import zhFollowUps from '@/public/locales/zh-CN/follow-ups.json';
import zhLint from '@/public/locales/zh-CN/lint.json';
import zhNotes from '@/public/locales/zh-CN/notes.json';
import zhPage from '@/public/locales/zh-CN/page.json';
import zhPalette from '@/public/locales/zh-CN/palette.json';
import zhReply from '@/public/locales/zh-CN/reply.json';
import { someActions } from './builders';
import { aModel } from './samples';
import { readerOf, wordsOf } from './words';

/** What the page gets of the buyers' own catalogue. */
const inPage = ({ segment, because }: typeof enBuyers | typeof zhBuyers) => ({ segment, because });

/** The words of the in-page interface, by language. */
export const WORDS = {
  en: wordsOf({
    buyers: inPage(enBuyers),
    'follow-ups': enFollowUps,
    convert: enConvert,
    lint: enLint,
    notes: enNotes,
    page: enPage,
    palette: enPalette,
    reply: enReply,
  }),
  'zh-CN': wordsOf({
    buyers: inPage(zhBuyers),
    'follow-ups': zhFollowUps,
    convert: zhConvert,
    lint: zhLint,
    notes: zhNotes,
    page: zhPage,
    palette: zhPalette,
    reply: zhReply,
  }),
} as const;

// In a seller page their script is injected when one of them is first opened.
offerParts(drawParts(''));
offerPalette(drawPalette(''));
offerCheck({ start: startCheck, mount: drawCheck('') });

/** Puts the interface on screen and hands back its spies and a way to change its model. */
export function showAssistant(
  change: Partial<AssistantModel> = {},
  options: { readonly actions?: Partial<AssistantActions>; readonly words?: keyof typeof WORDS } = {},
) {
  const actions = someActions(options.actions);
  const t = readerOf(WORDS[options.words ?? 'en'], options.words ?? 'en');
  const draw = (model: AssistantModel) => (
    <TranslateProvider value={t}>
      <Assistant model={model} actions={actions} />
    </TranslateProvider>
  );
  const view = render(draw(aModel(change)));
  return {
    actions,
    container: view.container,
    update: (next: Partial<AssistantModel>) => view.rerender(draw(aModel({ ...change, ...next }))),
  };
}

/** Clicks as a person does: the element is focused first. */
export async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.focus();
    fireEvent.click(element);
  });
}

/** Lets what was pressed be answered: a note is looked at before it is saved. */
export const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });

/** Puts text into a field. */
export async function type(element: HTMLElement, value: string): Promise<void> {
  await act(async () => {
    fireEvent.input(element, { target: { value } });
  });
}

/** Presses a key on an element; tells whether the page still gets the key's own effect. */
export async function key(element: HTMLElement, name: string, init: KeyboardEventInit = {}): Promise<boolean> {
  let isLeft = true;
  await act(async () => {
    isLeft = fireEvent.keyDown(element, { key: name, ...init });
  });
  return isLeft;
}

/** A button of the interface by its accessible name. */
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** What axe-core finds wrong, as rule ids with the offending markup; colours are checked in their own test. */
export async function axeFindings(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}
