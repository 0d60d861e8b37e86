/** Frames smaller than this hold no page of their own: pixels, widgets, advertisements. Units: CSS pixels. */
const SMALLEST = { width: 200, height: 120 };

/** The pages of the same origin that a page shows in frames of a readable size, in its light DOM. */
export function innerPages(doc: Document): readonly Document[] {
  return [...doc.querySelectorAll('iframe')].flatMap((frame) => {
    if (frame.clientWidth < SMALLEST.width || frame.clientHeight < SMALLEST.height) return [];
    try {
      return frame.contentDocument ?? [];
    } catch {
      // A frame of another origin is not ours to look into.
      return [];
    }
  });
}
