import { useEffect, useState } from 'react';

/**
 * A value once it has not changed for a while; what follows from it is worked out then and not on every key.
 *
 * Units: `afterMs` in milliseconds.
 */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
