import { useEffect, useRef } from 'react';
import type { Lang } from '@/utils/domain/ids';
import { languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';

/** A language that was taken out last, with its words. */
export interface DroppedWords {
  readonly lang: Lang;
  readonly texts: Readonly<Record<string, string>>;
}

/** Says that a language was taken out and brings it back with its words. */
export function DroppedLanguage(props: {
  readonly dropped: DroppedWords | null;
  readonly onPutBack: (dropped: DroppedWords) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { dropped, onPutBack } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that took it out is gone with it.
    if (dropped) button.current?.focus();
  }, [dropped]);
  const language = dropped ? languageName(dropped.lang, uiLang) : '';
  return (
    <div className={styles.buttons}>
      <span role="status">{dropped && t('editor.language.dropped', { language })}</span>
      {dropped && (
        <Button ref={button} onClick={() => onPutBack(dropped)}>
          {t('editor.language.putBack', { language })}
        </Button>
      )}
    </div>
  );
}
