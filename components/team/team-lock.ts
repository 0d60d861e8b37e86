import type { BundlesApi, Team } from '@/utils/app/bundles-api';

/** How a file is locked. */
export type BundleLock = Parameters<BundlesApi['write']>[0]['lock'];

/** Locks a file for everybody in the team and for ourselves, so that we can open what we have sent. */
export const teamLock = ({ me, mates }: Team): BundleLock => ({
  kind: 'recipients',
  recipients: [...new Set([me.recipient, ...mates.map(({ recipient }) => recipient)])],
});
