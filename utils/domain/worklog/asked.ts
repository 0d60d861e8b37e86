/** What a message answered, where the answer is a conversion: what came of it is looked at later. */

/** A question about a size, or about a plug and its voltage. */
export type Asked = 'size' | 'plug';

const intents: Readonly<Record<string, Asked>> = { size_advice: 'size', plug_voltage: 'plug' };

/** The intents of questions a conversion answers. */
export const askedIntents: readonly string[] = Object.keys(intents);

/** What a message of this intent asked; undefined for every other intent. */
export const askedIn = (intent: string | undefined): Asked | undefined =>
  intent !== undefined && Object.hasOwn(intents, intent) ? intents[intent] : undefined;
