// A profile names the fields of every page of a marketplace; a script for conversations needs those of conversations.
const conversationPages = new Set(['inbox', 'contact', 'shell', 'chat', 'panel']);

/** Fields for the lists inside a conversation's page are read by the script for lists. */
const listFields = /^thread(?:Row|Name|Text)$/;

/** Leaves the fields of other pages out of the profile a conversation's script is built with: a kilobyte less to load. */
export function conversationFields() {
  return {
    name: 'parley:conversation-fields',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/marketplaces\/amazon\/profile\.json$/.test(id)) return null;
      const profile = JSON.parse(code);
      // Where and when a selector was seen is for people who read the profile.
      const fields = Object.entries(profile.fields)
        .filter(([name, { page }]) => conversationPages.has(page) && !listFields.test(name))
        .map(([name, { structure, semantic }]) => [name, { page: '', seen: '', structure, semantic }]);
      const { version } = profile;
      return { code: JSON.stringify({ version, fields: Object.fromEntries(fields) }), map: null };
    },
  };
}

/** Whether a group of entries is the script for conversations of a marketplace. */
export const isConversationScript = (entries) => entries.every(({ name }) => name.endsWith('-assistant'));
