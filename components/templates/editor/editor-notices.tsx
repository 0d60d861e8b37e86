import { ProblemPanel } from '../../dashboard/problem-panel';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useT } from '../../ui/translate';
import { Ask } from './ask';
import type { Editor } from './use-editor';
import type { useLeaveGuard } from './use-leave-guard';

/** What somebody should know before going on: unsaved words on the way out, changes made elsewhere, what saving means. */
export function EditorNotices(props: {
  readonly editor: Editor;
  readonly guard: ReturnType<typeof useLeaveGuard>;
  readonly onSave: () => Promise<void>;
}) {
  const t = useT();
  const { editor, guard, onSave } = props;
  const { current, state, dispatch, isUnsaved, isElsewhere, wasKept, failed, forget } = editor;
  const { wayOut, stay } = guard;
  return (
    <>
      {wayOut && (
        <Ask
          question={t('editor.leave.question')}
          no={t('editor.leave.stay')}
          yes={t('editor.leave.discard')}
          onNo={stay}
          onYes={() => {
            stay();
            forget();
            wayOut.go();
          }}
        >
          <Button
            onClick={() => {
              stay();
              void onSave();
            }}
          >
            {t('editor.leave.save')}
          </Button>
        </Ask>
      )}
      {failed && <ProblemPanel problem={failed} />}
      {isUnsaved && wasKept && (
        <Notice
          tone="info"
          actions={
            <Button onClick={() => dispatch({ kind: 'replace', template: state.saved })}>
              {t('editor.kept.discard')}
            </Button>
          }
        >
          {t('editor.kept.text')}
        </Notice>
      )}
      {isUnsaved && isElsewhere && <Notice tone="warn">{t('editor.elsewhere')}</Notice>}
      {isUnsaved && current?.origin === 'shipped' && <Notice tone="info">{t('editor.firstChange')}</Notice>}
    </>
  );
}
