import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** One bar: how it is called, how long it is, and its value in words. */
export interface BarItem {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

const ROW = 26;
const NAMES = 170;
const LONGEST_NAME = 26;

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** Bars beneath each other, the value beside each. A picture of the table below it, which says the same. */
export function ReportBars({ items, isRtl }: { readonly items: readonly BarItem[]; readonly isRtl: boolean }) {
  return (
    // Coordinates of a drawing have no direction: it is mirrored by where names and values stand.
    <div aria-hidden="true" dir="ltr">
      <ResponsiveContainer width="100%" height={items.length * ROW + 8}>
        <BarChart
          data={[...items]}
          layout="vertical"
          margin={{ top: 4, right: isRtl ? 0 : 56, bottom: 4, left: isRtl ? 56 : 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide reversed={isRtl} />
          <YAxis
            type="category"
            dataKey="name"
            width={NAMES}
            orientation={isRtl ? 'right' : 'left'}
            interval={0}
            axisLine={false}
            tickLine={false}
            tickFormatter={shortened}
            tick={{ fill: 'var(--parley-text)', fontSize: 12 }}
          />
          <Tooltip
            cursor={{ fill: 'var(--parley-bg-hover)' }}
            contentStyle={{ background: 'var(--parley-bg)', border: '1px solid var(--parley-line)', borderRadius: 6 }}
            formatter={(_value, _name, { payload }) => [(payload as BarItem).label, '']}
            separator=""
            isAnimationActive={false}
          />
          <Bar
            dataKey="value"
            fill="var(--parley-accent)"
            radius={3}
            barSize={14}
            isAnimationActive={false}
            label={{
              position: isRtl ? 'left' : 'right',
              fill: 'var(--parley-text-quiet)',
              fontSize: 12,
              formatter: (value: unknown) => items.find((item) => item.value === value)?.label ?? String(value),
            }}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
