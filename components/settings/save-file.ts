/** Hands a text to the person as a download; no permission is needed and no other page is involved. */
export const saveFile = (file: { readonly name: string; readonly text: string; readonly type?: string }): void => {
  const { name, text, type = 'application/json' } = file;
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the file once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
