import { useCallback, useState } from 'react';
import type { ListedTemplate, TemplateDesk } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { isAboutSettings, useReading } from '../../dashboard/use-reading';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { EditorBody } from './editor-body';
import { copyOfReply, freshReply, freshReplyId } from './new-reply';

/** What the editor is opened for and whom it tells. */
export interface TemplateEditorProps {
  /** Null for a new one. */
  readonly template: ListedTemplate | null;
  /** What a new one begins as. */
  readonly copyOf?: ReplyTemplate;
  readonly desk: TemplateDesk;
  readonly onSaved: (desk: TemplateDesk, id: string) => void;
  readonly onClose: () => void;
}

/** The editor of one reply: its sentences in two languages at a time, what becomes of them, and who has read them. */
export function TemplateEditor(props: TemplateEditorProps) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { template, copyOf, desk } = props;
  const {
    value: settings,
    problem,
    again,
  } = useReading(
    useCallback(() => api.settings.read(), [api]),
    isAboutSettings,
  );
  // Two new ones begun on one page stay apart.
  const [newKey] = useState(() => (copyOf ? `copy of ${copyOf.id}` : 'new'));
  if (!settings && problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
  if (!settings) return <Skeleton label={t('editor.loading')} bars={8} />;

  const mine = settings.myLang || uiLang.slice(0, 2);
  const begin = (): ReplyTemplate => {
    if (template) return template.template;
    const id = freshReplyId();
    if (copyOf) {
      const { en, 'zh-CN': zh } = copyOf.title;
      const title = { ...copyOf.title, en: t('editor.copy', { title: en }), 'zh-CN': t('editor.copy', { title: zh }) };
      return copyOfReply(copyOf, id, title);
    }
    const langs = [mine, mine === 'en' ? 'de' : 'en'];
    return freshReply(
      id,
      langs,
      desk.templates.map((one) => one.template),
    );
  };
  return <EditorBody {...props} begin={begin} newKey={newKey} mine={mine} initials={settings.initials.trim()} />;
}
