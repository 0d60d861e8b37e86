import { useT } from '../ui/translate';
import styles from './buyer-record.module.css';

const kinds = ['order', 'case', 'buyer'] as const;

/** The numbers a buyer is known by, grouped by what they are. */
export function BuyerAliases({ aliases }: { readonly aliases: readonly string[] }) {
  const t = useT();
  const groups = kinds
    .map((kind) => ({
      kind,
      values: aliases.filter((alias) => alias.startsWith(`${kind}:`)).map((alias) => alias.slice(kind.length + 1)),
    }))
    .filter(({ values }) => values.length > 0);
  return (
    <dl className={styles.aliases}>
      {groups.map(({ kind, values }) => (
        <div key={kind}>
          <dt>{t(`buyers.alias.${kind}`, { count: values.length })}</dt>
          {values.map((value) => (
            <dd key={value}>
              <bdi>{value}</bdi>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
