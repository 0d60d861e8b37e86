import type { ReactNode } from 'react';

/** Words for screen readers only; the class must be styled by whoever brings the style sheet. */
export const VisuallyHidden = ({ id, children }: { readonly id?: string; readonly children: ReactNode }) => (
  <span id={id} className="p-hidden">
    {children}
  </span>
);
