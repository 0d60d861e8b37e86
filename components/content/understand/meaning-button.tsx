import { useEffect, useRef } from 'react';
import { listenForMeaningKey } from '../session/shortcuts';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';

/** Opens and closes the explanations; its key presses it from anywhere on the page. */
export function MeaningButton(props: { readonly isOpen: boolean; readonly onToggle: (opener: HTMLElement) => void }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const toggle = useRef(props.onToggle);
  toggle.current = props.onToggle;
  useEffect(() => {
    const life = new AbortController();
    listenForMeaningKey(life.signal, (from) => {
      if (!button.current) return false;
      // The caret goes back to the text it was called from; a page without the focus has none to give back.
      const hasCaret = from instanceof HTMLElement && from !== document.body && from !== document.documentElement;
      toggle.current(hasCaret ? from : button.current);
      return true;
    });
    return () => life.abort();
  }, []);
  return (
    <button
      ref={button}
      type="button"
      className="p-chip p-meaning-button"
      aria-label={t('reply.understand.button')}
      title={t('reply.understand.buttonTitle')}
      aria-keyshortcuts="Shift+Alt+U"
      aria-expanded={props.isOpen}
      onClick={(event) => props.onToggle(event.currentTarget)}
    >
      <Icon name="swap" />
      <span className="p-wide">{t('reply.understand.button')}</span>
    </button>
  );
}
