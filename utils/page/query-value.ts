/**
 * The value of a URL parameter, whatever the case of its key (`orderID`, `orderId`), looked for in the query and then
 * in the query part of a hash route (`#/window?channelId=1`).
 */
export function queryValue(url: URL, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const hashQuery = url.hash.includes('?') ? url.hash.slice(url.hash.indexOf('?') + 1) : '';
  for (const query of [url.search, hashQuery])
    for (const [key, value] of new URLSearchParams(query))
      if (key.toLowerCase() === wanted && value.trim() !== '') return value.trim();
  return undefined;
}
