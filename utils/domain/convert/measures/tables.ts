/** What a unit measures. */
export type Dimension = 'length' | 'mass' | 'volume' | 'area' | 'temperature' | 'speed' | 'pressure';

/** One unit: a quantity in the base unit of its dimension is `(value + shift) * factor`. */
export interface UnitRow {
  readonly dimension: Dimension;
  /** Where it belongs: `metric`, `us`, `uk`, `cn` ... */
  readonly system: string;
  readonly factor: number;
  readonly shift?: number;
  /** Key of `sources`. */
  readonly source: string;
  /** Name of the unit for `Intl.NumberFormat`; a unit without one has a symbol of its own. */
  readonly intl?: string;
  readonly symbol?: string;
}

/** Units that show a quantity (several are written `in ft`) up to a size in the base unit; null: any size. */
export type ShownUnits = Readonly<Record<string, number | null>>;

/** Units with what people call them in the 14 reply languages; several names are joined by `|`. */
export interface UnitTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, UnitRow>>;
  readonly names: Readonly<Record<string, string>>;
  /** Names whose unit depends on the country (`fl oz`, `斤`); the row without a country is for all others. */
  readonly regional: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Names that are everyday words too: in a message they count only when a conversion is asked for. */
  readonly weak: string;
  /** System of units to the countries that use it; all others are metric. */
  readonly countries: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, Readonly<Record<string, ShownUnits>>>>;
}

/** Time zones of countries, and what people call zones. */
export interface ZoneTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly source: string;
  /** ISO code to IANA zones with different clocks, the most populous first. */
  readonly countries: Readonly<Record<string, string>>;
  /** Abbreviations such as `PST`; those with several meanings are left out. */
  readonly abbreviations: Readonly<Record<string, string>>;
}

/** Cities and states people name instead of a time zone. */
export interface PlaceTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly source: string;
  /** IANA zone to names of its cities and states, lower case, joined by `|`. */
  readonly places: Readonly<Record<string, string>>;
}

/** Days of the week without delivery, by country; 0 is Sunday. */
export interface WeekendTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly source: string;
  /** Countries with the same weekend, by its days: `"56"` is Friday and Saturday. All others rest on `"06"`. */
  readonly weekends: Readonly<Record<string, string>>;
}

/** Public holidays of the main destinations as days of a year. */
export interface HolidayTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly source: string;
  readonly license: string;
  /** Country, year, then days as `MMDD` separated by blanks. */
  readonly days: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One dated fact about duty or tax at a destination. */
export interface DutyRow {
  readonly id: string;
  /** ISO codes; `EU` stands for the member states. */
  readonly countries: readonly string[];
  readonly kind: 'duty' | 'tax' | 'fee';
  /** ISO days between which it holds, as far as known. */
  readonly since?: string;
  readonly until?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly source: string;
  readonly status: 'seen' | 'plan' | 'unverified';
  /** Set when it ends what sellers' old texts still promise. */
  readonly endsRelief?: string;
}

/** Duties and taxes by destination; facts with a date, never advice. */
export interface DutyTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly members: string;
  readonly rows: readonly DutyRow[];
}

/** Currencies by country, and the signs and words people write for them. */
export interface CurrencyTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly source: string;
  /** Currency to the countries that pay with it. */
  readonly countries: Readonly<Record<string, string>>;
  /** Currency to its names, lower case, joined by `|`. */
  readonly names: Readonly<Record<string, string>>;
  /** Signs of several currencies, the likeliest first. */
  readonly shared: Readonly<Record<string, string>>;
}

/** Everything units, times, deliveries, money and duties look up; comes from the catalogue. */
export interface MeasureTables {
  readonly units: UnitTable;
  readonly zones: ZoneTable;
  readonly weekends: WeekendTable;
  readonly currencies: CurrencyTable;
  readonly duties: DutyTable;
  /** Absent where they are not loaded yet: only countries have a time then. */
  readonly places?: PlaceTable;
  /** Absent where they are not loaded: delivery windows then count weekends only, and say so. */
  readonly holidays?: HolidayTable;
}
