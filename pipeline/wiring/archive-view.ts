import { kinds } from '../kinds/index.js';
import type { ArchiveView, HeldNomenclature, RegisteredInventory } from '../model/archive-view.js';
import { type FiledSheets, type FormedYear, formCases, pagesOf } from '../model/case-files.js';
import { standingOf, type TakenCaseStep } from '../model/case-steps.js';
import type { LocalDate } from '../model/date.js';
import { type DraftContent, EMPTY_CONTENT } from '../model/draft.js';
import { type ActName, isUnfiled, nameOf } from '../model/effect.js';
import type { ArchiveTrait } from '../model/kind.js';
import { type PlannedCase, plannedCase } from '../model/nomenclature.js';
import type { Office } from '../model/office.js';
import type { NotedSheets, Store } from '../model/ports.js';
import type { RegisterRow } from '../model/register-row.js';
import { retentionOn } from '../model/retention.js';
import type { DraftOf } from '../model/rule.js';
import { normsOn } from '../norms/norms.js';
import { readRecord } from './opened-office.js';

/** Records that are read beside each other. */
const AT_ONCE = 16;

const PLANNING = kindsThat('plans');
const MOVING = kindsThat('moves');

/** What the register, the settings and the filed drafts of an office tell of its cases. A year is formed anew only when the register has changed. */
export function archiveView(office: Office, { cases, register }: Pick<Store, 'cases' | 'register'>, draftOf: DraftOf): ArchiveView {
  const contentOf = keptContents(draftOf);
  const formedAt = new Map<number, { readonly revision: string; readonly formed: Promise<FormedYear | undefined> }>();

  const form = async (year: number): Promise<FormedYear | undefined> => {
    const plan = await nomenclature(year);
    if (plan === undefined) return undefined;
    return formCases(plan, await filedSheets(office, await cases.documents(year)), await moves());
  };

  const moves = async (): Promise<ReadonlyMap<string, string>> => {
    const moved = new Map<string, string>();
    for (const row of await cases.ofKinds(MOVING)) {
      const { of, caseFiles = [] } = (await contentOf(row)) ?? {};
      const document = of && (await register.act(of));
      const index = caseFiles[0]?.index;
      if (document !== undefined && index !== undefined) moved.set(nameOf(document.row), index);
    }
    return moved;
  };

  const nomenclature = async (year: number): Promise<HeldNomenclature | undefined> => {
    const settled = office.nomenclature.findLast(({ from = year, to = year }) => from <= year && year <= to);
    let held: HeldNomenclature | undefined = settled && { year, by: null, cases: planned(office, year, settled.cases) };
    for (const row of await cases.ofKinds(PLANNING)) {
      const content = await contentOf(row);
      if (content?.year !== year) continue;
      const { series, number, date, year: of } = row;
      const others = content.unit === undefined ? [] : (held?.cases ?? []).filter(({ unit }) => unit !== content.unit);
      held = { year, by: { series, year: of, number, date }, cases: [...others, ...planned(office, year, content.plannedCases)] };
    }
    return held;
  };

  return {
    nomenclature,
    async formed(year) {
      const revision = await cases.revision();
      const before = formedAt.get(year);
      if (before?.revision === revision) return before.formed;
      const formed = form(year);
      formedAt.set(year, { revision, formed });
      formed.catch(() => formedAt.delete(year));
      return formed;
    },
    standing: async (volume) => standingOf(await cases.steps(volume), volume),
    steps: (of) => cases.steps(of),
    async inventoriesOf(year, category) {
      const listing = (await cases.steps({ year })).filter((step) => step.how === 'lists' && step.category === category);
      const inventories: RegisteredInventory[] = [];
      for (const steps of byDocument(listing)) {
        const { by, unit = null } = steps[0] as TakenCaseStep;
        const row = await register.find(by.series, by.year, by.number);
        if (row !== undefined) inventories.push({ row, year, category, unit, steps, approvedBy: await approvals(by) });
      }
      return inventories;
    },
    async lastListed(category, unit) {
      const listed = (await cases.steps()).filter(
        (step) => step.how === 'lists' && step.category === category && (step.unit ?? null) === unit,
      );
      return listed.reduce((last, { n = 0 }) => Math.max(last, n), 0);
    },
  };

  async function approvals(of: ActName): Promise<RegisteredInventory['approvedBy']> {
    const effects = await register.effects(of);
    return effects
      .filter(({ how, on, by }) => how === 'approves' && nameOf(on) === nameOf(of) && by.state !== 'void')
      .map(({ by: { series, year, number, date } }) => ({ series, year, number, date }));
  }
}

/** Terms as the articles held them when the year began. */
function planned(office: Office, year: number, cards: DraftContent['plannedCases']): PlannedCase[] {
  const begin = `${String(year).padStart(4, '0')}-01-01` as LocalDate;
  const { retention } = normsOn(begin, office.norms);
  return cards.flatMap((card) => plannedCase(card, retentionOn(retention, card.article ?? '', begin)) ?? []);
}

/** What is filed never changes, and is read once; a draft in another runner's hands is asked for again. */
function keptContents(draftOf: DraftOf): (row: RegisterRow) => Promise<DraftContent | undefined> {
  const kept = new Map<string, DraftContent>();
  return async (row) => {
    const name = nameOf(row);
    const found = kept.get(name) ?? (await draftOf(row))?.content;
    if (found !== undefined) kept.set(name, found);
    return found;
  };
}

async function filedSheets(office: Office, documents: readonly NotedSheets[]): Promise<FiledSheets[]> {
  const filed: FiledSheets[] = [];
  for (let from = 0; from < documents.length; from += AT_ONCE)
    filed.push(
      ...(await Promise.all(
        documents
          .slice(from, from + AT_ONCE)
          .map(async (one) => ({ ...one, sheets: one.sheets ?? (await pagesInRecord(office, one.row)) })),
      )),
    );
  return filed;
}

/** Of what was filed when nobody noted sheets. */
async function pagesInRecord(office: Office, row: RegisterRow): Promise<number> {
  if (isUnfiled(row.state)) return 0;
  return pagesOf((await readRecord(office, row))?.pdf.runs ?? []);
}

/** Steps of each document by itself, in order of registration. */
function byDocument(steps: readonly TakenCaseStep[]): TakenCaseStep[][] {
  const documents = new Map<string, TakenCaseStep[]>();
  for (const step of steps) {
    const taken = documents.get(nameOf(step.by));
    if (taken === undefined) documents.set(nameOf(step.by), [step]);
    else taken.push(step);
  }
  return [...documents.values()];
}

/** Ids of kinds whose documents do something of the kind in the archive. */
export function kindsThat(trait: ArchiveTrait): string[] {
  return kinds.filter((kind) => kind.traits({ ...EMPTY_CONTENT, kind: kind.id }).archives === trait).map(({ id }) => id);
}
