/** Names one rule, e.g. `5.6-title`; technical rules are `T-<name>`. */
export type RuleId = string & { readonly __brand: 'RuleId' };
export const ruleId = (text: string): RuleId => text as RuleId;

/** `refuse` keeps a draft out of the register; `warn` lets it in with a remark. */
export type Severity = 'refuse' | 'warn';

/** A clause of the regulation, e.g. `5.6`; null for technical rules. */
export type Clause = string | null;

/** Where in a draft: JSON pointer of the draft's JSON form (the same for XML), line and column of the file from 1. */
export interface Place {
  readonly pointer: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly point?: string;
  readonly annex?: number;
  readonly page?: number;
}

/** What is wrong with a draft, in Ukrainian, with where, by which clause, and how to mend it. */
export interface Finding {
  readonly file: string;
  readonly rule: RuleId;
  readonly clause: Clause;
  readonly severity: Severity;
  readonly message: string;
  readonly expected: string | null;
  readonly hint: string | null;
  readonly at: Place;
}

/** What a rule says; its name, clause, severity and the line are added by the rule runner. */
export interface Remark {
  /** JSON pointer into the draft; `''` is the draft as a whole. */
  readonly at: string;
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
  /** Page of the trial rendition, where the finding was measured on one. */
  readonly page?: number;
}

/** Appends a key to a JSON pointer with the escapes of RFC 6901. */
export function pointerTo(base: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>((at, key) => `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, base);
}
