import { useEffect, useRef, useState } from 'react';
import { compareDesks, type DeskChange } from '@/utils/domain/compliance/desk/compare-desks';
import { countLocks } from '@/utils/domain/compliance/desk/change-desk';
import {
  deskFromPack,
  lockAll,
  LARGEST_PACK,
  readRulePack,
  type PackProblem,
  type RulePackFile,
} from '@/utils/domain/compliance/desk/pack-file';
import { dayLabel, momentLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { packProblemWords } from './own-rule-problem';
import { PackPreview } from './pack-preview';
import styles from './rules.module.css';
import { today } from './today';
import type { DeskState } from './use-desk';

type Chosen =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly why: PackProblem | { readonly kind: 'unreadable' } }
  | {
      readonly kind: 'preview';
      readonly text: string;
      readonly pack: RulePackFile;
      readonly changes: readonly DeskChange[];
    };

const readText = async (file: File): Promise<string | PackProblem | { readonly kind: 'unreadable' }> => {
  // UTF-8 takes at most four bytes a character: what is larger could not be a pack in any case.
  if (file.size > LARGEST_PACK * 4) return { kind: 'too-large', limit: LARGEST_PACK };
  try {
    return await file.text();
  } catch {
    return { kind: 'unreadable' };
  }
};

/** The desk's rules as a file: what came in, bringing in another, taking it back, handing it on, and opening locks. */
export function PackPanel({ state }: { readonly state: DeskState }) {
  const t = useT();
  const { uiLang, saveFile } = useApp();
  const { view, api, run } = state;
  const { desk, undo } = view;
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  const [said, setSaid] = useState('');
  const [name, setName] = useState('');
  const [isLocking, setLocking] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const locks = countLocks(desk);
  const packLocks = view.locks.filter(({ by }) => by === 'pack').length;
  const exportName = name.trim() || desk.origin?.name || t('rules.pack.export.nameSuggestion');

  useEffect(() => {
    if (chosen.kind === 'preview') box.current?.querySelector<HTMLElement>('[data-preview]')?.focus();
  }, [chosen.kind]);
  useEffect(() => {
    if (isAsking) box.current?.querySelector<HTMLElement>('[data-keep]')?.focus();
  }, [isAsking]);

  const choose = async (file: File) => {
    setSaid('');
    const text = await readText(file);
    if (typeof text !== 'string') return setChosen({ kind: 'refused', why: text });
    const pack = readRulePack(text);
    if (!pack.ok) return setChosen({ kind: 'refused', why: pack.error });
    const changes = compareDesks(desk, deskFromPack(pack.value, desk));
    setChosen({ kind: 'preview', text, pack: pack.value, changes });
  };
  const cancel = () => {
    setChosen({ kind: 'none' });
    requestAnimationFrame(() => input.current?.focus());
  };
  const apply = async (text: string, packName: string) => {
    if (!(await run(api.importPack({ text })))) return;
    cancel();
    setSaid(t('rules.pack.import.applied', { name: packName }));
  };
  const save = async () => {
    setSaid('');
    const file = await api.exportPack({ name: exportName });
    if (!file.ok) return setSaid(t('rules.pack.export.failed'));
    const fileName = `parley-rules-${today()}.json`;
    saveFile({ name: fileName, text: `${JSON.stringify(isLocking ? lockAll(file.value) : file.value, null, 2)}\n` });
    setSaid(t('rules.pack.export.done', { file: fileName }));
  };
  return (
    <div ref={box} className={styles.panel}>
      <p className={styles.lead}>
        {desk.origin
          ? t('rules.pack.current', { name: desk.origin.name, date: dayLabel(desk.origin.issuedOn, uiLang) })
          : t('rules.pack.none')}{' '}
        {locks === 0 ? t('rules.pack.noLocks') : t('rules.pack.locks', { count: locks })}
      </p>
      <p className={styles.quiet} role="status">
        {said}
      </p>
      {undo && (
        <Notice
          tone="info"
          actions={
            <Button
              onClick={() =>
                void run(api.undoImport()).then((isDone) => isDone && setSaid(t('rules.pack.import.undone')))
              }
            >
              {t('rules.pack.import.undo')}
            </Button>
          }
        >
          {t('rules.pack.import.undoOf', { name: undo.name, date: momentLabel(undo.at, uiLang) })}
        </Notice>
      )}
      <section className={styles.stack} aria-label={t('rules.pack.import.title')}>
        <h2>{t('rules.pack.import.title')}</h2>
        <p className={styles.lead}>{t('rules.pack.import.help')}</p>
        {chosen.kind !== 'preview' && (
          <div className={styles.buttons}>
            <label className={styles.file}>
              <span>{t('rules.pack.import.choose')}</span>
              <input
                ref={input}
                type="file"
                accept=".json,application/json"
                onChange={(event) => {
                  const field = event.currentTarget;
                  const [file] = field.files ?? [];
                  // Emptied, so that the same file can be chosen again.
                  if (file) void choose(file).then(() => (field.value = ''));
                }}
              />
            </label>
          </div>
        )}
        {chosen.kind === 'refused' && (
          <Notice tone="block" lead={t('rules.pack.problem.lead')}>
            {packProblemWords(t, chosen.why)}
          </Notice>
        )}
        {chosen.kind === 'preview' && (
          <PackPreview
            pack={chosen.pack}
            changes={chosen.changes}
            listed={state.listed}
            onApply={() => void apply(chosen.text, chosen.pack.name)}
            onCancel={cancel}
          />
        )}
      </section>
      <section className={styles.stack} aria-label={t('rules.pack.export.title')}>
        <h2>{t('rules.pack.export.title')}</h2>
        <p className={styles.lead}>{t('rules.pack.export.help')}</p>
        <div className={styles.choices}>
          <Field label={t('rules.pack.export.name')}>
            {(control) => (
              <input
                {...control}
                type="text"
                dir="auto"
                maxLength={80}
                placeholder={desk.origin?.name ?? t('rules.pack.export.nameSuggestion')}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={isLocking} onChange={(event) => setLocking(event.currentTarget.checked)} />
          {t('rules.pack.export.lock')}
        </label>
        <div className={styles.buttons}>
          <Button onClick={() => void save()}>{t('rules.pack.export.do')}</Button>
        </div>
      </section>
      {packLocks > 0 && (
        <section className={styles.stack} aria-label={t('rules.pack.unlock.title')}>
          <h2>{t('rules.pack.unlock.title')}</h2>
          <p className={styles.lead}>{t('rules.pack.unlock.help')}</p>
          {!isAsking && (
            <div className={styles.buttons}>
              <Button onClick={() => setAsking(true)}>{t('rules.pack.unlock.do')}</Button>
            </div>
          )}
          {isAsking && (
            <Notice
              tone="warn"
              actions={
                <>
                  <Button data-keep onClick={() => setAsking(false)}>
                    {t('rules.pack.unlock.keep')}
                  </Button>
                  <Button
                    onClick={() =>
                      void run(api.openLocks()).then((isDone) => {
                        setAsking(false);
                        if (isDone) setSaid(t('rules.pack.unlock.done'));
                      })
                    }
                  >
                    {t('rules.pack.unlock.confirm')}
                  </Button>
                </>
              }
            >
              {t('rules.pack.unlock.ask', { count: packLocks })}
            </Notice>
          )}
        </section>
      )}
    </div>
  );
}
