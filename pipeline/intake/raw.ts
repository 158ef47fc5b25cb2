import type { IntakeLimits } from '../model/office.js';

/** How much of a text is read at most. */
export type Bounds = Pick<IntakeLimits, 'depth' | 'parts'>;

/** What a file says before its form is judged: the same tree for JSON and XML. `at` is an offset in the decoded text. */
export type RawValue = RawText | RawNumber | RawBoolean | RawNull | RawList | RawObject;

export interface RawText {
  readonly is: 'text';
  readonly at: number;
  readonly value: string;
}
export interface RawNumber {
  readonly is: 'number';
  readonly at: number;
  readonly value: number;
  /** As written. */
  readonly source: string;
}
export interface RawBoolean {
  readonly is: 'boolean';
  readonly at: number;
  readonly value: boolean;
}
export interface RawNull {
  readonly is: 'null';
  readonly at: number;
}
export interface RawList {
  readonly is: 'list';
  readonly at: number;
  readonly items: readonly RawValue[];
}
export interface RawObject {
  readonly is: 'object';
  readonly at: number;
  readonly members: ReadonlyMap<string, RawMember>;
}
export interface RawMember {
  /** Where the name stands. */
  readonly at: number;
  readonly value: RawValue;
}

/** One thing wrong with a file's form; becomes a finding once its line is known. */
export interface Flaw {
  /** `T-…` */
  readonly rule: string;
  readonly pointer: string;
  /** Offset in the decoded text; null for the place of the pointer. */
  readonly at: number | null;
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** Why a text could not be read at all; `broken` if it merely breaks off, so that more of it may still come. */
export interface Unreadable {
  readonly readable: false;
  readonly flaw: Flaw;
  readonly broken: boolean;
}

export function unreadable(flaw: Omit<Flaw, 'pointer'>, broken = false): Unreadable {
  return { readable: false, flaw: { ...flaw, pointer: '' }, broken };
}

/** A whole document as a tree, with the flaws seen on the way. */
export type RawReading = { readonly readable: true; readonly root: RawObject; readonly flaws: readonly Flaw[] } | Unreadable;
