import type { ActOnRecord } from './act-on-record.js';
import { yearOf } from './date.js';
import type { DraftContent, Edit, Point } from './draft.js';
import { type ActName, nameOf } from './effect.js';
import type { ContentOf, RegisterView } from './rule.js';

/** Why an edit cannot be carried out: it is not said how, or which point, or the new words; or its point, or the one above it, is not there, or is. */
export type EditFlaw = 'no-how' | 'no-point' | 'no-text' | 'absent' | 'present' | 'no-parent';

/** A text after some edits, and those of them, by index, that could not be carried out. */
export interface Consolidated {
  readonly content: DraftContent;
  readonly flaws: readonly { readonly edit: number; readonly flaw: EditFlaw }[];
}

/**
 * The text of an act after edits to its points, one after the other: a point gets new words, and keeps its sub-points; is added under its own number,
 * after those it follows; or is left out with its sub-points. All others keep their numbers. An edit that cannot be carried out changes nothing.
 */
export function consolidate(content: DraftContent, edits: readonly Edit[]): Consolidated {
  let points = content.operative;
  const flaws: Consolidated['flaws'][number][] = [];
  for (const [edit, one] of edits.entries()) {
    const edited = afterEdit(points, one);
    if (typeof edited === 'string') flaws.push({ edit, flaw: edited });
    else points = edited;
  }
  return { content: { ...content, operative: points }, flaws };
}

/** The draft of an act on record with all that later acts say in such a form carried out; undefined where its own draft is not to be had. */
export async function currentContent(
  act: Pick<ActOnRecord, 'row' | 'changedBy'>,
  find: RegisterView['act'],
  contentOf: ContentOf,
): Promise<DraftContent | undefined> {
  let content = await contentOf(act.row);
  if (content === undefined) return undefined;
  for (const { how, series, date, number } of act.changedBy) {
    const changing = how === 'amends' ? await find({ series, date, number }) : undefined;
    const changes = (changing && (await contentOf(changing.row)))?.changes ?? [];
    const edits = changes.filter((change) => change.how === 'amends' && isAbout(change.act, act.row)).flatMap((change) => change.edits);
    content = consolidate(content, edits).content;
  }
  return content;
}

/** Whether a reference names an act. */
export function isAbout({ series, date, number }: DraftContent['changes'][number]['act'], act: ActName): boolean {
  if (series === undefined || date === undefined || number === undefined) return false;
  return nameOf({ series, year: yearOf(date), number }) === nameOf(act);
}

function afterEdit(points: readonly Point[], { point, how, text }: Edit): readonly Point[] | EditFlaw {
  if (how === undefined) return 'no-how';
  if (point === undefined) return 'no-point';
  if (how === 'delete') return within(points, point, () => []) ?? 'absent';
  if (text === undefined) return 'no-text';
  if (how === 'replace') return within(points, point, (found) => [{ ...found, text }]) ?? 'absent';
  if (within(points, point, (found) => [found]) !== undefined) return 'present';
  const added: Point = { n: point, text, points: [] };
  const above = point.split('.').slice(0, -1).join('.');
  if (above === '') return inserted(points, added);
  return within(points, above, (found) => [{ ...found, points: inserted(found.points, added) }]) ?? 'no-parent';
}

/** The points with one of them, at whatever depth, replaced; undefined if it is not among them. */
function within(points: readonly Point[], n: string, replacing: (found: Point) => readonly Point[]): readonly Point[] | undefined {
  const at = points.findIndex((point) => point.n === n);
  const found = points[at];
  if (found !== undefined) return [...points.slice(0, at), ...replacing(found), ...points.slice(at + 1)];
  for (const [index, point] of points.entries()) {
    const deeper = within(point.points, n, replacing);
    if (deeper !== undefined) return [...points.slice(0, index), { ...point, points: deeper }, ...points.slice(index + 1)];
  }
  return undefined;
}

function inserted(points: readonly Point[], added: Point): readonly Point[] {
  const next = points.findIndex((point) => compareNumbers(point.n, added.n) > 0);
  const at = next < 0 ? points.length : next;
  return [...points.slice(0, at), added, ...points.slice(at)];
}

/** By the numbers within them, so that `2` comes before `2-1`, and `2-1` before `3` and `10`. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((n) => (n.match(/\d+/g) ?? []).map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at += 1) {
    const difference = (left?.[at] ?? -1) - (right?.[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
