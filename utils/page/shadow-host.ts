/** The element whose shadow root a node stands in; null in the light DOM. By shape and not by class: frames have classes of their own. */
export const shadowHost = (node: Node): Element | null => {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
};

/** The roots whose scrolling moves a node: its own and every one around it, as `scroll` does not leave a root. */
export const rootsAround = (node: Node): readonly Node[] => {
  const roots: Node[] = [];
  for (let at: Node | null = node; at; at = shadowHost(at)) roots.push(at.getRootNode());
  return roots;
};
