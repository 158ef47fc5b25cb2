import type { ArchiveView, RegisteredInventory } from '../model/archive-view.js';
import type { ApprovedInventory, CaseOnRecord, DatedAct } from '../model/case-on-record.js';
import type { DraftContent } from '../model/draft.js';
import { nameOf } from '../model/effect.js';
import { type NamedCase, namedCases, type StandingVolume } from '../model/named-cases.js';

/** The cases that a document names, a row a volume, in its order; what no nomenclature has stays as the draft says it, for a rule to refuse. */
export async function casesOnRecord(content: DraftContent, archive: ArchiveView): Promise<readonly CaseOnRecord[]> {
  const plans = new Map<number, DatedAct | undefined>();
  const rows: CaseOnRecord[] = [];
  for (const named of await namedCases(content, { archive })) {
    const { year, file, volumes, mention } = named;
    if (year === undefined || file === undefined || volumes.length === 0) {
      rows.push(mention);
      continue;
    }
    if (!plans.has(year)) plans.set(year, (await archive.nomenclature(year))?.by ?? undefined);
    rows.push(...volumes.map((one) => rowOf(named, one, plans.get(year))));
  }
  return rows;
}

function rowOf(
  { mention, year, file }: NamedCase,
  { volume, standing: { listed } }: StandingVolume,
  plan: DatedAct | undefined,
): CaseOnRecord {
  const { begun, ended, sheets } = volume;
  const inventory = listed?.category && { ...listed.by, category: listed.category, year: listed.year };
  return {
    ...mention,
    ...{ year, begun, ended, sheets, category: file?.planned.category, inventory, nomenclature: plan },
    n: mention.n ?? listed?.n,
    volume: file !== undefined && file.volumes.length > 1 ? volume.n : undefined,
    heading: mention.heading ?? file?.planned.heading,
    term: mention.term ?? termOf(file?.planned),
  };
}

/** `5 р. ЕПК, ст. 16-б` */
function termOf(planned: { readonly term: string; readonly article: string } | undefined): string | undefined {
  return planned && [planned.term, planned.article === '' ? '' : `ст. ${planned.article}`].filter(Boolean).join(', ');
}

/** Inventories of what is kept for ever, of the years of some cases, that a commission has approved, the earlier first. */
export async function permanentOf(cases: readonly CaseOnRecord[], archive: ArchiveView): Promise<readonly ApprovedInventory[]> {
  const years = [...new Set(cases.flatMap(({ year }) => year ?? []))].sort((one, other) => one - other);
  const found: RegisteredInventory[] = [];
  for (const year of years) found.push(...(await archive.inventoriesOf(year, 'permanent')));
  const first = new Map(found.filter(({ approvedBy }) => approvedBy.length > 0).map((one) => [nameOf(one.row), one]));
  return [...first.values()].map(({ row: { number, date }, category, year, approvedBy }) => ({ number, date, category, year, approvedBy }));
}
