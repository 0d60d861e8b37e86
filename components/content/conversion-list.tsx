import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { cannotWords, heardWords, lineWords } from './conversion-words';
import { labelOr } from './labels';
import { takeFocus } from './take-focus';
import { Icon } from '../ui/icon';
import { useT, type Translate } from '../ui/translate';

/** The warning that the list's own first line already gives. */
const SAID_ABOVE = 'convert.warning.ambiguous';

// Two readings can be heard alike: CN 42 is an old label and a European one.
const keyOf = ({ start, heard, audience, category, kind, lines: [line] }: Conversion): string =>
  [start, heard, audience, category, kind, line?.label, line?.value].join(' ');

/** What an answer rests on. */
const basisWords = (t: Translate, { kind, sourceId }: Conversion['basis']): string =>
  kind === 'product'
    ? t('page.conversion.fromCard')
    : t(`convert.basis.${kind}`, { source: labelOr(t, `convert.source.${sourceId}`, sourceId) });

/** Every conversion with its answer, what it rests on, and what to beware of; arrow keys go from one to the next. */
export function ConversionList(props: {
  readonly conversions: readonly Conversion[];
  readonly onInsert: (conversion: Conversion) => void;
}) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const { conversions } = props;
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('button.p-primary') ?? [])];

  // Opened by a key, the next key inserts; a focus that is already inside, or elsewhere, stays where it is.
  useEffect(() => {
    takeFocus(buttons()[0]);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = buttons();
    if (!step || all.length === 0) return;
    event.preventDefault();
    const at = all.findIndex((button) => button === event.target);
    all.at((at + step) % all.length)?.focus();
  };
  const keys = { onKeyDown };
  return (
    <>
      {conversions.some(({ warnings }) => warnings.includes(SAID_ABOVE)) && (
        <p className="p-hint">{t('page.conversion.readings')}</p>
      )}
      <ul ref={list} className="p-list" {...keys}>
        {conversions.map((conversion) => (
          <li key={keyOf(conversion)} className="p-conversion">
            <span className="p-heard">
              <bdi>{heardWords(t, conversion)}</bdi>
              {/* Two readings of one number may be sizes of different things. */}
              {conversion.ambiguous && conversion.category && (
                <span className="p-label">
                  {' '}
                  {labelOr(t, `convert.category.${conversion.category}`, conversion.category)}
                </span>
              )}
            </span>
            <span className="p-answer">
              {conversion.lines.map((line) => (
                <b key={`${line.label} ${line.value}`}>
                  <bdi>{lineWords(t, line)}</bdi>
                </b>
              ))}
              {conversion.cannot && <span>{cannotWords(t, conversion.cannot)}</span>}
            </span>
            <span className="p-basis">
              {conversion.warnings
                .filter((warning) => warning !== SAID_ABOVE)
                .map((warning) => (
                  <span key={warning} className="p-warning">
                    <Icon name="warn" />
                    {labelOr(t, warning, warning.replace(/^.*\./, ''))}
                  </span>
                ))}
              {!conversion.cannot && (
                <span className="p-label" data-basis={conversion.basis.kind}>
                  {basisWords(t, conversion.basis)}
                </span>
              )}
            </span>
            {conversion.insertText !== '' && (
              <button
                type="button"
                className="p-primary"
                title={conversion.insertText}
                onClick={() => props.onInsert(conversion)}
              >
                {t('page.conversion.insert')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
