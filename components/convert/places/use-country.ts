import { useMemo, useState } from 'react';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { askedCountry } from './asked-country';

/** A country that follows the query until another one is chosen, and stays when the query names none. */
export function useCountry(
  query: string,
  tables: ConversionTables,
  first: string,
): readonly [string, (country: string) => void] {
  const asked = useMemo(() => askedCountry(query, tables), [query, tables]);
  const [chosen, setChosen] = useState<{ readonly country: string; readonly whileAsked: string | null }>();
  const [last, setLast] = useState(first);
  const country = chosen && chosen.whileAsked === asked ? chosen.country : (asked ?? last);
  if (country !== last) setLast(country);
  return [country, (next) => setChosen({ country: next, whileAsked: asked })];
}
