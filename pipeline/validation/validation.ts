import type { Act } from '../model/act.js';
import type { CompareTexts } from '../model/comparison.js';
import type { ActReference, DraftContent, ReadDraft } from '../model/draft.js';
import { type Effect, effectsOf } from '../model/effect.js';
import type { Finding, RuleId } from '../model/finding.js';
import type { Traits } from '../model/kind.js';
import type { Office } from '../model/office.js';
import { accepted, refused, type Stage } from '../model/outcome.js';
import { comparedWith, projectAdopted, versionBefore } from './comparing.js';
import { consolidatedBy } from './consolidating.js';
import { judge, SECRECY } from './judging.js';
import type { Judges, Known, RegisterAsked } from './known.js';

export type { Judges, Known, RegisterAsked } from './known.js';
export { reportPrinter } from './report.js';

/** What validation takes beside the rules: the office whose act the draft would become. */
export interface ValidationParts extends Judges {
  readonly office: Office;
  readonly register: RegisterAsked;
  readonly draftOf: NonNullable<Known['draftOf']>;
  readonly archive: NonNullable<Known['archive']>;
  readonly projects: NonNullable<Known['projects']>;
  readonly compare: CompareTexts;
  readonly measure: NonNullable<Known['trial']>['measure'];
  readonly measureOriginal: NonNullable<Known['measureOriginal']>;
}

/**
 * From ReadDraft to Act: asks all rules, lays a trial out, and refuses with everything that is wrong at once, in order of place. An act's
 * warnings go with it.
 */
export function validation({
  office,
  register,
  draftOf,
  archive,
  projects,
  compare,
  measure,
  measureOriginal,
  ...judges
}: ValidationParts): Stage<ReadDraft, Act> {
  const known: Known = { office, register, draftOf, archive, projects, measureOriginal, trial: { office, measure } };
  return {
    name: 'validation',
    async run(read) {
      const { kind, traits, findings, trial, onRecord } = await judge(judges, read, known);
      const [first, ...others] = findings;
      if (first !== undefined && findings.some(({ severity }) => severity === 'refuse')) return refused([first, ...others]);
      const date = kind.dateOf(read.draft.content);
      if (date === undefined || trial === undefined) throw new Error('No rule refused a draft without a date');
      const consolidated = await consolidatedBy(read.draft.content, known, judges.kinds);
      const effects = await effectsOnRecord(read.draft.content, traits, register);
      const adopts = await projectAdopted(read.draft.content, traits, projects);
      const version = await versionBefore(read.draft.content, { kind, traits, date, adopts }, { office, register, projects });
      const compared = await comparedWith(version, read.draft, { projects, compare });
      return accepted(
        {
          ...{ drop: read.drop, draft: read.draft, kind, traits, date, effects, warnings: findings, trial, consolidated, onRecord },
          ...{ adopts, compared },
        },
        findings,
      );
    },
  };
}

/** What a document does to acts, each under the name that the register has it by: an amendment stands in the year of its contract. */
async function effectsOnRecord(content: DraftContent, traits: Traits, register: RegisterAsked): Promise<readonly Effect[]> {
  const years = new Map<ActReference, number>();
  for (const reference of [...content.changes.map(({ act }) => act), ...(content.of === undefined ? [] : [content.of])]) {
    const found = reference.number?.includes('/') ? await register.act(reference) : undefined;
    if (found !== undefined) years.set(reference, found.row.year);
  }
  return effectsOf(content, traits, (reference) => years.get(reference));
}

/**
 * All findings of a draft without taking it, for `regesta check`: flaws of reading and rules, in order of place. Rules that need an office,
 * a register or a trial that is not there are left out and named.
 */
export async function findings(
  judges: Judges,
  read: Pick<ReadDraft, 'draft' | 'flaws'>,
  known: Known = {},
): Promise<{ readonly findings: readonly Finding[]; readonly leftOut: readonly RuleId[] }> {
  const { findings: found, leftOut } = await judge(judges, read, known);
  return { findings: found, leftOut };
}

/** Whether a draft was refused for its secrecy (R 15): nothing of it may then be shown or copied. */
export function isSecret(found: readonly Finding[]): boolean {
  return found.some(({ clause }) => clause === SECRECY);
}
