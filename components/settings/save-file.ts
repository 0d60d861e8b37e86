import type { BlobFile, TextFile } from '../dashboard/app-context';

const blobOf = (file: TextFile | BlobFile): Blob =>
  'blob' in file ? file.blob : new Blob([file.text], { type: file.type ?? 'application/json' });

/** Hands a file to the person as a download; no permission is needed and no other page is involved. */
export const saveFile = (file: TextFile | BlobFile): void => {
  const url = URL.createObjectURL(blobOf(file));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has its own hold on the file once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
