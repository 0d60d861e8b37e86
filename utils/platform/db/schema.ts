import type { Dexie, EntityTable } from 'dexie';
import type {
  AgentRow,
  ArchiveRow,
  BuyerRow,
  ChangedRow,
  ContactRow,
  CounterRow,
  DraftRow,
  EntryRow,
  EventRow,
  FollowUpRow,
  ImportPartRow,
  ImportRow,
  LogRow,
  MuteRow,
  NoteRow,
  OrderRow,
  OverrideRow,
  ProductRow,
  PromiseRow,
  RuleRow,
  SearchPartRow,
  SettingRow,
  ShopRow,
  TallyChangeRow,
  TallyRow,
  TemplateEditRow,
  TemplateRow,
  TemplateVersionRow,
} from '@/utils/domain/records';

/** The tables of the database by name; the second parameter is the primary key. */
export interface Tables {
  readonly shops: EntityTable<ShopRow, 'id'>;
  readonly agents: EntityTable<AgentRow, 'id'>;
  readonly buyers: EntityTable<BuyerRow, 'key'>;
  readonly orders: EntityTable<OrderRow, 'id'>;
  readonly events: EntityTable<EventRow, 'id'>;
  readonly products: EntityTable<ProductRow, 'id'>;
  readonly contacts: EntityTable<ContactRow, 'id'>;
  readonly promises: EntityTable<PromiseRow, 'id'>;
  readonly followUps: EntityTable<FollowUpRow, 'id'>;
  readonly notes: EntityTable<NoteRow, 'id'>;
  readonly settings: EntityTable<SettingRow, 'name'>;
  readonly log: EntityTable<LogRow, 'id'>;
  readonly mutes: EntityTable<MuteRow, 'id'>;
  readonly overrides: EntityTable<OverrideRow, 'id'>;
  readonly rules: EntityTable<RuleRow, 'id'>;
  readonly templates: EntityTable<TemplateRow, 'id'>;
  readonly templateVersions: EntityTable<TemplateVersionRow, 'id'>;
  readonly templateEdits: EntityTable<TemplateEditRow, 'id'>;
  readonly drafts: EntityTable<DraftRow, 'threadKey'>;
  readonly entries: EntityTable<EntryRow, 'id'>;
  readonly archive: EntityTable<ArchiveRow, 'id'>;
  readonly counters: EntityTable<CounterRow, 'facet'>;
  readonly changed: EntityTable<ChangedRow, 'n'>;
  readonly searchParts: EntityTable<SearchPartRow, 'id'>;
  readonly imports: EntityTable<ImportRow, 'id'>;
  readonly importParts: EntityTable<ImportPartRow, 'id'>;
  readonly tallies: EntityTable<TallyRow, 'id'>;
  readonly tallyChanges: EntityTable<TallyChangeRow, 'n'>;
}

/** The open database. */
export type Db = Dexie & Tables;

/**
 * Every version of the database once, oldest first; a later version lists only the tables that change.
 * A new version needs `tests/fixtures/db/v<N>.json`, a frozen example of the version before its upgrade.
 * No table has more than four indexes beside its key: each one is paid for in every write.
 */
export const schemaVersions: readonly Readonly<Partial<Record<keyof Tables, string>>>[] = [
  {
    shops: 'id, marketplace',
    agents: 'id',
    buyers: 'key, *aliases, lastSeen, displayName, *tags',
    orders: 'id, buyerKey',
    products: 'id, sku, productId',
    contacts: 'id, [buyerKey+at], at',
    promises: 'id, buyerKey, [done+dueOn]',
    followUps: 'id, buyerKey, [done+dueOn]',
    notes: 'id, [buyerKey+deleted+createdAt]',
    settings: 'name',
    log: 'id, at',
    drafts: 'threadKey, savedAt',
  },
  { events: 'id, buyerKey, at' },
  { mutes: 'id', overrides: 'id, at' },
  { templates: 'id', templateVersions: 'id, templateId', templateEdits: 'id, templateId' },
  {
    // `facets` serves every list of buyers, so that `lastSeen` and `tags` need no index of their own (ADR 13).
    buyers: 'key, *aliases, displayName, *facets, recheckOn',
    followUps: 'id, buyerKey, [done+dueAt]',
    log: 'id, at, buyerKey',
    entries: 'id, day',
    archive: 'id, *aliases',
    counters: 'facet',
    changed: '++n',
    searchParts: 'id',
  },
  { imports: 'id', importParts: 'id, *keys' },
  { rules: 'id' },
  // Product reviews belong to nobody, and are counted out of their rows.
  { tallies: 'id', tallyChanges: '++n', events: 'id, buyerKey, at, [kind+at]' },
  // The same tables; counts lie in sheets and months (ADR 20).
  {},
];

/** The newest version this build knows. */
export const schemaVersion = schemaVersions.length;
