/**
 * What the components of the seller page use of React, on Preact: the build puts this in React's place there
 * (docs/adr/0002). `preact/compat` would do the same and more, for 4 kB more in every document.
 */
import { options, type VNode } from 'preact';

export { createContext, createElement } from 'preact';
export {
  useCallback,
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';

type Props = Record<string, unknown>;
const TEXT_FIELDS = new Set<unknown>(['input', 'textarea']);

// React calls `onChange` of a text field at every input; the browser's own `change` comes when it is left.
options.vnode = (vnode: VNode) => {
  const props = vnode.props as Props;
  if (TEXT_FIELDS.has(vnode.type) && props.onChange) {
    props.onInput = props.onChange;
    delete props.onChange;
  }
};

// React wraps events and keeps the browser's own inside; ours are the browser's own.
options.event = (event: Event) => Object.assign(event, { nativeEvent: event });
