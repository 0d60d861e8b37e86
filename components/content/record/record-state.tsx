import { useState } from 'react';
import { openRecord } from '@/utils/client/open-record';
import { useT } from '../../ui/translate';
import type { AssistantActions } from '../model';

type Change = Pick<AssistantActions, 'changeRecord'>;

/** The record was made by looking at this page; one press takes that back for good. */
export function JustRecorded({ changeRecord }: Change) {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  const undo = async () => {
    setAsked(true);
    if (!(await changeRecord('forgetBuyer'))) setAsked(false);
  };
  return (
    <p className="p-made">
      {t('notes.made.now')}{' '}
      <button
        type="button"
        className="p-quiet"
        title={t('notes.made.undoWhy')}
        disabled={isAsked}
        onClick={() => void undo()}
      >
        {t('notes.made.undo')}
      </button>
    </p>
  );
}

/** Nothing is kept of this buyer, until a person wants it otherwise. */
export function Forgotten({ changeRecord }: Change) {
  const t = useT();
  return (
    <p className="p-made" data-forgotten>
      {t('notes.made.forgotten')}{' '}
      <button type="button" className="p-button" onClick={() => void changeRecord('rememberAgain')}>
        {t('notes.made.again')}
      </button>
    </p>
  );
}

/** The ways to the whole record, outside of the page. */
export function RecordElsewhere({ hasRecord }: { readonly hasRecord: boolean }) {
  const t = useT();
  const [isStuck, setStuck] = useState(false);
  // Asked for in the click itself: the browser opens its panel for nothing else.
  const open = (where: 'panel' | 'page') => void openRecord(where).then((isOpen) => setStuck(!isOpen));
  return (
    <div className="p-elsewhere">
      <button type="button" className="p-quiet" onClick={() => open('panel')}>
        {t('notes.open.panel')}
      </button>
      {hasRecord && (
        <button type="button" className="p-quiet" onClick={() => open('page')}>
          {t('notes.open.full')}
        </button>
      )}
      <span className="p-label" role="status">
        {isStuck && t('notes.open.noPanel')}
      </span>
    </div>
  );
}
