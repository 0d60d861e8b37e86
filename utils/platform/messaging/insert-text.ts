/** Name of the popup's request to write a text where the agent writes. */
export const INSERT_TEXT = 'parley:insert-text';
