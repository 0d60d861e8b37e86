import { useRef, useState, type DragEvent, type RefObject } from 'react';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './incoming.module.css';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Where files are dropped, with a button that asks for them. */
export function DropArea(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}) {
  const t = useT();
  const { onFiles, button } = props;
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // Whoever has no mouse uses the button inside.

    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t(isOver ? 'imports.drop.now' : 'imports.drop.help')}</p>
      <Button ref={button} data-drop onClick={() => picker.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".parley,.age,.json"
        aria-label={t('imports.choose')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
