import { useEffect, useRef, useState } from 'react';
import type { OwnRule } from '@/utils/domain/compliance/desk-rules';
import { languageName, listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { LockToggle } from './lock-toggle';
import { lockWords } from './lock-words';
import { OwnRuleForm } from './own-rule-form';
import { placeLabel } from './place-label';
import styles from './rules.module.css';
import { SeverityLabel } from './severity-label';
import type { DeskState } from './use-desk';

type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly rule: OwnRule };

/** Where a rule holds, in a few words. */
function Scope({ rule }: { readonly rule: OwnRule }) {
  const t = useT();
  const { uiLang } = useApp();
  const { marketplaces, langs } = rule;
  if (marketplaces.length + langs.length === 0) return <>{t('rules.own.everywhere')}</>;
  const places = marketplaces.map((market) => placeLabel(t, market));
  return <>{listLabel([...places, ...langs.map((lang) => languageName(lang, uiLang))], uiLang)}</>;
}

/** The desk's own words: a table, a form with a place to try it, and deleting with undo. */
export function OwnRules({ state }: { readonly state: DeskState }) {
  const t = useT();
  const { uiLang } = useApp();
  const { view, api, run, listed } = state;
  const { own } = view.desk;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [removed, setRemoved] = useState<OwnRule | null>(null);
  const [said, setSaid] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const goTo = useRef('');

  // Focus follows what was done: back to where the form was opened, or on to undoing.
  useEffect(() => {
    const target = goTo.current && box.current?.querySelector<HTMLElement>(goTo.current);
    if (!target) return;
    target.focus();
    goTo.current = '';
  });

  const close = () => {
    goTo.current = open.kind === 'edit' ? `[data-edit="${CSS.escape(open.rule.id)}"]` : '[data-new]';
    setOpen({ kind: 'none' });
  };
  const save = async (rule: OwnRule) => {
    if (!(await run(api.saveOwn(rule)))) return;
    setRemoved(null);
    setSaid(t('rules.own.saved', { title: rule.title }));
    close();
  };
  const remove = async (rule: OwnRule) => {
    if (!(await run(api.removeOwn({ id: rule.id })))) return;
    goTo.current = '[data-undo]';
    setSaid('');
    setOpen({ kind: 'none' });
    setRemoved(rule);
  };
  const undo = async (rule: OwnRule) => {
    if (!(await run(api.saveOwn(rule)))) return;
    goTo.current = `[data-edit="${CSS.escape(rule.id)}"]`;
    setRemoved(null);
  };
  return (
    <div ref={box} className={styles.stack}>
      <p className={styles.lead}>{t('rules.own.help')}</p>
      <div className={styles.buttons}>
        <Button data-new look={own.length === 0 ? 'primary' : 'plain'} onClick={() => setOpen({ kind: 'new' })}>
          {t('rules.own.new')}
        </Button>
        <span className={styles.quiet} role="status">
          {said}
        </span>
      </div>
      {removed && (
        <Notice
          tone="info"
          actions={
            <Button data-undo onClick={() => void undo(removed)}>
              {t('rules.own.undo')}
            </Button>
          }
        >
          {t('rules.own.removed', { title: removed.title })}
        </Notice>
      )}
      {open.kind !== 'none' && (
        <OwnRuleForm
          key={open.kind === 'edit' ? open.rule.id : 'new'}
          rule={open.kind === 'edit' ? open.rule : null}
          languages={listed.languages}
          onSave={(rule) => void save(rule)}
          onCancel={close}
        />
      )}
      {own.length === 0 && open.kind === 'none' && (
        <EmptyState title={t('rules.own.empty.title')} next={t('rules.own.empty.next')} />
      )}
      {own.length > 0 && (
        <table className={styles.table} aria-label={t('rules.group.own')}>
          <thead>
            <tr>
              <th scope="col">{t('rules.own.form.title')}</th>
              <th scope="col">{t('rules.list.severity')}</th>
              <th scope="col">{t('rules.own.words')}</th>
              <th scope="col">{t('rules.own.where')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {own.map((rule) => (
              <tr key={rule.id} data-rule={rule.id}>
                <th scope="row">
                  <bdi>{rule.title}</bdi>
                </th>
                <td>
                  <SeverityLabel severity={rule.severity} />
                </td>
                <td>
                  <bdi>{listLabel(rule.words, uiLang)}</bdi>
                  {rule.unless.length > 0 && (
                    <p className={styles.quiet}>
                      {t('rules.own.unless')}: <bdi>{listLabel(rule.unless, uiLang)}</bdi>
                    </p>
                  )}
                </td>
                <td>
                  <Scope rule={rule} />
                </td>
                <td>
                  {rule.locked ? (
                    <span className={styles.tag} data-lock>
                      {lockWords(t, view, rule.id)}
                    </span>
                  ) : (
                    <span className={styles.buttons}>
                      <Button
                        data-edit={rule.id}
                        aria-label={t('rules.own.editOf', { title: rule.title })}
                        onClick={() => {
                          setSaid('');
                          setOpen({ kind: 'edit', rule });
                        }}
                      >
                        {t('rules.own.edit')}
                      </Button>
                      <LockToggle
                        title={rule.title}
                        isOn={view.locks.some((lock) => lock.rule === rule.id && lock.by === 'self')}
                        onToggle={(on) => void run(api.setLock({ rule: rule.id, on }))}
                      />
                      <Button
                        aria-label={t('rules.own.removeOf', { title: rule.title })}
                        onClick={() => void remove(rule)}
                      >
                        {t('rules.own.remove')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
