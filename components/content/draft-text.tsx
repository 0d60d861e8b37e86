import type { Draft } from '@/utils/domain/replies/draft';
import { useT } from '../ui/translate';
import { dayLabel, directionOf, variableLabel } from './labels';

/** A draft as it stands, with every place that still needs a value visibly marked. */
export function DraftText(props: {
  readonly draft: Draft;
  readonly id?: string;
  readonly className: string;
  /** What has been typed in so far, by variable. */
  readonly values?: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const { draft, values } = props;
  return (
    <p id={props.id} className={props.className} lang={draft.lang} dir="auto">
      {draft.blocks.map((block, place) => (
        <span key={block.id}>
          {place > 0 && block.before}
          {block.segments.map((segment, index) => {
            if (segment.kind === 'text') return <span key={index}>{segment.text}</span>;
            const value = values?.[segment.variable];
            return (
              <mark
                key={index}
                className={value ? 'p-filled' : 'p-open'}
                dir={value ? 'auto' : directionOf(draft.lang)}
              >
                {value ? dayLabel(value, draft.lang) : (segment.label ?? variableLabel(t, segment.variable))}
              </mark>
            );
          })}
        </span>
      ))}
    </p>
  );
}
