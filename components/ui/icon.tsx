const PATHS = {
  check: 'M3.5 8.5l3 3 6-7',
  warn: 'M8 2.2L14.3 13.5H1.7zM8 6.5v3.2M8 11.6v.1',
  block: 'M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4zM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  info: 'M8 2a6 6 0 110 12A6 6 0 018 2zM8 7.3v3.9M8 4.9V5',
  note: 'M3 2.5h10v7.7l-3.3 3.3H3zM9.7 13.5v-3.3H13M5.5 5.7h5M5.5 8.2h3',
  menu: 'M8 3.4v.1M8 8v.1M8 12.6v.1',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.2l4 4 4-4',
  insert: 'M8 2.5v7.4M4.9 7L8 10.1 11.1 7M3 13.2h10',
  swap: 'M2.5 5.5h10M9.8 2.8l2.7 2.7-2.7 2.7M13.5 10.5h-10M6.2 7.8l-2.7 2.7 2.7 2.7',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  pulse: 'M1.5 8.5h3l1.8-4.5 3 8 1.7-3.5h3.5',
  logo: 'M2.5 3h11v8H8.6L5.2 13.6V11H2.5zM5.4 7.1L7.3 9l3.4-3.9',
} as const;

/** The pictures the interface uses. */
export type IconName = keyof typeof PATHS;

/** A 16 px line drawing in the colour of the text; always beside words or inside a named control. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="p-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
