/** The element whose shadow root a node stands in; null in the light DOM. By shape and not by class: frames have classes of their own. */
export const shadowHost = (node: Node): Element | null => {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
};
