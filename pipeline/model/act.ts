import type { Comparison } from './comparison.js';
import type { LocalDate } from './date.js';
import type { Digest } from './digest.js';
import type { Draft } from './draft.js';
import type { Drop } from './drop.js';
import type { Effect } from './effect.js';
import type { Verdict } from './examination.js';
import type { Finding } from './finding.js';
import type { Kind, OnRecord, Traits, View } from './kind.js';
import type { SignatureLevel } from './office.js';
import type { Registration } from './registration.js';

export type { EntryState } from './entry-state.js';
export type { Registration } from './registration.js';

/** A draft that every rule has let through. */
export interface Act {
  readonly drop: Drop;
  readonly draft: Draft;
  readonly kind: Kind;
  readonly traits: Traits;
  /** Date of the act: adoption of a collegial act (R 6.4), signing of a one-man act (R 8.6). */
  readonly date: LocalDate;
  /** What it does to other acts. */
  readonly effects: readonly Effect[];
  readonly warnings: readonly Finding[];
  readonly trial: TrialRendition;
  /** The acts that it amends point by point, as they read after it. */
  readonly consolidated?: readonly ConsolidatedText[] | undefined;
  /** Of a contract: by what it is registered (R 27.8). */
  readonly verdict?: Verdict | undefined;
  /** What is on record of what it names: the act that it quotes (R 6.5), the inventories and the cases (R 28), the projects (R 4.8, 4.12). */
  readonly onRecord?: OnRecord | undefined;
  /** Id of the project whose adopted text it is. */
  readonly adopts?: string | undefined;
  /** Of a later version of a project, and of the text adopted: what differs from the version before. */
  readonly compared?: Comparison | undefined;
}

/** An act as it reads after a change to its points. */
export interface ConsolidatedText {
  readonly of: { readonly series: string; readonly year: number; readonly number: string };
  readonly view: View;
}

export interface RegisteredAct {
  readonly act: Act;
  readonly registration: Registration;
}

export interface Rendition {
  readonly bytes: Buffer;
  readonly sha256: Digest;
}

/** Pages of one run of numbering: the act itself (`annex` null) or one annex. */
export interface PageRun {
  readonly annex: number | null;
  readonly pages: number;
}

/** What the layout of an act with a place-holder number showed; measured, never guessed. */
export interface TrialRendition {
  readonly runs: readonly PageRun[];
  /** Code points of the act's text for which the font of the renditions has no glyph. */
  readonly missingGlyphs: ReadonlySet<number>;
  /** Text that runs out of its column or of the page. `page` counts from 1 over the whole file. */
  readonly overflows: readonly { readonly page: number; readonly text: string }[];
}

/** A rectangle on a page kept free for a visible signature: points from the page's lower left corner. */
export interface StampPlace {
  readonly role: 'signatory' | 'seal';
  /** From 0. */
  readonly page: number;
  readonly rect: readonly [x1: number, y1: number, x2: number, y2: number];
}

export interface RenderedAct extends RegisteredAct {
  readonly docx: Rendition;
  readonly pdf: Rendition & { readonly runs: readonly PageRun[]; readonly stampPlaces: readonly StampPlace[] };
}

/** One appended revision of a PDF: its first `bytes` bytes hash to `sha256`. */
export interface Revision {
  readonly bytes: number;
  readonly sha256: Digest;
}

/** How far the proofs in a signed PDF reach. */
export interface Evidence {
  /** The lowest of its signatures. */
  readonly level: SignatureLevel;
  /** ISO 8601 instant until which the certificates of its last archive time stamp are valid; null if it has none. */
  readonly stampedUntil: string | null;
}

export interface SignedAct extends RenderedAct {
  /** The unsigned revision first, then one a signature, a set of validation data or a time stamp. `evidence` is absent where nobody asked. */
  readonly signed: Rendition & { readonly revisions: readonly Revision[]; readonly evidence?: Evidence | undefined };
}

export interface ArchiveEntry {
  readonly registration: Registration;
  readonly kind: string;
  readonly title: string;
  readonly droppedBy: string | null;
  readonly warnings: readonly Finding[];
  readonly source: { readonly name: string; readonly sha256: Digest };
  /** Act's folder relative to the office, `/` between parts: `archive/2021/decision/27`. */
  readonly path: string;
}
