import type { AssistantActions, AssistantModel, Notice } from './model';
import { momentLabel } from './labels';
import { problemWords } from './problem-text';
import { Icon } from '../ui/icon';
import { useT, type Translate } from '../ui/translate';

function noticeWords(t: Translate, notice: Notice): string {
  switch (notice.kind) {
    case 'inserted':
      return t(notice.how === 'typed' ? 'page.notice.inserted' : 'page.notice.insertedSet');
    case 'copied':
      return t(
        {
          'not-taken': 'page.notice.copiedNotTaken',
          'no-composer': 'page.notice.copiedNoComposer',
          asked: 'page.notice.copied',
        }[notice.why],
      );
    case 'copy-failed':
      return t('page.notice.copyFailed');
    case 'too-long':
      return t('page.notice.tooLong', { count: notice.over, limit: notice.limit });
    case 'thread-switched':
      return t('page.notice.threadSwitched');
    case 'composing':
      return t('page.notice.composing');
    case 'composer-gone':
      return t('page.notice.composerGone');
    case 'reload-page':
      return t('page.notice.reloadPage');
    case 'press-again':
      return t('page.notice.pressAgain');
    case 'problem':
      return problemWords(t, notice.problem).join(' ');
  }
}

const isGood = (notice: Notice): boolean =>
  notice.kind === 'inserted' || notice.kind === 'press-again' || (notice.kind === 'copied' && notice.why === 'asked');

/** What just happened: the one polite live region, always there so that its first words are announced too. */
export function NoticeLine({ notice, onDismiss }: { readonly notice: Notice | null; readonly onDismiss: () => void }) {
  const t = useT();
  return (
    <div className="p-line p-notice" data-empty={notice === null || undefined}>
      <p aria-live="polite" aria-atomic="true">
        {notice && <Icon name={isGood(notice) ? 'check' : 'warn'} />}
        {notice && noticeWords(t, notice)}
      </p>
      {notice && (
        <button type="button" className="p-tool" aria-label={t('page.notice.dismiss')} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** Lines that ask for a decision or say why nothing can be inserted; each only while it is true. */
export function QuestionLines({
  model,
  actions,
}: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
}) {
  const t = useT();
  const { shop, restorable, composer, escalation, needsNoReply } = model;
  return (
    <>
      {escalation && (
        <div className="p-line p-advice" role="note">
          <p>{t(`page.escalation.${escalation}.advice`)}</p>
        </div>
      )}
      {needsNoReply && (
        <div className="p-line" role="note">
          <p className="p-label">{t('page.noReply.thanks')}</p>
        </div>
      )}
      {shop?.kind === 'ask' && (
        <div className="p-line" role="group" aria-label={t('page.bar.shopAsk')}>
          <p>{t('page.shop.ask')}</p>
          {shop.choices.map((choice) => (
            <button key={choice.id} type="button" className="p-button" onClick={() => actions.chooseShop(choice.id)}>
              <bdi>{choice.name}</bdi>
            </button>
          ))}
        </div>
      )}
      {restorable && (
        <div className="p-line" role="group" aria-label={t('page.restore.ask')}>
          <p>
            {t('page.restore.ask')}{' '}
            <span className="p-label">
              {t('page.restore.saved', { time: momentLabel(restorable.savedAt, model.uiLang) })}
            </span>
          </p>
          <button type="button" className="p-button" onClick={actions.restoreDraft}>
            {t('page.restore.yes')}
          </button>
          <button type="button" className="p-quiet" onClick={actions.discardDraft}>
            {t('page.restore.no')}
          </button>
        </div>
      )}
      {(composer !== 'ready' || model.health === 'broken') && model.phase === 'ready' && (
        <div className="p-line p-warning">
          <Icon name="warn" />
          <p>{t(trouble(model))}</p>
        </div>
      )}
    </>
  );
}

/** Why nothing can be inserted, and what works all the same; one line, the more general reason first. */
function trouble({ composer, page, health }: AssistantModel): string {
  if (health === 'broken') return 'page.health.still';
  return composer === 'missing' && page === 'contact' ? 'page.composer.waiting' : `page.composer.${composer}`;
}
