import { useState } from 'react';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import type { NoteRow } from '@/utils/domain/records';
import { QuickNotes } from '../content/record/quick-notes';
import { BuyerRecord } from '../customers/buyer-record';
import type { useUnfinishedWork } from '../customers/unfinished-work';
import { useApp } from '../dashboard/app-context';
import styles from './side-panel.module.css';

/** One buyer's whole record with its quick notes; give it the buyer's key as React key. */
export function PanelRecord(props: {
  readonly buyerKey: BuyerKey;
  readonly shopLabel: (id: ShopId) => string;
  readonly work: ReturnType<typeof useUnfinishedWork>;
}) {
  const { api } = useApp();
  const { buyerKey, shopLabel, work } = props;
  const [added, setAdded] = useState<readonly NoteRow[]>([]);
  const actions = {
    addNote: async (text: string) => {
      const done = await api.buyers.addNote({ buyerKey, text });
      if (done.ok) setAdded([done.value]);
      return done.ok;
    },
    deleteNote: async (noteId: NoteRow['id']) => (await api.buyers.deleteNote({ buyerKey, noteId })).ok,
  };
  return (
    <div className={styles.quick}>
      <QuickNotes notes={added} actions={actions}>
        <BuyerRecord buyerKey={buyerKey} shopLabel={shopLabel} work={work.of(buyerKey)} onWork={work.keep} />
      </QuickNotes>
    </div>
  );
}
