import type { Finding, RuleId } from '../model/finding.js';
import type { Office } from '../model/office.js';
import type { Store } from '../model/ports.js';
import { DEFAULT_LIMITS } from '../office/default-limits.js';
import { findings, type Known } from '../validation/validation.js';
import { judges, readerWithin } from './judges.js';
import { originalsOf } from './originals.js';

/** Judges drafts without taking them. */
export interface Checker {
  /** The findings of one file in order of place, and the rules that could not be asked. */
  check(name: string, bytes: Buffer): Promise<{ readonly findings: readonly Finding[]; readonly leftOut: readonly RuleId[] }>;
  close(): Promise<void>;
}

/** A checker by the rules alone, or by an office too; `measure` lays pages out on its blank. Loads only what that needs. */
export async function openChecker(directory: string | undefined, measure: boolean): Promise<Checker> {
  const office = directory === undefined ? undefined : await officeAt(directory);
  const store = office === undefined ? undefined : await storeOf(office);
  const known: Known = {
    office,
    register: store?.register,
    ...(office && store && (await filedIn(office, store))),
    measureOriginal: originalsOf(office),
    trial: office !== undefined && measure ? await trialOn(office) : undefined,
  };
  const { read } = readerWithin(office?.intake.limits ?? DEFAULT_LIMITS);
  return {
    async check(name, bytes) {
      const outcome = await read({ name, bytes });
      return outcome.readable ? findings(judges, outcome, known) : { findings: outcome.findings, leftOut: [] };
    },
    close: async () => store?.close(),
  };
}

async function officeAt(directory: string): Promise<Office> {
  const { readOffice } = await import('./office-here.js');
  return readOffice(directory);
}

async function storeOf(office: Office): Promise<Store> {
  const { openOfficeStore } = await import('./opened-office.js');
  return openOfficeStore(office);
}

async function filedIn(office: Office, store: Store): Promise<Required<Pick<Known, 'draftOf' | 'archive' | 'projects'>>> {
  const [{ filedDrafts }, { archiveView }, { projectView }] = await Promise.all([
    import('./filed-drafts.js'),
    import('./archive-view.js'),
    import('./project-view.js'),
  ]);
  const draftOf = filedDrafts(office);
  return { draftOf, archive: archiveView(office, store, draftOf), projects: projectView(store, draftOf) };
}

async function trialOn(office: Office): Promise<Known['trial']> {
  const [{ rendering }, { templatesOf }] = await Promise.all([import('../rendering/rendering.js'), import('./templates.js')]);
  return { office, measure: rendering({ templates: templatesOf(office), office }).measure };
}
