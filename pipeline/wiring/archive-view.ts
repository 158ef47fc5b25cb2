import { kinds } from '../kinds/index.js';
import type { ArchiveView, HeldNomenclature, RegisteredInventory } from '../model/archive-view.js';
import type { CaseBook, NotedSheets } from '../model/case-book.js';
import { type FiledSheets, type FormedYear, formCases, pagesOf } from '../model/case-files.js';
import { standingOf, type TakenCaseStep } from '../model/case-steps.js';
import type { CaseWork } from '../model/case-work.js';
import type { LocalDate } from '../model/date.js';
import { EMPTY_CONTENT } from '../model/draft.js';
import { type ActName, isUnfiled, nameOf } from '../model/effect.js';
import type { ArchiveTrait } from '../model/kind.js';
import { goingOnIn, type PlannedCase, plannedCase } from '../model/nomenclature.js';
import type { Office } from '../model/office.js';
import type { Store } from '../model/ports.js';
import type { RegisterRow } from '../model/register-row.js';
import { retentionOn } from '../model/retention.js';
import type { DraftOf } from '../model/rule.js';
import { normsOn } from '../norms/norms.js';
import { contractEnds } from './contract-ends.js';
import { readRecord } from './opened-office.js';

/** Records that are read beside each other. */
const AT_ONCE = 16;

const PLANNING = kindsThat('plans');
const MOVING = kindsThat('moves');

/**
 * What the register and the settings of an office tell of its cases, to every office that shares the register the same. A year is formed anew only when its plan, its documents, or what is moved has
 * changed: of a large year that takes long, and every draft about a case asks for it.
 */
export function archiveView(
  office: Office,
  { cases, register, contracts }: Pick<Store, 'cases' | 'contracts' | 'register'>,
  draftOf: DraftOf,
): ArchiveView {
  const workOf = keptWork(cases, draftOf);
  const plans = new Map<number, { readonly key: string; readonly held: HeldNomenclature | undefined }>();
  const formedYears = new Map<number, FormedBefore>();

  const known = async (kindIds: readonly string[]): Promise<KnownContent[]> => {
    const found: KnownContent[] = [];
    for (const row of await cases.ofKinds(kindIds)) {
      const content = await workOf(row);
      if (content !== undefined) found.push({ row, content });
    }
    return found;
  };

  const movesBy = async (moving: readonly KnownContent[]): Promise<ReadonlyMap<string, string>> => {
    const moved = new Map<string, string>();
    for (const { content } of moving) {
      const document = content.of && (await register.act(content.of));
      const index = content.caseFiles[0]?.index;
      if (document !== undefined && index !== undefined) moved.set(nameOf(document.row), index);
    }
    return moved;
  };

  const nomenclature = async (year: number): Promise<HeldNomenclature | undefined> => {
    const planning = (await known(PLANNING)).filter(({ content }) => content.year === year);
    const key = keyOf(planning);
    const before = plans.get(year);
    if (before?.key === key) return before.held;
    const held = heldBy(office, year, planning);
    plans.set(year, { key, held });
    return held;
  };

  /** Cases that go on from a year: only into one that has begun, so that there is an end to settings which plan every year alike. */
  const goOnFrom = async (year: number): Promise<ReadonlySet<string>> => {
    const plan = await nomenclature(year);
    const goOn = plan === undefined ? NONE : goingOnIn(plan, await nomenclature(year + 1));
    return goOn.size > 0 && !(await cases.hasDocuments(year + 1)) ? NONE : goOn;
  };

  const formedIn = async (year: number): Promise<FormedYear | undefined> => {
    const plan = await nomenclature(year);
    if (plan === undefined) return undefined;
    const moving = await known(MOVING);
    const goOn = await goOnFrom(year);
    const isBrought = (await goOnFrom(year - 1)).size > 0 && (await cases.hasDocuments(year - 1));
    const earlier = isBrought ? await formedIn(year - 1) : undefined;
    const key = `${await cases.revision(year)} ${keyOf(moving)} ${[...goOn].join(' ')}`;
    const before = formedYears.get(year);
    if (before?.plan === plan && before.key === key && before.earlier === earlier) return before.formed;
    const form = async () =>
      formCases(plan, await filedSheets(office, await cases.documents(year)), await movesBy(moving), {
        brought: earlier?.goingOn ?? [],
        goOn,
      });
    const formed = form();
    formedYears.set(year, { key, plan, earlier, formed });
    formed.catch(() => formedYears.delete(year));
    return formed;
  };

  return {
    nomenclature,
    formed: formedIn,
    async lastYearOf(year, index) {
      let last = year;
      while ((await goOnFrom(last)).has(index)) last += 1;
      return last;
    },
    standing: async (volume) => standingOf(await cases.steps(volume), volume),
    steps: (of) => cases.steps(of),
    contractEnd: contractEnds({ contracts, register }, draftOf),
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

const NONE: ReadonlySet<string> = new Set();

/** A year as it was formed, and of what. */
interface FormedBefore {
  readonly key: string;
  readonly plan: HeldNomenclature;
  readonly earlier: FormedYear | undefined;
  readonly formed: Promise<FormedYear>;
}

interface KnownContent {
  readonly row: RegisterRow;
  readonly content: CaseWork;
}

function keyOf(known: readonly KnownContent[]): string {
  return known.map(({ row }) => nameOf(row)).join(' ');
}

/** What the settings plan, then each document in its turn: that of one unit plans the cases of this unit only. */
function heldBy(office: Office, year: number, planning: readonly KnownContent[]): HeldNomenclature | undefined {
  const settled = office.nomenclature.findLast(({ from = year, to = year }) => from <= year && year <= to);
  let held: HeldNomenclature | undefined = settled && { year, by: null, cases: planned(office, year, settled.cases) };
  for (const { row, content } of planning) {
    const { series, number, date } = row;
    const others = content.unit === undefined ? [] : (held?.cases ?? []).filter(({ unit }) => unit !== content.unit);
    held = { year, by: { series, year: row.year, number, date }, cases: [...others, ...planned(office, year, content.plannedCases)] };
  }
  return held;
}

/** Terms as the articles held them when the year began. */
function planned(office: Office, year: number, cards: CaseWork['plannedCases']): PlannedCase[] {
  const begin = `${String(year).padStart(4, '0')}-01-01` as LocalDate;
  const { retention } = normsOn(begin, office.norms);
  return cards.flatMap((card) => plannedCase(card, retentionOn(retention, card.article ?? '', begin)) ?? []);
}

/**
 * What is registered never changes, and is asked for once. Of a time when nobody noted what a document says of cases its draft tells it, where it lies in this
 * office.
 */
function keptWork(cases: Pick<CaseBook, 'workOf'>, draftOf: DraftOf): (row: RegisterRow) => Promise<CaseWork | undefined> {
  const kept = new Map<string, CaseWork>();
  return async (row) => {
    const name = nameOf(row);
    const found = kept.get(name) ?? (await cases.workOf(row)) ?? (await draftOf(row))?.content;
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
