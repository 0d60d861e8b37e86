/** The address a page speaks for: an about:blank frame has no path of its own, its base is the page that made it. */
export const ownUrl = (url: URL, doc: Document): URL =>
  url.protocol === 'about:' && URL.canParse(doc.baseURI) ? new URL(doc.baseURI) : url;
