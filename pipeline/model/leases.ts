/** A process that runs an office, as others that share its database see it. */
export interface RunnerIdentity {
  /** Letters and digits, never used again. */
  readonly id: string;
  /** Within one host a `pid` names a process. */
  readonly host: string;
  readonly pid: number;
  /** True if that process is known to have ended; false where nothing is known of it. */
  isGone(other: { readonly id: string; readonly host: string; readonly pid: number }): boolean;
}

/** Who works on which claim, where many runners share a database: a runner that is gone loses its claims to whoever asks first. */
export interface Leases {
  /** This runner's id. */
  readonly runner: string;
  /** How often `renew` is to be called, milliseconds. */
  readonly renewEveryMs: number;
  /** Says that this runner lives. To be called before anything else, and then ever again. */
  renew(): Promise<void>;
  /** Makes a claim this runner's, before its folder is made. */
  take(claim: string): Promise<void>;
  /** Makes those of the claims this runner's that no living runner has, its own left out, and gives them; with `asideToo` also those that lie aside. */
  takeOver(claims: readonly string[], which?: { readonly asideToo: boolean }): Promise<string[]>;
  /** Lays a claim of this runner's aside, until somebody resumes it: it is not taken over. */
  park(claim: string): Promise<void>;
  /** Makes a claim this runner's that lies aside, or that no living runner has; false if another has it. */
  resume(claim: string): Promise<boolean>;
  /** To be called when a claim's folder is removed. */
  release(claim: string): Promise<void>;
  /** Those of the runners of which nothing is expected any more; who has ended, or was silent for a day, is forgotten with its claims. */
  gone(runners: readonly string[]): Promise<string[]>;
  /** This runner ends; what it has not finished is free. */
  leave(): Promise<void>;
}
