import type { Digest } from './digest.js';

/** A file claimed from the inbox: it lies alone in the work area under its own name until it is filed or refused. */
export interface Drop {
  /** Work-area folder's name; sorts in order of claim. */
  readonly claim: string;
  /** Absolute path of the file in the work area. */
  readonly path: string;
  readonly name: string;
  /** The clerk's folder it lay in, null for the inbox itself. */
  readonly droppedBy: string | null;
  /** ISO 8601 instant of the claim. */
  readonly receivedAt: string;
  readonly sha256: Digest;
}

/** The file a draft came from, as received, with the place of every part of it. */
export interface DraftSource {
  /** Name of the dropped file. */
  readonly name: string;
  readonly format: 'json' | 'xml';
  readonly bytes: Buffer;
  readonly sha256: Digest;
  /** Line and column (from 1) of the nearest part that stands in the file: the pointer's own, else its closest ancestor's. */
  position(pointer: string): { readonly line: number; readonly column: number } | null;
}

/** A file that came beside the draft in a ZIP and that the draft names. */
export interface Attachment {
  /** The name as the annex gives it, NFC. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: Digest;
}
