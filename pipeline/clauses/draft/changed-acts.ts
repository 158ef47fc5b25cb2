import type { ActOnRecord } from '../../model/act-on-record.js';
import { toDigitalStyle, yearOf } from '../../model/date.js';
import type { ActReference, Change, DraftContent } from '../../model/draft.js';
import { type EffectKind, stateAfter } from '../../model/effect.js';
import { pointerTo } from '../../model/finding.js';
import { beginningOf, isOlder } from '../../model/own-numbers.js';
import type { RegisterWorld } from '../../model/rule.js';
import { excerpt } from './excerpt.js';

/** One change of a draft with the act that it is about, if that is on record. */
export interface ChangedAct {
  readonly change: Change;
  readonly at: string;
  readonly act: ActOnRecord | undefined;
}

/** The changes of a draft, each with its act. */
export async function changedActs({ changes }: DraftContent, { register }: RegisterWorld): Promise<ChangedAct[]> {
  return Promise.all(
    changes.map(async (change, index) => ({ change, at: pointerTo('/changes', index), act: await register.act(change.act) })),
  );
}

/** Fields without which nobody knows which act is meant, in Ukrainian with their keys. */
export function lackingIn({ series, date, number }: ActReference): string[] {
  return [
    series === undefined ? 'серію (series)' : '',
    date === undefined ? 'дату (date)' : '',
    number === undefined ? 'номер (number)' : '',
  ].filter((name) => name !== '');
}

/** Whether an act that is in no register of ours is older than the first of them; undefined where the office has no such series. */
export async function isBeforeOffice(
  reference: Required<ActReference>,
  { office, register, today }: RegisterWorld,
): Promise<boolean | undefined> {
  const { series: id, date, number } = reference;
  const firstYear = await register.firstYear(id ?? '');
  const series = office.series.find((one) => one.id === id);
  if (date === undefined || number === undefined || (series === undefined && firstYear === undefined)) return undefined;
  return isOlder(beginningOf(series ?? { opening: {} }, firstYear, yearOf(today)), { year: yearOf(date), number });
}

/** The state an act has by what others did to it, whether it is filed or not. */
export function stateOf({ changedBy }: ActOnRecord, more: readonly EffectKind[] = []) {
  return stateAfter([...changedBy.map(({ how }) => how), ...more]);
}

/** Whether the number of an act was declared void. */
export function isVoid(act: ActOnRecord): boolean {
  return stateOf(act) === 'void';
}

/** `№ 27 від 19.01.2021` */
export function called({ date, number }: ActReference): string {
  return `№ ${excerpt(number ?? '')}${date === undefined ? '' : ` від ${toDigitalStyle(date)}`}`;
}
