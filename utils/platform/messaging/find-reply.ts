/** Name of the browser's request to look for a reply: a key the agent has chosen in the browser's own settings. */
export const FIND_REPLY = 'parley:find-reply';
