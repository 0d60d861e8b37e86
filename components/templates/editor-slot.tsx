import { createElement, useEffect, useState } from 'react';
import type { TemplateDesk } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { hrefOfTemplate, NEW_TEMPLATE } from '../dashboard/route';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import type { TemplateEditor } from './editor/template-editor';

type Editor = typeof TemplateEditor;

const load = async (): Promise<Editor> => (await import('./editor/template-editor')).TemplateEditor;

/** The editor for the reply in the address; its code comes when a reply is opened for the first time. */
export function EditorSlot(props: {
  readonly open: string;
  /** What a new reply begins as; null for an empty one. */
  readonly copyOf: ReplyTemplate | null;
  readonly desk: TemplateDesk;
  readonly onSaved: (desk: TemplateDesk) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { open, copyOf, desk, onSaved, onClose } = props;
  const [editor, setEditor] = useState<{ readonly view: Editor } | 'failed'>();
  // A new reply keeps its editor when it gets its address with the first saving.
  const [born, setBorn] = useState<string | null>(null);
  useEffect(() => {
    let isLeft = false;
    load().then(
      (view) => isLeft || setEditor({ view }),
      // A build that was replaced under the open page has no such file any more.
      () => isLeft || setEditor('failed'),
    );
    return () => {
      isLeft = true;
    };
  }, []);

  const listed = desk.templates.find(({ template }) => template.id === open) ?? null;
  if (editor === 'failed') return <Notice tone="block">{t('templates.editor.failed')}</Notice>;
  if (!editor) return <Skeleton label={t('templates.editor.loading')} bars={8} />;
  if (open !== NEW_TEMPLATE && !listed)
    return (
      <Notice tone="warn" actions={<Button onClick={onClose}>{t('templates.editor.back')}</Button>}>
        {t('templates.editor.missing', { id: open })}
      </Notice>
    );
  return createElement(editor.view, {
    key: born === open ? NEW_TEMPLATE : open,
    template: open === NEW_TEMPLATE ? null : listed,
    desk,
    onSaved: (next, id) => {
      onSaved(next);
      if (open !== NEW_TEMPLATE) return;
      setBorn(id);
      // In place of the address of a new one: going back leads to the list.
      window.location.replace(hrefOfTemplate(id));
    },
    onClose,
    ...(copyOf && open === NEW_TEMPLATE ? { copyOf } : {}),
  });
}
