/** What a sentinel says when a page needs the assistant. */
export const NEED_ASSISTANT = 'parley:need-assistant';
