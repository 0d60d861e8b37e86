/** A star in outline, or full for favourites. */
export const Star = ({ isOn }: { readonly isOn: boolean }) => (
  <svg className="p-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d="M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z"
      fill={isOn ? 'currentColor' : undefined}
    />
  </svg>
);
