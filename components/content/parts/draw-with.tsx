import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { TranslateProvider } from '@/components/ui/translate';
import type { MountPart, PartName, PartProps } from './offered-parts';

/** What a part is drawn from, and which. */
export type NamedPart = PartProps & { readonly name: PartName };

/** Styles of one script's parts, once in each root of Parley's. */
function addStyles(css: string, script: string, container: Element): void {
  const root = container.getRootNode();
  const holder = root instanceof ShadowRoot ? root : document.head;
  if (css === '' || holder.querySelector(`style[data-parts="${script}"]`)) return;
  const style = document.createElement('style');
  style.dataset['parts'] = script;
  style.textContent = css;
  holder.append(style);
}

/** Draws the parts of one script, each in a root of its own, with the styles that only they need. */
export const drawWith =
  (css: string, script: string, draw: (part: NamedPart) => ReactNode): MountPart =>
  (name, container) => {
    addStyles(css, script, container);
    const root = createRoot(container);
    return {
      update: (props) =>
        root.render(<TranslateProvider value={props.translate}>{draw({ name, ...props })}</TranslateProvider>),
      // Later: React refuses to take a root away while it draws another one.
      unmount: () => queueMicrotask(() => root.unmount()),
    };
  };
