import { randomBytes } from 'node:crypto';
import type { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Log } from '../model/ports.js';
import { type LongTerm, longTerm } from '../signing/signing.js';
import { systemClock } from './clock.js';
import { readRoots } from './opened-office.js';

/** The proofs that an office's settings ask for; undefined where signatures stay at B-B and no service is asked. */
export async function longTermOf(office: Office, onProblem: (problem: Fault) => void): Promise<LongTerm | undefined> {
  const { longTerm: settings, trust } = office.signing;
  if (settings === undefined) return undefined;
  return longTerm({ settings, trust: await readRoots(trust), fetch: globalThis.fetch, randomBytes, clock: systemClock, onProblem });
}

/** The same for acts being signed: what a service failed to give is logged, and is for `regesta extend` to add. */
export async function longTermAtSigning(office: Office, log: Log): Promise<LongTerm | undefined> {
  const warn = ({ code, message }: Fault): void => log.warn(`${message}; regesta extend adds later what is missing`, { code });
  const proofs = await longTermOf(office, warn);
  return (
    proofs && {
      ...proofs,
      async raise(pdf) {
        const raised = await proofs.raise(pdf);
        if (raised.problem !== null) warn(raised.problem);
        return raised;
      },
    }
  );
}
