import { useRef, useState, type RefObject } from 'react';
import { drawPassphrase } from './draw-passphrase';
import { LEAST_CHARACTERS } from './passphrase-strength';

/** Why a passphrase is not taken. */
export type PassProblem = 'short' | 'differ';

/** A passphrase that is being chosen. */
export interface Pass {
  readonly value: string;
  readonly again: string;
  /** Told after the first attempt only, not while somebody is still typing. */
  readonly problem: PassProblem | null;
  /** Drawn here, not thought up: it is shown, so that it can be written down. */
  readonly isMade: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly setValue: (value: string) => void;
  readonly setAgain: (again: string) => void;
  readonly make: () => void;
  /** The passphrase when it can be used; else null, the reason is shown and the field has the focus. */
  readonly take: () => string | null;
}

const problemOf = (value: string, again: string): PassProblem | null =>
  [...value].length < LEAST_CHARACTERS ? 'short' : value === again ? null : 'differ';

/** Keeps a passphrase, its repetition and what is wrong with them. */
export function usePass(): Pass {
  const [typed, setTyped] = useState({ value: '', again: '', isMade: false });
  const [wasTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { value, again, isMade } = typed;
  return {
    value,
    again,
    isMade,
    field,
    problem: wasTried ? problemOf(value, again) : null,
    setValue: (next) => setTyped({ value: next, again, isMade: false }),
    setAgain: (next) => setTyped({ value, again: next, isMade: false }),
    make: () => {
      const made = drawPassphrase((bytes) => void crypto.getRandomValues(bytes));
      setTyped({ value: made, again: made, isMade: true });
    },
    take: () => {
      if (problemOf(value, again) === null) return value;
      setTried(true);
      field.current?.focus();
      return null;
    },
  };
}
