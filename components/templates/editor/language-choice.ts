import type { Lang } from '@/utils/domain/ids';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { myLangs } from '../../settings/my-langs';

/** The two languages that stand side by side. */
export interface Columns {
  readonly left: Lang;
  readonly right: Lang;
}

/** Every language a reply can be written in here: those of Parley and those that some reply has. */
export function languagesFor(templates: readonly ReplyTemplate[]): readonly Lang[] {
  return [...new Set([...myLangs, ...templates.flatMap(({ languages }) => Object.keys(languages))])].sort();
}

/** What somebody sees first: their own language, where the reply has it, beside another one. */
export function firstColumns(reply: ReplyTemplate, mine: Lang): Columns {
  const has = Object.keys(reply.languages);
  const left = has.includes(mine) ? mine : has.includes('en') ? 'en' : (has[0] ?? mine);
  // English says most to most desks; German stands first among the languages of the buyers.
  const others = ['en', 'de', ...has].filter((lang) => lang !== left && has.includes(lang));
  return { left, right: others[0] ?? (left === 'en' ? 'de' : 'en') };
}
