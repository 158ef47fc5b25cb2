import { AlgorithmError } from '../algorithms.js';
import type { Certificate } from '../certificate.js';
import { DerError } from '../der.js';

/** What an authority says of one certificate. */
export interface Standing {
  /** Null if it is not revoked. */
  readonly revokedAt: Date | null;
  readonly thisUpdate: Date;
  /** Null if newer word may be had at any time. */
  readonly nextUpdate: Date | null;
  /** Who signed it for the issuer, and must have a sound standing too; null where it was the issuer, or one that need not be asked about. */
  readonly responder: Certificate | null;
}

/** Clocks of offices and services differ by so much. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** An answer that does not say when it ends is taken for so long. */
const UNDATED_MS = 24 * 3_600_000;

/** Why a standing says nothing at that time, or null. */
export function datesFlaw({ thisUpdate, nextUpdate }: Standing, now: Date): string | null {
  if (thisUpdate.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) return `it is of ${thisUpdate.toISOString()}, which is still to come`;
  const end = nextUpdate ?? new Date(thisUpdate.getTime() + UNDATED_MS);
  return end.getTime() < now.getTime() - CLOCK_TOLERANCE_MS ? `it ended at ${end.toISOString()}` : null;
}

/** True if the standing speaks of that moment: it was given after, or was not to be renewed before. */
export function speaksOf({ thisUpdate, nextUpdate }: Standing, at: Date): boolean {
  return (nextUpdate ?? thisUpdate).getTime() >= at.getTime() - CLOCK_TOLERANCE_MS;
}

/** The result, or in words why the bytes cannot be relied on. */
export function soundOrWhy<T>(read: () => T | string): T | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError || error instanceof AlgorithmError) return `it cannot be read: ${error.message}`;
    throw error;
  }
}
