/** Topic of who is in the team. */
export const isAboutTeam = (topic: string): boolean => topic === 'team';

/** Topic of the files that were written. */
export const isAboutExports = (topic: string): boolean => topic === 'exports';
