/** Who we are to the team, and who it is: one key of ours, and the cards of others. */
import { cardName, formatCard, readCard, type Card } from '../../domain/bundles/team-card';
import type { AgentId } from '../../domain/ids';
import { err, ok, type Result } from '../../domain/result';
import { mostRecipients } from '../../platform/bundles/age-file';
import { rulesTopic } from '../../platform/settings/rules-topic';
import { isRecipient, newKey } from '../../platform/bundles/identity';
import type { ApiProblem, ApiResult } from '../api';
import type { BundlesApi, Mate, Team } from '../bundles-api';
import { announcing, changing, noShop, reading, type Change, type RecordDeps } from '../records';
import { readTeam, teamSetting, type KeptTeam } from './team-kept';

/** Topic of the team. */
export const teamTopic = 'team';

/** Everybody a file can be locked for, without ourselves. */
const mostMates = mostRecipients - 1;
/** End of our key, as a name while there is none. Units: characters. */
const SHORT_KEY = 6;

/** Use cases around the team. */
export type TeamStore = Pick<BundlesApi, 'team' | 'rename' | 'addMate' | 'setLead' | 'removeMate'> & {
  /** Our secret key, for who opens files; it is made when there is none. */
  readonly identity: () => ApiResult<string>;
  /** What people are called, ourselves too, by the id in the stamps of their rows. */
  readonly mateNames: () => ApiResult<ReadonlyMap<AgentId, string>>;
};

/** What we are called on our card: a name nobody has given is the end of our key, the same in every language. */
const shownName = ({ name, recipient }: KeptTeam): string => name || `age-${recipient.slice(-SHORT_KEY)}`;

const asTeam = (id: AgentId, kept: KeptTeam): Team => {
  const name = shownName(kept);
  const { recipient, mates } = kept;
  return { me: { id, name, recipient, card: formatCard({ id, name, recipient }) }, mates };
};

const keep = (change: Change, value: KeptTeam) =>
  change.db.settings.put({ ...change.stamp(noShop), name: teamSetting, value });

/** A mate with this card. Who comes back with another key is not the lead any more: anybody can write a card with their id. */
const asMate = (card: Card, known: Mate | undefined, addedAt: Mate['addedAt']): Mate => {
  const isSame = known?.id === card.id && known.recipient === card.recipient;
  return { ...card, isLead: isSame && known.isLead, addedAt: isSame ? known.addedAt : addedAt };
};

const withMate = (change: Change, kept: KeptTeam, card: Card): Result<KeptTeam, ApiProblem> => {
  if (card.id === change.authorId || card.recipient === kept.recipient) return err({ kind: 'invalid', field: 'card' });
  const isThem = ({ id, recipient }: Mate): boolean => id === card.id || recipient === card.recipient;
  const others = kept.mates.filter((mate) => !isThem(mate));
  if (others.length >= mostMates) return err({ kind: 'invalid', field: 'mates' });
  const known = kept.mates.find(({ id }) => id === card.id);
  return ok({ ...kept, mates: [...others, asMate(card, known, change.now)] });
};

const withChanged = (kept: KeptTeam, id: AgentId, to: (mate: Mate) => readonly Mate[]): Result<KeptTeam, ApiProblem> =>
  kept.mates.some((mate) => mate.id === id)
    ? ok({ ...kept, mates: kept.mates.flatMap((mate) => (mate.id === id ? to(mate) : [mate])) })
    : err({ kind: 'not-found' });

/** Use cases around the team, over the given stores. */
export const createTeam = (deps: RecordDeps): TeamStore => {
  /** Our key is made when there is none, before any transaction: those wait for no cryptography. */
  const madeKey = async (): ApiResult<KeptTeam> => {
    const known = await reading(deps, async (db) => ok(await readTeam(db)));
    if (!known.ok) return known;
    if (known.value !== undefined) return ok(known.value);
    const fresh: KeptTeam = { ...(await newKey()), name: '', mates: [] };
    return changing(deps, ['agents'], async (change) => {
      // Another page may have made one in between: who has that one's card must reach us.
      const before = await readTeam(change.db);
      if (before === undefined) await keep(change, fresh);
      return ok(before ?? fresh);
    });
  };

  const withTeam = async <T>(
    work: (change: Change, kept: KeptTeam) => Promise<Result<T, ApiProblem>>,
  ): ApiResult<T> => {
    const made = await madeKey();
    if (!made.ok) return made;
    return changing(deps, ['agents'], async (change) => work(change, (await readTeam(change.db)) ?? made.value));
  };

  const changed = async (
    how: (change: Change, kept: KeptTeam) => Result<KeptTeam, ApiProblem>,
    what: string,
  ): ApiResult<Team> => {
    const result = await withTeam(async (change, kept) => {
      const next = how(change, kept);
      if (!next.ok) return next;
      await keep(change, next.value);
      change.log({ shopId: noShop, what, detail: { mates: next.value.mates.length } });
      return ok(asTeam(change.authorId, next.value));
    });
    // Who is the lead decides which locks hold.
    return announcing(deps, result, [teamTopic, rulesTopic]);
  };

  return {
    team: () => withTeam(async ({ authorId }, kept) => ok(asTeam(authorId, kept))),

    rename: async ({ name }) => {
      const next = cardName(name);
      if (next === null) return err({ kind: 'invalid', field: 'name' });
      return changed((_change, kept) => ok({ ...kept, name: next }), 'team.renamed');
    },

    addMate: async ({ card }) => {
      const read = readCard(card);
      if (read === null || !isRecipient(read.recipient)) return err({ kind: 'invalid', field: 'card' });
      return changed((change, kept) => withMate(change, kept, read), 'team.mate-added');
    },

    setLead: ({ id, isLead }) =>
      changed((_change, kept) => withChanged(kept, id, (mate) => [{ ...mate, isLead }]), 'team.lead-set'),

    removeMate: ({ id }) => changed((_change, kept) => withChanged(kept, id, () => []), 'team.mate-removed'),

    identity: () => withTeam(async (_change, { identity }) => ok(identity)),

    mateNames: () =>
      withTeam(async ({ authorId }, kept) =>
        ok(new Map([...kept.mates.map(({ id, name }) => [id, name] as const), [authorId, shownName(kept)]])),
      ),
  };
};
