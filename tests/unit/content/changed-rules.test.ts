import { expect, test } from 'vitest';
import type { AssistantModel } from '@/components/content/model';
import { createChangedRules } from '@/components/content/session/changed-rules';
import { createStore } from '@/components/content/session/store';
import { uncheckedText } from '@/components/content/session/empty-model';

type Found = readonly (readonly [rule: string, severity: 'block' | 'warn' | 'info'])[];

const aDraft = () => {
  const store = createStore({ check: uncheckedText } as AssistantModel);
  const rules = createChangedRules(store);
  const show = async (found: Found, change: Partial<AssistantModel['check']> = {}, context: Found = []) => {
    const as = (all: Found) => all.map(([rule, severity]) => ({ rule, severity }));
    const check = { ...uncheckedText, hasText: true, isPending: false, findings: as(found), context: as(context) };
    store.set({ check: { ...check, ...change } as AssistantModel['check'] });
    await Promise.resolve();
  };
  return { ...rules, show };
};

test('what was taken out again is told, what was left is not', async () => {
  const draft = aDraft();
  await draft.show([
    ['incentive', 'block'],
    ['caps', 'warn'],
  ]);
  await draft.show([['caps', 'warn']]);
  expect(draft.take()).toEqual(['incentive']);
});

test('the page that empties its box when it sends has changed nothing', async () => {
  const draft = aDraft();
  await draft.show([['incentive', 'block']]);
  await draft.show([], { hasText: false });
  expect(draft.take()).toEqual([]);
});

test('a text nobody has looked at says nothing', async () => {
  const draft = aDraft();
  await draft.show([['incentive', 'block']]);
  await draft.show([], { isPending: true });
  expect(draft.take()).toEqual([]);
});

test('a hint is no risk; what the record says against a message is one', async () => {
  const draft = aDraft();
  await draft.show([['emoji', 'info']], {}, [['ctx-review-cap', 'block']]);
  await draft.show([]);
  expect(draft.take()).toEqual(['ctx-review-cap']);
});

test('each draft is told once', async () => {
  const draft = aDraft();
  await draft.show([['incentive', 'block']]);
  await draft.show([]);
  draft.take();
  expect(draft.take()).toEqual([]);
});
