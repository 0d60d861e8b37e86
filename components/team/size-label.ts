const UNITS = [
  { unit: 'megabyte', bytes: 1_000_000 },
  { unit: 'kilobyte', bytes: 1_000 },
  { unit: 'byte', bytes: 1 },
] as const;

/** A size as a person reads it, such as "4.2 MB". Units: bytes. */
export const sizeLabel = (bytes: number, uiLang: string): string => {
  // 999,950 bytes would round to "1,000 kB".
  const found = UNITS.find((one) => bytes >= one.bytes * 0.9995) ?? UNITS[2];
  const value = bytes / found.bytes;
  return new Intl.NumberFormat(uiLang, {
    style: 'unit',
    unit: found.unit,
    unitDisplay: found.unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 && found.unit !== 'byte' ? 1 : 0,
  }).format(value);
};
