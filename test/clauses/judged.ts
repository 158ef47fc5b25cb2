import { rules } from '../../pipeline/clauses/index.js';
import { reading } from '../../pipeline/intake/reading.js';
import { kinds } from '../../pipeline/kinds/index.js';
import type { ReadDraft } from '../../pipeline/model/draft.js';
import type { Finding } from '../../pipeline/model/finding.js';
import { normsOn } from '../../pipeline/norms/norms.js';
import { measuring } from '../../pipeline/originals/originals.js';
import { rendering } from '../../pipeline/rendering/rendering.js';
import { findings, type Judges, type Known } from '../../pipeline/validation/validation.js';
import { calendarOf } from '../../pipeline/wiring/calendar.js';
import { originalSignatures } from '../../pipeline/wiring/original-signatures.js';
import { ARCHIVE } from './fixture-archive.js';
import { MEETINGS } from './fixture-meetings.js';
import { CLOCK, draftOf, OFFICE, REGISTER } from './fixture-office.js';

export const JUDGES: Judges = { kinds, rules, norms: normsOn, calendar: calendarOf, clock: CLOCK };

const reader = reading(kinds, OFFICE.intake.limits);
const { measure } = rendering({ templates: () => Promise.reject(new Error('measuring needs no template')), office: OFFICE });

/** Measures papers here, and trusts nobody's signatures. */
export const measureOriginal = measuring({ signatures: originalSignatures(async () => []) });

/** The fixture office with its register and the real layout. */
export const WORLD: Known = {
  office: OFFICE,
  register: REGISTER,
  draftOf,
  archive: ARCHIVE,
  projects: MEETINGS,
  measureOriginal,
  trial: { office: OFFICE, measure },
};

/** Reads a file as intake does; one that cannot be read throws with what intake says of it. */
export async function readDraft(name: string, bytes: Buffer): Promise<Pick<ReadDraft, 'draft' | 'flaws'>> {
  const outcome = await reader.read({ name, bytes });
  if (!outcome.readable) throw new Error(outcome.findings.map(({ message }) => `${name}: ${message}`).join('\n'));
  return outcome;
}

/** All findings of a file in the fixture office. */
export async function judged(name: string, bytes: Buffer, known: Known = WORLD): Promise<readonly Finding[]> {
  return (await findings(JUDGES, await readDraft(name, bytes), known)).findings;
}
