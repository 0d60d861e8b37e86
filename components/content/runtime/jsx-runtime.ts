import { h } from 'preact';

type Element = (type: Parameters<typeof h>[0], props: Record<string, unknown>, key?: string | number) => unknown;

/** The automatic JSX runtime on Preact's own element function; children come inside the props. */
export const jsx: Element = (type, props, key) =>
  h(type as never, (key === undefined ? props : { ...props, key }) as never);

/** With several children: the same to Preact. */
export const jsxs: Element = (type, props, key) => jsx(type, props, key);

export { Fragment } from 'preact';
