/** What is written in the interface language: names of things and what agents have typed. */
export interface DemoWords {
  /** Language of these words. */
  readonly lang: 'en' | 'zh';
  /** Titles of the products, by SKU. */
  readonly titles: Readonly<Record<string, string>>;
  /** Names of the shops, by their ids. */
  readonly shops: Readonly<Record<string, string>>;
  /** Reasons for returns as pages word them, by id of the reason. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Notes by what they are about; `{{product}}` is put in. */
  readonly notes: Readonly<Record<'plain' | 'melted' | 'small' | 'late' | 'wholesale' | 'repeat', readonly string[]>>;
  readonly tags: Readonly<Record<'vip' | 'wholesale' | 'careful' | 'gift' | 'waiting', string>>;
  /** Entries of the work log by department. */
  readonly entries: Readonly<
    Record<'sales' | 'inventory' | 'product-status' | 'logistics' | 'platform' | 'suggestion', readonly string[]>
  >;
  /** Entries about problems of products, by reason. */
  readonly problems: Readonly<Record<'defective' | 'size_not_fit' | 'delivery_delayed' | 'damaged', readonly string[]>>;
  /** Why a message was sent although a rule held it, and why a rule is muted. */
  readonly overrides: readonly string[];
  readonly mutes: readonly string[];
  /** What cards of products say, by field and SKU. */
  readonly cards: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** First and last names by script; the last names are things, so that nobody is meant. */
export interface DemoNames {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Between the two; a blank where there is none. */
  readonly between?: string;
  /** The family name stands first. */
  readonly isLastFirst?: true;
}
