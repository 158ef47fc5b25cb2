import { randomBytes } from 'node:crypto';
import type { SignedAct } from '../../../pipeline/model/act.js';
import type { Fault } from '../../../pipeline/model/fault.js';
import type { LongTermSettings } from '../../../pipeline/model/office.js';
import { type LongTerm, longTerm, signing } from '../../../pipeline/signing/signing.js';
import { BODY, HEAD, renderedAct } from '../demo-office.js';
import { painter } from '../sample-pdf.js';
import type { Services } from './services/services.js';

/** A clock that a test moves. */
export interface MovedClock {
  at: Date;
  now(): Date;
}

export function movedClock(at = new Date('2026-03-12T09:04:31Z')): MovedClock {
  return {
    at,
    now() {
      return this.at;
    },
  };
}

export const DAY = 24 * 3_600_000;

/** Proofs that an office would ask for of these services; what is left without a time stamp goes to `problems`. */
export function proofs(
  services: Services,
  clock: { now(): Date },
  settings: Partial<LongTermSettings> = {},
): LongTerm & { readonly problems: Fault[] } {
  const problems: Fault[] = [];
  const parts = {
    settings: { level: 'B-LTA', tsa: [`${services.url}/tsa`], renewBeforeDays: 90, ...settings } as const,
    trust: [services.pki.root.der],
    fetch,
    randomBytes,
    clock,
    onProblem: (problem: Fault) => void problems.push(problem),
  };
  return { ...longTerm(parts), problems };
}

/** An act signed by the head and sealed, with the proofs given; B-B without any. */
export async function signedAct(
  pdf: Buffer,
  { pki }: Services,
  clock: { now(): Date },
  withProofs?: LongTerm,
): Promise<SignedAct['signed']> {
  const stage = signing({
    signatory: () => ({ key: pki.head.key, ...HEAD, mark: null }),
    seal: () => ({ key: pki.seal.key, body: BODY.name, edrpou: BODY.edrpou }),
    painter,
    clock,
    timeZone: 'Europe/Kyiv',
    longTerm: withProofs,
  });
  const outcome = await stage.run(renderedAct(pdf, []));
  if (!outcome.ok) throw new Error('the stage refused');
  return outcome.value.signed;
}
