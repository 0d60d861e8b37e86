import type { ReactElement } from 'react';
import { hashed } from '../markup';
import type { PageView } from '../view';
import { momentOn, stamp } from './amounts';
import { Depth } from './chat-parts';
import { HiddenCopy, Tabs, useNewNodes } from './fusion';
import { type Feedback, masked } from './records';
import { filled, wordsFor } from './words';

/** Stars as a page may draw them. v1: five signs, the full ones marked, the number for screen readers; v2: a bar so wide. */
function Stars({ count, view }: { readonly count: number; readonly view: PageView }): ReactElement {
  const { feedback } = wordsFor(view.loc);
  if (view.query.stars === 'v2') {
    return (
      <span className={hashed('starBar', view.knobs)}>
        <i style={{ width: `${count * 20}%` }} />
      </span>
    );
  }
  return (
    <span className={hashed('stars', view.knobs)} role="img" aria-label={filled(feedback.stars, { n: count })}>
      {[1, 2, 3, 4, 5].map((at) => (
        <i key={at} className={`ait-rate-star ait-rate-star-${at <= count ? 'full' : 'zero'}`} aria-hidden="true">
          ★
        </i>
      ))}
    </span>
  );
}

/** A flag as the letters it is made of, so that no picture is needed. */
const flag = (country: string): string =>
  [...country].map((letter) => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0))).join('');

function translationOf(shown: Feedback, view: PageView): string | undefined {
  if (view.knobs.translation === 'none') return undefined;
  return view.loc === 'zh_CN' ? shown.zh : shown.lang === 'en' ? undefined : shown.en;
}

interface Actions {
  readonly onReply: (shown: Feedback) => void;
  readonly onReport: (isTrusted: boolean) => void;
}

function Row({
  shown,
  view,
  onReply,
  onReport,
}: Actions & { readonly shown: Feedback; readonly view: PageView }): ReactElement {
  const { feedback } = wordsFor(view.loc);
  const { order, buyer } = shown.scene;
  const item = order.items[0];
  const translation = translationOf(shown, view);
  return (
    <tr className="ait-table-row ait-table-row-level-0">
      <td className="ait-table-cell">
        <div className="product">
          <img src={`/assets/product/${item?.productId ?? ''}.svg`} alt="" width={44} height={44} />
          <div>
            <div className={hashed('itemTitle', view.knobs)}>{item?.title}</div>
            <div>
              {feedback.order}: <a href={`/m_apps/order-manage/orderDetail?orderId=${order.id}`}>{order.id}</a>
            </div>
          </div>
        </div>
      </td>
      <td className="ait-table-cell">
        <Stars count={shown.stars} view={view} />
        {shown.text === '' ? null : (
          <p className={hashed('reviewText', view.knobs)} dir="auto">
            {shown.text}
          </p>
        )}
        {translation === undefined ? null : (
          <p className={`${hashed('reviewTranslate', view.knobs)} translation`} dir="auto">
            {feedback.translated}: {translation}
          </p>
        )}
        <div className="pictures">
          {shown.photos.map((name) => (
            <img key={name} src={`/assets/product/${name}.svg`} alt="" width={56} height={56} />
          ))}
        </div>
      </td>
      <td className="ait-table-cell">
        <span dir="auto">{masked(buyer.name)}</span>
        <div className={hashed('country', view.knobs)}>
          <span aria-hidden="true">{flag(order.country)}</span> {order.country}
        </div>
      </td>
      <td className="ait-table-cell">
        <span className="ait-typography">{stamp(momentOn(view.now, shown.day, order.id), view)}</span>
      </td>
      <td className="ait-table-cell">
        {shown.replied ? (
          <span>{feedback.replied}</span>
        ) : (
          <button type="button" className="ait-btn ait-btn-link" onClick={() => onReply(shown)}>
            <span>{feedback.reply}</span>
          </button>
        )}
        <button
          type="button"
          className="ait-btn ait-btn-link"
          onClick={(event) => onReport(event.nativeEvent.isTrusted)}
        >
          <span>{feedback.report}</span>
        </button>
      </td>
    </tr>
  );
}

/** The newer feedback page. Pure. */
export function FeedbackList(
  props: Actions & { readonly shown: readonly Feedback[]; readonly view: PageView },
): ReactElement {
  const { shown, view, onReply, onReport } = props;
  const { feedback } = wordsFor(view.loc);
  const made = useNewNodes(view);
  const rows = (these: readonly Feedback[]): ReactElement[] =>
    these.map((each) => <Row key={each.key} shown={each} view={view} onReply={onReply} onReport={onReport} />);
  return (
    <div className="page">
      <h1>{feedback.title}</h1>
      <Tabs family="ait" names={feedback.tabs} active={1} />
      <HiddenCopy view={view}>
        <table>
          <tbody>{rows(shown.slice(-1))}</tbody>
        </table>
      </HiddenCopy>
      <Depth view={view}>
        <table className="ait-table" key={made}>
          <thead className="ait-table-thead">
            <tr>
              {feedback.columns.map((column) => (
                <th key={column} className="ait-table-cell">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="ait-table-tbody">{rows(shown)}</tbody>
        </table>
      </Depth>
      {shown.length === 0 ? <p className="empty">{feedback.empty}</p> : null}
    </div>
  );
}
