import { useEffect, useState } from 'react';
import { useApp } from '../dashboard/app-context';
import { FIRST_SAMPLE } from '../dashboard/route';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { Lesson } from './lesson';
import { OrderPanel } from './order-panel';
import styles from './practice.module.css';
import type { PracticeTools } from './practice-tools';
import { SampleList } from './sample-list';
import { ThreadPane } from './thread-pane';
import { useBar } from './use-bar';
import { useInbox } from './use-inbox';
import { isLessonClosed, keepLessonClosed, useLesson } from './use-lesson';

/** The sandbox inbox: sample buyers, and Parley beside the message box as in a seller page. `open`: a conversation's id. */
export function PracticePage({ open }: { readonly open: string | null }) {
  const t = useT();
  const { practice } = useApp();
  const [tools, setTools] = useState<PracticeTools | 'missing' | null>(null);
  useEffect(() => {
    let isLeft = false;
    // A build replaced under an open page has no such files any more.
    const loading = practice ? practice().catch(() => 'missing' as const) : Promise.resolve('missing' as const);
    void loading.then((loaded) => isLeft || setTools(loaded));
    return () => {
      isLeft = true;
    };
  }, [practice]);
  if (tools === null) return <Skeleton label={t('practice.loading')} bars={6} />;
  if (tools === 'missing') return <Notice tone="warn">{t('practice.missing')}</Notice>;
  return <Inbox tools={tools} open={open} />;
}

function Inbox({ tools, open }: { readonly tools: PracticeTools; readonly open: string | null }) {
  const t = useT();
  const { uiLang } = useApp();
  const { samples } = tools;
  const [state, change] = useInbox(tools);
  const [isLessonOpen, setLessonOpen] = useState(() => open === FIRST_SAMPLE || !isLessonClosed());
  const [said, setSaid] = useState('');
  const first = samples[0];
  const sample = samples.find(({ id }) => id === open) ?? first;
  const id = sample?.id;
  const lesson = useLesson(id !== undefined && id === first?.id, state.round);
  const bar = useBar(tools, { inserted: lesson.inserted, round: `${uiLang}:${state.round}` });

  useEffect(() => {
    if (id !== undefined) change({ kind: 'opened', id });
    setSaid('');
  }, [id, change]);

  const showLesson = (shown: boolean) => {
    setLessonOpen(shown);
    keepLessonClosed(!shown);
  };
  const startOver = async () => {
    await tools.startOver();
    change({ kind: 'started-over' });
    setSaid(t('practice.startedOver'));
  };
  if (!sample) return null;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p className={styles.lead}>{t('practice.lead')}</p>
        <div className={styles.tools}>
          {!isLessonOpen && <Button onClick={() => showLesson(true)}>{t('practice.lesson.show')}</Button>}
          <Button onClick={() => void startOver()}>{t('practice.startOver')}</Button>
        </div>
      </div>
      {isLessonOpen && <Lesson lesson={lesson} box={bar.box} onClose={() => showLesson(false)} />}
      <div className={styles.desk}>
        <SampleList samples={samples} open={sample.id} state={state} />
        <ThreadPane
          key={`${state.round}`}
          sample={sample}
          sent={state.sent[sample.id] ?? []}
          bar={bar}
          said={said}
          onText={lesson.read}
          onSend={(text) => {
            const at = new Date().toISOString() as (typeof sample.messages)[number]['at'];
            change({ kind: 'sent', id: sample.id, message: { from: 'seller', text, at } });
            setSaid(t('practice.thread.kept'));
          }}
        />
        <OrderPanel sample={sample} />
      </div>
    </div>
  );
}
