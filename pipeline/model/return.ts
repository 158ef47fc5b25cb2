import type { Drop } from './drop.js';
import type { Finding } from './finding.js';
import type { NonEmpty } from './outcome.js';
import type { RegisterRow } from './ports.js';

/** What a file is that was dropped to bring signatures back. */
export type Return =
  | { readonly is: 'refused'; readonly findings: NonEmpty<Finding> }
  /** The very bytes came before; `byThis` if by this very claim, before a crash. */
  | { readonly is: 'known'; readonly row: RegisterRow; readonly byThis: boolean }
  | SoundReturn;

export interface SoundReturn {
  readonly is: 'sound';
  /** The draft's drop. */
  readonly of: Drop;
  /** The act's name in the journal. */
  readonly act: string;
  /** Adds the file to the act that waits for it. */
  keep(): Promise<void>;
}

/** Acts that wait for signatures made elsewhere, and the files that bring them. */
export interface Returns {
  /**
   * Whether the act of this draft waits for a signature, and nothing is to be done but to lay it where people look for it, which is done then;
   * `elsewhere` if the same bytes wait under another claim.
   */
  waiting(drop: Drop): Promise<'yes' | 'no' | 'elsewhere'>;
  /** Whether a file may bring signatures for the act of another drop. */
  mayBring(drop: Drop): boolean;
  /** Judges a dropped file; null for one that brings no signatures. */
  judge(drop: Drop): Promise<Return | null>;
}
