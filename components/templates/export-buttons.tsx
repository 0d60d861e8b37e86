import { useEffect, useRef, useState } from 'react';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import type { TemplateEntry } from './template-entries';
import { writeTemplateFile, type FileFormat } from './template-files';

/** Name of the file: the day here, as ISO 8601; Swedish writes dates that way. */
const fileName = (format: FileFormat): string => `parley-replies-${new Date().toLocaleDateString('sv')}.${format}`;

const MEDIA = { csv: 'text/csv', json: 'application/json' } as const;

/** Hands these replies to the person as a file of one of two kinds. */
export function ExportButtons(props: {
  readonly entries: readonly TemplateEntry[];
  readonly what: 'all' | 'selected';
  readonly onSaid: (words: string) => void;
}) {
  const t = useT();
  const { saveFile } = useApp();
  const { entries, what, onSaid } = props;
  const [isBusy, setBusy] = useState(false);
  const view = useRef(new AbortController());
  useEffect(() => {
    const own = new AbortController();
    view.current = own;
    return () => own.abort();
  }, []);

  const save = async (format: FileFormat) => {
    const { signal } = view.current;
    setBusy(true);
    try {
      const text = await writeTemplateFile(
        entries.map(({ listed }) => listed.template),
        format,
      );
      if (signal.aborted) return;
      const name = fileName(format);
      saveFile({ name, text, type: MEDIA[format] });
      onSaid(t('templates.export.done', { file: name, count: entries.length }));
    } catch {
      // A build that was replaced under the open page has no writer any more.
      onSaid(t('templates.export.failed'));
    }
    setBusy(false);
  };
  return (
    <>
      {(['csv', 'json'] as const).map((format) => (
        <Button key={format} disabled={isBusy || entries.length === 0} onClick={() => void save(format)}>
          {t(`templates.export.${what}.${format}`)}
        </Button>
      ))}
    </>
  );
}
