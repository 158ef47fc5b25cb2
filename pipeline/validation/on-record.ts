import type { DraftContent } from '../model/draft.js';
import type { ArchiveTrait, OnRecord, Traits } from '../model/kind.js';
import { casesOnRecord, permanentOf } from './cases-on-record.js';
import { inventoriesNamed } from './inventories-named.js';
import type { Judges, Known } from './known.js';
import { projectsNamed } from './projects-named.js';
import { quotedBy } from './quoting.js';

/** Documents whose words say of cases what is on record of them; others say it themselves, row by row, and rules hold them to it. */
const FILLED: ReadonlySet<ArchiveTrait> = new Set([
  'appraises',
  'destroys',
  'holds',
  'frees',
  'lends',
  'takes-back',
  'hands-over',
  'succeeds',
] satisfies readonly ArchiveTrait[]);

/** What is on record of what a draft names, as far as its kind prints it. */
export async function recordOf(content: DraftContent, traits: Traits, known: Known, judges: Judges): Promise<OnRecord> {
  const { archives } = traits;
  if (traits.meets !== undefined) return { projects: await projectsNamed(content, known) };
  if (traits.quotes) return { quoted: await quotedBy(content, known, judges.kinds) };
  if (archives === undefined) return {};
  const listedBy = content.inventories.length > 0 ? await inventoriesNamed(content, known, judges) : undefined;
  if (!FILLED.has(archives) || known.archive === undefined) return { listedBy };
  const caseFiles = await casesOnRecord(content, known.archive);
  return { listedBy, caseFiles, permanent: archives === 'destroys' ? await permanentOf(caseFiles, known.archive) : undefined };
}
