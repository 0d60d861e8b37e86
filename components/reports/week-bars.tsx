import styles from './radar.module.css';

const BAR = 10;
const GAP = 3;
const HEIGHT = 36;
/** Even nothing is seen to have been looked at. */
const LEAST = 1.5;

/** Small bars, one a week, the newest at the end; those that are talked about stand out, and all are said in words. */
export function WeekBars(props: {
  readonly weeks: readonly number[];
  readonly highlighted: number;
  readonly label: string;
}) {
  const { weeks, highlighted, label } = props;
  const most = Math.max(1, ...weeks);
  const width = weeks.length * (BAR + GAP) - GAP;
  return (
    <svg className={styles.weeks} role="img" data-weeks aria-label={label} width={width} height={HEIGHT}>
      {weeks.map((count, at) => {
        const height = Math.max(LEAST, (count / most) * HEIGHT);
        return (
          <rect
            // Weeks have no other name than their place.
            key={at}
            className={at >= weeks.length - highlighted ? styles.now : styles.then}
            x={at * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1.5}
          />
        );
      })}
    </svg>
  );
}
