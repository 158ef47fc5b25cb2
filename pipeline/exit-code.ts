/** Exit codes of every command: done; something refused, not valid or not found; usage or settings; fault. */
export const EXIT = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
