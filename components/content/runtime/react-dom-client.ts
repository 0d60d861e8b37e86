import { render, type ComponentChild } from 'preact';

/** React's way to mount, on Preact; stands in React's place in the bundles of the seller page. */
export const createRoot = (container: Element) => ({
  render: (tree: ComponentChild) => render(tree, container),
  unmount: () => render(null, container),
});
