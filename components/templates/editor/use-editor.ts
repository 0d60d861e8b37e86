import { useEffect, useMemo, useReducer, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { ListedTemplate, TemplateDesk } from '@/utils/app/templates-api';
import { checkTemplate } from '@/utils/domain/replies/desk/check-template';
import { isBlocking, type TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { useApp } from '../../dashboard/app-context';
import { isDirty, isSameReply, openEditor, reduceEditor } from './editor-state';
import { keptWork } from './kept-work';
import { replyToKeep } from './new-reply';
import { useSame } from './same';
import { useSettled } from './use-settled';

// Long enough that nothing is worked out between two keys of somebody who types, short enough to feel at once.
const PROBLEMS_MS = 150;

/** What one editor is opened with. */
export interface EditorStart {
  readonly template: ListedTemplate | null;
  /** The reply it begins with: the one that is kept, a copy of another, or a fresh one. */
  readonly begin: () => ReplyTemplate;
  /** Under what the unsaved words of a new reply are kept while the page is open; the others are kept under their id. */
  readonly newKey: string;
  readonly desk: TemplateDesk;
  readonly onSaved: (desk: TemplateDesk, id: string) => void;
}

/** One reply being edited: its state, what is wrong with it, and everything that is kept through the API. */
export function useEditor({ template: listed, begin, newKey, desk, onSaved }: EditorStart) {
  const { api } = useApp();
  const works = keptWork(api);
  const firstKey = listed?.template.id ?? newKey;
  const [wasKept] = useState(() => works.has(firstKey));
  const [state, dispatch] = useReducer(reduceEditor, null, () => works.get(firstKey) ?? openEditor(begin()));
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { template, saved } = state;
  // What an answer of this editor brought is newer than what it was opened with, until somebody hands in a newer one.
  const [{ given, newest }, setNewest] = useState({ given: desk, newest: desk });
  if (given !== desk) setNewest({ given: desk, newest: desk });
  const current = newest.templates.find((one) => one.template.id === saved.id) ?? listed;
  const isNew = current === null;
  const key = isNew ? newKey : saved.id;
  const isUnsaved = isDirty(state);
  // Somebody else has saved this reply since it was opened here.
  const isElsewhere = current !== null && !isSameReply(current.template, saved);

  useEffect(() => {
    if (isUnsaved) works.set(key, state);
    else works.delete(key);
  }, [works, key, isUnsaved, state]);
  useEffect(() => {
    if (current && !isUnsaved && isElsewhere) dispatch({ kind: 'saved', template: current.template, sent: template });
  }, [current, isUnsaved, isElsewhere, template]);

  const settled = useSettled(template, PROBLEMS_MS);
  const problems = useSame(useMemo(() => checkTemplate(replyToKeep(settled)), [settled]));

  /** Does one thing, shows what went wrong, and hands the desk on; what comes back takes the place of `sent`. */
  const run = async (work: ApiResult<TemplateDesk>, sent: ReplyTemplate | null): Promise<boolean> => {
    setBusy(true);
    const done = await work;
    setBusy(false);
    setFailed(done.ok ? null : done.error);
    if (!done.ok) return false;
    const kept = done.value.templates.find((one) => one.template.id === saved.id);
    if (kept) dispatch({ kind: 'saved', template: kept.template, sent });
    works.delete(newKey);
    setNewest((now) => ({ ...now, newest: done.value }));
    onSaved(done.value, saved.id);
    return true;
  };

  /** Keeps the reply unless something stands in the way; answers what does, worked out for the words of this moment. */
  const save = async (): Promise<'saved' | 'failed' | readonly TemplateProblem[]> => {
    const reply = replyToKeep(template);
    const blocking = checkTemplate(reply).filter(isBlocking);
    if (blocking.length > 0) return blocking;
    return (await run(api.templates.save({ template: reply, isNew }), template)) ? 'saved' : 'failed';
  };
  const forget = () => void works.delete(key);
  return {
    state,
    dispatch,
    /** The reply a moment after the last key, and what is wrong with it. */
    settled,
    problems,
    current,
    isNew,
    isUnsaved,
    isElsewhere,
    wasKept,
    failed,
    isBusy,
    run,
    save,
    forget,
  };
}

/** The editor of one reply as its parts see it. */
export type Editor = ReturnType<typeof useEditor>;
