import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import type { PageView } from '../view';

/** A button of the Fusion family; the text sits in a helper element. */
export function NextButton(props: {
  readonly children: string;
  readonly isPrimary?: boolean;
  readonly onClick?: (isTrusted: boolean) => void;
}): ReactElement {
  return (
    <button
      type="button"
      className={`next-btn next-medium ${props.isPrimary ? 'next-btn-primary' : 'next-btn-normal'}`}
      onClick={(event) => props.onClick?.(event.nativeEvent.isTrusted)}
    >
      <span className="next-btn-helper">{props.children}</span>
    </button>
  );
}

/** A single line field of the Fusion family. */
export function NextInput({ label, hint }: { readonly label: string; readonly hint?: string }): ReactElement {
  return (
    <label className="filter">
      <span>{label}</span>
      <span className="next-input next-medium">
        <input type="text" placeholder={hint} autoComplete="off" />
      </span>
    </label>
  );
}

/** Tabs of either family; they change nothing, the data stays. */
export function Tabs(props: {
  readonly names: readonly string[];
  readonly family: 'next' | 'ait';
  readonly active?: number;
}): ReactElement {
  const { family, active = 0 } = props;
  return (
    <div className={`${family}-tabs-nav`} role="tablist">
      {props.names.map((name, at) => (
        <div key={name} className={`${family}-tabs-tab`} role="tab" aria-selected={at === active}>
          {name}
        </div>
      ))}
    </div>
  );
}

/** The pager of the Fusion family. */
export function NextPager(props: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}): ReactElement {
  const { page, pages, onPage } = props;
  return (
    <div className="next-pagination">
      <button
        type="button"
        className="next-btn next-pagination-item prev"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        ‹
      </button>
      <span className="next-pagination-display">
        {page}/{pages}
      </span>
      <button
        type="button"
        className="next-btn next-pagination-item next"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        ›
      </button>
    </div>
  );
}

/**
 * A number that grows whenever the page makes new nodes of what it shows; used as a key.
 *
 * `rerender=swapNode`: once, 900 ms after the page was drawn. `every2s`: every two seconds.
 */
export function useNewNodes(view: PageView): number {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const { rerender } = view.knobs;
    if (rerender === 'swapNode') {
      const once = setTimeout(() => setTimes(1), 900);
      return () => clearTimeout(once);
    }
    if (rerender !== 'every2s') return;
    const timer = setInterval(() => setTimes((before) => before + 1), 2000);
    return () => clearInterval(timer);
  }, [view]);
  return times;
}

/** A copy for another window width that is there but not shown. */
export function HiddenCopy({ view, children }: { readonly view: PageView; readonly children: ReactNode }): ReactNode {
  return view.knobs.dup === '1' ? (
    <div className="narrow-only" aria-hidden="true">
      {children}
    </div>
  ) : null;
}
