/** Variables of replies that say something of the product and not of the order, with the field of the product card. */
const FIELDS: Readonly<Record<string, string>> = {
  voltageRange: 'deviceInput',
  plugType: 'devicePlug',
  material: 'material',
  boxContents: 'boxContents',
  warranty: 'warranty',
  manual: 'manual',
};

/** The variables with their fields. */
export const productVariables: readonly (readonly [variable: string, field: string])[] = Object.entries(FIELDS);

/** The field of the product card a variable's value belongs to; undefined when it is no property of the product. */
export const productFieldOf = (variable: string): string | undefined => FIELDS[variable];
