import { diffLines, type RowChange } from '../../utils/domain/bundles/diff-bundles';
import { changeLines } from './show-change';
import { figure, printable, rowsOf } from './sentences';
import { openNamed, type Status, type Work } from './terminal';

/** How many rows changed in which way, in the order in which the ways first come up. */
const countsLine = (changes: readonly RowChange[]): string => {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${figure(count)} ${kind}`).join(', ');
};

/** `diff`: says what the second file says other than the first, row by row. */
export const diffFiles = async (work: Work): Promise<Status> => {
  const { request, terminal } = work;
  const [one = '', other = ''] = request.files;
  const [before, after] = [await openNamed(work, one), await openNamed(work, other)];
  if (!before || !after) return 1;
  for (const [name, { rejectedCount }] of [
    [one, before],
    [other, after],
  ] as const) {
    if (rejectedCount > 0)
      terminal.complain(
        `${printable(name)} has ${rowsOf(rejectedCount)} that cannot be read and ${rejectedCount === 1 ? 'is' : 'are'} not compared.`,
      );
  }
  const changes = diffLines(before.lines, after.lines);
  if (changes.length === 0) {
    terminal.say(`${printable(one)} and ${printable(other)} say the same.`);
    return 0;
  }
  terminal.say(`${printable(other)} against ${printable(one)}: ${countsLine(changes)}.`);
  for (const change of changes) for (const line of changeLines(change, request.texts)) terminal.say(line);
  return 0;
};
