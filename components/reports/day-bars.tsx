import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

const HEIGHT = 180;
const VALUES = 44;

/** Upright bars in the order of time. A picture of the table below it, which says the same. */
export function DayBars(props: {
  readonly items: readonly { readonly name: string; readonly value: number }[];
  readonly isRtl: boolean;
}) {
  const { items, isRtl } = props;
  const tick = { fill: 'var(--parley-text-quiet)', fontSize: 12 };
  return (
    // Coordinates of a drawing have no direction: it is mirrored by where the first day and the values stand.
    <div aria-hidden="true" dir="ltr">
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart data={[...items]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis dataKey="name" reversed={isRtl} tickLine={false} tick={tick} minTickGap={24} />
          <YAxis
            orientation={isRtl ? 'right' : 'left'}
            width={VALUES}
            allowDecimals={false}
            axisLine={false}
            tickLine={false}
            tick={tick}
          />
          <Tooltip
            cursor={{ fill: 'var(--parley-bg-hover)' }}
            contentStyle={{ background: 'var(--parley-bg)', border: '1px solid var(--parley-line)', borderRadius: 6 }}
            formatter={(value) => [value, '']}
            separator=""
            isAnimationActive={false}
          />
          <Bar
            dataKey="value"
            fill="var(--parley-accent)"
            radius={[2, 2, 0, 0]}
            maxBarSize={28}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
