import type { ReactElement, ReactNode } from 'react';
import { momentBefore } from '../dates';
import { hashed } from '../markup';
import type { PageView } from '../view';
import { amountText, stamp } from './amounts';
import { Depth } from './chat-parts';
import { timeLeft } from './disputes';
import { HiddenCopy, useNewNodes } from './fusion';
import type { Dispute, DisputeStep } from './records';
import { wordsFor } from './words';

interface Parts {
  readonly shown: Dispute;
  readonly view: PageView;
}

function Step({ step, shown, view }: Parts & { readonly step: DisputeStep }): ReactElement {
  const { dispute } = wordsFor(view.loc);
  const { currency } = shown.scene.order;
  return (
    <li className={`ait-timeline-item ${hashed('solution', view.knobs)}`}>
      <div className={hashed('solutionOwner', view.knobs)}>{dispute.owners[step.owner]}</div>
      <span className="when">{stamp(momentBefore(view.now, step.hoursAgo), view)}</span>
      <div>
        {dispute.types[step.type]}
        {step.amount === undefined ? '' : ` ${amountText(step.amount, currency, view)}`}
      </div>
      {step.note === '' ? null : (
        <div className={hashed('solutionContent', view.knobs)} dir="auto">
          {step.note}
        </div>
      )}
    </li>
  );
}

function Facts({ shown, view }: Parts): ReactElement {
  const words = wordsFor(view.loc);
  const { dispute } = words;
  const { order, buyer } = shown.scene;
  const rows: readonly (readonly [string, string])[] = [
    [words.list.orderNo, order.id],
    [words.list.buyer, buyer.name],
    [dispute.reason, dispute.reasons[shown.reason]],
    [words.list.columns[3] ?? '', amountText(shown.amount, order.currency, view)],
  ];
  return (
    <section className="block">
      <h2 className={hashed('statusText', view.knobs)}>{dispute.states[shown.status]}</h2>
      <p className="left">{timeLeft(shown, view)}</p>
      {rows.map(([label, value]) => (
        <p key={label} className={hashed('infoRow', view.knobs)}>
          <span className="label">{label}</span> <span dir="auto">{value}</span>
        </p>
      ))}
    </section>
  );
}

/** What the visitor can do on the page of a dispute. */
export interface DisputeActions {
  readonly onAccept: (isTrusted: boolean) => void;
  readonly onReject: () => void;
}

/** The page of one dispute. Pure; the composer is handed in where it belongs into the page. */
export function DisputePage(
  props: Parts & { readonly stranger: Dispute; readonly actions: DisputeActions; readonly children: ReactNode },
): ReactElement {
  const { shown, view, actions } = props;
  const { dispute } = wordsFor(view.loc);
  const made = useNewNodes(view);
  const isOpen = shown.status !== 'closed';
  return (
    <div className="page">
      <h1>{dispute.title}</h1>
      <HiddenCopy view={view}>
        <Facts shown={props.stranger} view={view} />
      </HiddenCopy>
      <Depth view={view}>
        <div key={view.knobs.rerender === 'every2s' ? made : 0}>
          <Facts shown={shown} view={view} />
          <section className="block">
            <h2>{dispute.timeline}</h2>
            <ul className="ait-timeline">
              {shown.solutions.map((step) => (
                <Step key={step.hoursAgo} step={step} shown={shown} view={view} />
              ))}
            </ul>
            <h2>{dispute.evidence}</h2>
            <div className="pictures">
              {shown.evidence.map((name) => (
                <img key={name} src={`/assets/product/${name}.svg`} alt="" width={72} height={72} />
              ))}
            </div>
          </section>
        </div>
      </Depth>
      {isOpen ? (
        <section className="block acts">
          <button
            type="button"
            className="ait-btn ait-btn-primary"
            onClick={(event) => actions.onAccept(event.nativeEvent.isTrusted)}
          >
            <span>{dispute.accept}</span>
          </button>
          <button type="button" className="ait-btn" onClick={actions.onReject}>
            <span>{dispute.reject}</span>
          </button>
        </section>
      ) : null}
      {props.children}
    </div>
  );
}
