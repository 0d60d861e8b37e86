import type { NoteAdvice } from '@/utils/app/note-api';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';

/** What to think of before a file is handed on. */
export function Advice({ advice }: { readonly advice: NoteAdvice }) {
  const t = useT();
  const { title, why, alternative } = advice.words;
  return (
    // Not `block`: nobody is stopped, and it must not interrupt whoever is choosing.
    <Notice tone={advice.severity === 'block' ? 'warn' : advice.severity} lead={title}>
      {t('team.preview.advice', { why, alternative })}
    </Notice>
  );
}
