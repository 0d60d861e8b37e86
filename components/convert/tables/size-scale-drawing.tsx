import type { OverviewRow, SizeOverview } from '@/utils/domain/convert/overview/size-overview';
import type { Ruler, SizeScale } from '@/utils/domain/convert/overview/size-scale';
import { useT } from '../../ui/translate';
import { systemName } from '../system-name';
import styles from './tables.module.css';

const WIDTH = 760;
const NAMES = 92;
/** Room between a ruler's name and its first label. */
const GAP = 28;
const EDGE = 28;
const TOP = 30;
const ROW = 34;
/** Closer labels would touch. */
const LEAST_GAP = 26;
const STEPS = [1, 2, 5, 10, 20, 50];

/** A measure's place on the drawing, in its own pixels. */
type Place = (at: number) => number;

const placeOn = ({ from, to }: SizeScale): Place => {
  const width = WIDTH - NAMES - EDGE - GAP;
  return (at) => NAMES + GAP + ((at - from) / (to - from)) * width;
};

/** Round numbers of the axis, 60 to 110 pixels apart. */
function axisOf(scale: SizeScale, place: Place): readonly number[] {
  const { from, to } = scale;
  const step = STEPS.find((size) => place(from + size) - place(from) >= 48) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step);
}

function RulerDrawing({
  ruler,
  top,
  place,
  marker,
}: {
  readonly ruler: Ruler;
  readonly top: number;
  readonly place: Place;
  readonly marker: number | null;
}) {
  const t = useT();
  let last = -Infinity;
  const shown = ruler.ticks.map(({ label, at }) => {
    const x = place(at);
    const isClear = x - last >= LEAST_GAP || at === marker;
    if (isClear) last = x;
    return { label, at, x, isClear };
  });
  return (
    <g>
      <text className={styles.rulerName} x={NAMES - 6} y={top + 5} textAnchor="end">
        {systemName(t, ruler.system)}
      </text>
      <line className={styles.ruler} x1={NAMES + GAP} x2={WIDTH - EDGE} y1={top + 12} y2={top + 12} />
      {shown.map(({ label, at, x, isClear }) => (
        <g key={label}>
          <line className={styles.ruler} x1={x} x2={x} y1={isClear ? top + 6 : top + 9} y2={top + 12} />
          {isClear && (
            <text className={at === marker ? styles.tickMarked : styles.tick} x={x} y={top + 3} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** What the drawing says, in words: the span of every ruler and the size asked. */
function wordsOf(t: ReturnType<typeof useT>, scale: SizeScale): string {
  const spans = scale.rulers.map(({ system, ticks }) =>
    t('convert.scale.span', {
      system: systemName(t, system),
      from: ticks[0]?.label ?? '',
      to: ticks.at(-1)?.label ?? '',
    }),
  );
  const { from, to, unit, measure } = scale;
  return `${t('convert.scale.alt', { measure: systemName(t, measure), from: Math.round(from), to: Math.round(to), unit })} ${spans.join('; ')}.`;
}

/**
 * The systems as parallel rulers over the measure of the body, with a line at the size asked. Drawn from left to right in
 * every interface language, as rulers are.
 */
export function SizeScaleDrawing(props: {
  readonly scale: SizeScale;
  readonly overview: SizeOverview;
  /** Measure of the size asked; null while none is asked. */
  readonly at: number | null;
  readonly asked: OverviewRow | undefined;
}) {
  const t = useT();
  const { scale, overview, at, asked } = props;
  const place = placeOn(scale);
  const bottom = TOP + scale.rulers.length * ROW + 8;
  const words = asked?.cells
    .map((cell, column) => (cell ? `${systemName(t, overview.systems[column] ?? '')} ${cell.size}` : ''))
    .filter((word, column) => word !== '' && scale.rulers.some(({ system }) => system === overview.systems[column]))
    .join(' · ');
  return (
    <figure className={styles.figure}>
      <div className={styles.drawing} dir="ltr">
        <svg viewBox={`0 0 ${WIDTH} ${bottom + 34}`} role="img" aria-label={wordsOf(t, scale)}>
          {at !== null && <line className={styles.marker} x1={place(at)} x2={place(at)} y1={16} y2={bottom} />}
          {scale.rulers.map((ruler, index) => (
            <RulerDrawing key={ruler.system} ruler={ruler} top={TOP + index * ROW} place={place} marker={at} />
          ))}
          <line className={styles.axis} x1={NAMES + GAP} x2={WIDTH - EDGE} y1={bottom} y2={bottom} />
          <text className={styles.rulerName} x={NAMES - 6} y={bottom + 16} textAnchor="end">
            {scale.unit}
          </text>
          {axisOf(scale, place).map((value) => (
            <g key={value}>
              <line className={styles.axis} x1={place(value)} x2={place(value)} y1={bottom} y2={bottom + 5} />
              <text className={styles.tick} x={place(value)} y={bottom + 18} textAnchor="middle">
                {value}
              </text>
            </g>
          ))}
          {at !== null && (
            <text className={styles.tickMarked} x={place(at)} y={11} textAnchor="middle">
              {`${Math.round(at)} ${scale.unit}`}
            </text>
          )}
        </svg>
      </div>
      <figcaption>{at === null || !words ? t('convert.scale.hint') : t('convert.scale.asked', { words })}</figcaption>
    </figure>
  );
}
