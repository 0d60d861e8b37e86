import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { AnswerBox } from '../aliexpress/answer-box';
import { DisputePage } from '../aliexpress/dispute';
import { DisputeList } from '../aliexpress/disputes';
import { FeedbackList } from '../aliexpress/feedback';
import { aliexpressDisputeKeys, aliexpressFeedbackKeys, dispute, feedback, type Feedback } from '../aliexpress/records';
import { wordsFor } from '../aliexpress/words';
import { count, note, setComposerState } from '../kit/log';
import { aliexpressThread } from '../threads';
import type { PageView } from '../view';

interface PageProps {
  readonly view: PageView;
}

/** Counts an act that only a person may cause; answers whether a person did. */
function counted(what: string, isTrusted: boolean): boolean {
  count(isTrusted ? 'sent' : 'forged', isTrusted, what);
  return isTrusted;
}

/** State of an answer, known to the page's log as the oracle of every insertion. */
function useAnswer(): readonly [string, (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => setComposerState(text, text.trim() !== ''), [text]);
  return [text, setText];
}

/** A dialog at the end of the body, outside the element the app is drawn into. */
function Modal({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return createPortal(
    <div className="ait-modal-root">
      <div className="ait-modal-wrap">
        <div className="ait-modal" role="dialog" aria-modal="true" aria-label={title}>
          <h2 className="ait-modal-title">{title}</h2>
          {children}
        </div>
      </div>
    </div>,
    document.body,
  );
}

/** The conversation of the frame beside the dispute list. */
function chatAddress(view: PageView): string {
  const query = new URLSearchParams({ ...view.query, framed: '1', session: aliexpressThread('where-pt').sessionId });
  for (const name of ['frame', 'count', 'state']) query.delete(name);
  return `/m_apps/ai-im/im?${query.toString()}#/window`;
}

/** The dispute list, with the chat in a frame beside it once the contact link was used. */
export function DisputeListApp({ view }: PageProps): ReactElement {
  const { frame, blocked } = view.knobs;
  const [isChatOpen, openChat] = useState(frame === 'same' || frame === 'double');
  const [text, setText] = useAnswer();
  const words = wordsFor(view.loc);
  const shown = blocked === 'empty' ? [] : aliexpressDisputeKeys.map(dispute);
  return (
    <>
      <DisputeList
        view={view}
        shown={shown}
        onContact={(each, isTrusted) => {
          // Opening a conversation marks it as read for the whole team.
          count('read', isTrusted, each.key);
          openChat(true);
        }}
        {...(isChatOpen ? { chat: chatAddress(view) } : {})}
      />
      {frame === 'double' ? (
        <AnswerBox
          view={view}
          text={text}
          kind="text"
          label={words.dispute.offer}
          submit={words.dispute.submit}
          limit={1000}
          onText={setText}
          onInputEvent={(isTrusted) => count('input', isTrusted)}
          onSubmit={(isTrusted) => counted('offer', isTrusted) && setText('')}
        />
      ) : null}
    </>
  );
}

/** The page of a dispute. `compose`: page (text field in the page), modal (in a dialog), rich (editable, in a dialog). */
export function DisputeApp({ view }: PageProps): ReactElement {
  const all = aliexpressDisputeKeys.map(dispute);
  const shown = all.find(({ id }) => id === view.query.reverseOrderLineId);
  const [isRejecting, setRejecting] = useState(false);
  const [text, setText] = useAnswer();
  const words = wordsFor(view.loc).dispute;
  useEffect(() => {
    window.__replica.state.thread = shown?.key ?? '';
  }, [shown?.key]);
  if (!shown) return <p className="empty">{words.empty}</p>;
  const compose = view.query.compose ?? 'page';
  const isInPage = compose === 'page';
  const box = (
    <AnswerBox
      view={view}
      text={text}
      kind={compose === 'rich' ? 'rich' : 'text'}
      label={words.offer}
      submit={words.submit}
      limit={1000}
      onText={setText}
      onInputEvent={(isTrusted) => count('input', isTrusted)}
      onSubmit={(isTrusted) => {
        if (!counted('offer', isTrusted)) return;
        window.__replica.state.sentTexts.push(text);
        setText('');
        setRejecting(false);
      }}
    />
  );
  const isBoxShown = shown.status !== 'closed' && (isInPage || isRejecting);
  return (
    <DisputePage
      view={view}
      shown={shown}
      stranger={all.find(({ key }) => key !== shown.key) ?? shown}
      actions={{
        onAccept: (isTrusted) => counted('accept', isTrusted),
        onReject: () => {
          note('reject', true);
          setRejecting(true);
        },
      }}
    >
      {isBoxShown ? (
        isInPage ? (
          <section className="block">{box}</section>
        ) : (
          <Modal title={words.reject}>{box}</Modal>
        )
      ) : null}
    </DisputePage>
  );
}

/** The newer feedback page; answers are written in a dialog, once per review. */
export function FeedbackApp({ view }: PageProps): ReactElement {
  const [answering, setAnswering] = useState<Feedback>();
  const [done, setDone] = useState<readonly string[]>([]);
  const [text, setText] = useAnswer();
  const words = wordsFor(view.loc).feedback;
  const shown =
    view.knobs.blocked === 'empty'
      ? []
      : aliexpressFeedbackKeys
          .map(feedback)
          .map((each) => (done.includes(each.key) ? { ...each, replied: true } : each));
  const onSubmit = (isTrusted: boolean): void => {
    if (!answering || !counted('reply', isTrusted)) return;
    window.__replica.state.sentTexts.push(text);
    setDone([...done, answering.key]);
    setAnswering(undefined);
    setText('');
  };
  return (
    <>
      <FeedbackList
        view={view}
        shown={shown}
        onReply={(each) => {
          window.__replica.state.thread = each.key;
          setText('');
          setAnswering(each);
        }}
        onReport={(isTrusted) => counted('report', isTrusted)}
      />
      {answering ? (
        <Modal title={words.replyTitle}>
          <AnswerBox
            view={view}
            text={text}
            kind="text"
            label={words.hint}
            submit={words.submit}
            limit={1000}
            onText={setText}
            onInputEvent={(isTrusted) => count('input', isTrusted)}
            onSubmit={onSubmit}
          />
        </Modal>
      ) : null}
    </>
  );
}
