import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

const ROLES = { notes: 'complementary', conversions: 'region', other: 'group' } as const;

/**
 * A part that opens under the bar, in the flow: it covers neither the conversation nor the text box, and no
 * scroll container of the page can cut it off. Takes the focus on opening, closes on Esc.
 */
export function Drawer(props: {
  readonly kind: keyof typeof ROLES;
  /** What it holds, for its size. */
  readonly part?: string;
  readonly label: string;
  /** A heading other than the label; the label stays the accessible name. */
  readonly heading?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const root = box.current?.getRootNode() as Document | ShadowRoot | undefined;
    // What is inside may have taken the focus already.
    if (!root || box.current?.contains(root.activeElement)) return;
    (box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current)?.focus();
  }, []);
  return (
    <section
      ref={box}
      className="p-drawer"
      data-part={props.part}
      role={ROLES[props.kind]}
      aria-label={props.label}
      tabIndex={-1}
    >
      <div className="p-drawer-head">
        <h2 dir="auto">{props.heading ?? props.label}</h2>
        <button type="button" className="p-tool" aria-label={t('page.drawer.close')} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </div>
      {props.children}
    </section>
  );
}
