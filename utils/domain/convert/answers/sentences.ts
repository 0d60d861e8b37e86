/**
 * Names of the sentences and words answers are written with. English (`utils/catalog/sentences/en.json`) has them all and
 * shows what each says; every other language has exactly the same names. `{{name}}` is replaced by a finished value.
 */
export const SENTENCE_NAMES = [
  // Sizes: the whole answer, a value with its range, and what to compare with.
  'size', 'shoeSize', 'sizeRange', 'shoeCheck', 'clothesCheck', 'braCheck', 'ringCheck', 'measureCheck', 'asianSize',
  // Measures of a body, each with its value, and the size they lead to.
  'measured', 'height', 'weight', 'footLength', 'chest', 'bust', 'underbust', 'waist', 'hip', 'head', 'hand', 'finger',
  'neck',
  // Sizes that are measures or ages: of a ring, of trousers, of children's clothes.
  'inseam', 'circumference', 'diameter', 'age', 'asian',
  // What this desk's product card adds.
  'runsSmall', 'runsLarge', 'runsSmallOnly', 'runsLargeOnly', 'ourDevice', 'fits', 'fitsSwitched', 'needsConverter',
  'tooStrong', 'frequencyDiffers', 'ourPlug', 'plugFits', 'checkPlug', 'usb',
  // Mains supply and the device.
  'mains', 'mainsByRegion', 'deviceFits', 'deviceSwitch', 'deviceConverter', 'deviceTooStrong', 'deviceAdapter',
  'deviceSomePlaces', 'heaterWatts', 'listed',
  'checkLabel',
  // Units, time, delivery, money.
  'unit', 'unitAbout', 'timeNow', 'localTime', 'clock', 'clockNextDay', 'clockDayBefore', 'delivery', 'deliveryDay',
  'deliveryHolidays', 'deliveryWeekends', 'money',
  // A size with whom it is for; a foot's length in place of a size.
  'women', 'men', 'kids', 'unisex', 'foot',
  // Between items of a list, before its last one, and between sentences.
  'comma', 'both', 'join',
] as const; // prettier-ignore

export type SentenceName = (typeof SENTENCE_NAMES)[number];

/** Sentences of one reply language. */
export type AnswerSentences = Readonly<Record<SentenceName, string>>;
