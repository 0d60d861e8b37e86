/** Focuses a part's first control when the drawer it opened in still has the focus itself: its script came after the drawer. */
export function takeFocus(control: HTMLElement | null | undefined): void {
  const root = control?.getRootNode() as Document | ShadowRoot | undefined;
  if (control && root?.activeElement && root.activeElement === control.closest('.p-drawer')) control.focus();
}
