import { useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { brandAs } from '@/utils/domain/ids';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfPage, hrefOfTemplate, NEW_TEMPLATE } from '../dashboard/route';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { EditorSlot } from './editor-slot';
import { ExportButtons } from './export-buttons';
import { ImportPanel } from './import-panel';
import { OnlyReviewed } from './only-reviewed';
import { Proposals } from './proposals';
import { templateEntries, type TemplateEntry } from './template-entries';
import { TemplateList } from './template-list';
import styles from './templates.module.css';
import { useTemplateDesk, type DeskState } from './use-template-desk';

const goTo = (href: string): void => {
  window.location.hash = href;
};

/** All replies of the desk; the one in the address is open in the editor. */
export function TemplatesPage({ open }: { readonly open: string | null }) {
  const t = useT();
  const { state, problem, failed, again } = useTemplateDesk();
  const [copyOf, setCopyOf] = useState<ReplyTemplate | null>(null);
  const [lastOpen, setLastOpen] = useState<string | null>(null);
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    setLastOpen(open === null ? wasOpen : null);
    if (open !== NEW_TEMPLATE) setCopyOf(null);
  }
  return (
    <div className={styles.page}>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!state && !problem && <Skeleton label={t('templates.loading')} bars={8} />}
      {state && (
        // Hidden and not gone: selection, search and place are there on return.
        <div className={styles.stack} hidden={open !== null}>
          <Overview
            state={state}
            failed={failed}
            lastOpen={lastOpen}
            onNew={(template) => {
              setCopyOf(template);
              goTo(hrefOfTemplate(NEW_TEMPLATE));
            }}
          />
        </div>
      )}
      {state && open !== null && (
        <EditorSlot
          open={open}
          copyOf={copyOf}
          desk={state.desk}
          onSaved={state.show}
          onClose={() => goTo(hrefOfPage('templates'))}
        />
      )}
    </div>
  );
}

/** What agents keep changing, what can be done with all replies, and the replies themselves. */
function Overview(props: {
  readonly state: DeskState;
  readonly failed: ApiProblem | null;
  readonly lastOpen: string | null;
  /** Null for an empty one. */
  readonly onNew: (copyOf: ReplyTemplate | null) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { state, failed, lastOpen, onNew } = props;
  const { templates } = state.desk;
  const shopName = useShopLabels();
  const [isImporting, setImporting] = useState(false);
  const [said, setSaid] = useState('');
  const importButton = useRef<HTMLButtonElement>(null);
  const entries = useMemo<readonly TemplateEntry[]>(
    () => templateEntries(templates, { t, uiLang, shopLabel: (id) => shopName(brandAs<'ShopId'>(id)) }),
    [templates, t, uiLang, shopName],
  );
  return (
    <>
      <Proposals state={state} entries={entries} onSaid={setSaid} />
      <div className={styles.bar}>
        <span className={styles.buttons}>
          <Button look="primary" onClick={() => onNew(null)}>
            {t('templates.new')}
          </Button>
          <Button ref={importButton} aria-expanded={isImporting} onClick={() => setImporting((now) => !now)}>
            {t('templates.import.open')}
          </Button>
          <ExportButtons entries={entries} what="all" onSaid={setSaid} />
        </span>
        <OnlyReviewed state={state} entries={entries} />
      </div>
      {isImporting && (
        <ImportPanel
          desk={state}
          onClose={() => {
            setImporting(false);
            importButton.current?.focus();
          }}
        />
      )}
      <TemplateList
        state={state}
        entries={entries}
        said={said}
        failed={failed}
        lastOpen={lastOpen}
        onDuplicate={({ listed }) => onNew(listed.template)}
        onSaid={setSaid}
      />
    </>
  );
}
