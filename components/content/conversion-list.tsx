import type { Conversion } from '@/utils/domain/convert/conversion';
import { heardWords, lineWords } from './conversion-words';
import { labelOr } from './labels';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** The warning that the list's own first line already gives. */
const SAID_ABOVE = 'convert.warning.ambiguous';

/** Every conversion with its answer, what it rests on, and what to beware of. */
export function ConversionList(props: {
  readonly conversions: readonly Conversion[];
  readonly onInsert: (index: number) => void;
}) {
  const t = useT();
  const { conversions } = props;
  return (
    <>
      {conversions.some((conversion) => conversion.ambiguous) && (
        <p className="p-hint">{t('page.conversion.readings')}</p>
      )}
      <ul className="p-list">
        {conversions.map((conversion, index) => (
          <li key={`${conversion.start} ${conversion.heard} ${conversion.audience ?? ''}`} className="p-conversion">
            <bdi className="p-heard">{heardWords(t, conversion)}</bdi>
            <span className="p-answer">
              {conversion.lines.map((line) => (
                <b key={line.label}>
                  <bdi>{lineWords(t, line)}</bdi>
                </b>
              ))}
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
              <span className="p-label">
                {t(`convert.basis.${conversion.basis.kind}`, {
                  source: labelOr(t, `convert.source.${conversion.basis.sourceId}`, conversion.basis.sourceId),
                })}
              </span>
            </span>
            <button
              type="button"
              className="p-primary"
              title={conversion.insertText}
              onClick={() => props.onInsert(index)}
            >
              {t('page.conversion.insert')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
