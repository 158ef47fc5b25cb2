import type { ActOnRecord } from '../../model/act-on-record.js';
import type { TakenCaseStep } from '../../model/case-steps.js';
import type { ActReference, DraftContent } from '../../model/draft.js';
import { type ActName, nameOf } from '../../model/effect.js';
import { pointerTo, type Remark } from '../../model/finding.js';
import type { RegisterWorld } from '../../model/rule.js';
import { called, isVoid, lackingIn } from './changed-acts.js';
import { excerpt } from './excerpt.js';

/** An inventory as a document names it; undefined parts are not on record. */
export interface NamedInventory {
  readonly at: string;
  readonly reference: ActReference;
  readonly act: ActOnRecord | undefined;
  /** The cases that it lists. */
  readonly listed: readonly TakenCaseStep[];
}

/** The inventories that a document names, in its order. */
export async function namedInventories({ inventories }: DraftContent, { register, archive }: RegisterWorld): Promise<NamedInventory[]> {
  if (inventories.length === 0) return [];
  const byInventory = new Map<string, TakenCaseStep[]>();
  for (const step of await archive.steps()) {
    if (step.how !== 'lists') continue;
    const listed = byInventory.get(nameOf(step.by));
    if (listed === undefined) byInventory.set(nameOf(step.by), [step]);
    else listed.push(step);
  }
  return Promise.all(
    inventories.map(async (reference, position) => {
      const act = await register.act(reference);
      const listed = act === undefined ? [] : (byInventory.get(nameOf(act.row)) ?? []);
      return { at: pointerTo('/inventories', position), reference, act, listed };
    }),
  );
}

/** What keeps a document from speaking of an inventory: it names none wholly, none that is registered, a void number, or no inventory. */
export function inventoryRemarks({ at, reference, act, listed }: NamedInventory): Remark[] {
  const expected = 'зареєстрований опис справ';
  const hint = 'Візьміть серію (series), дату (date) і номер (number) опису з реєстру.';
  const lacks = lackingIn(reference);
  if (lacks.length > 0) return [{ at, message: `Для опису не вказано: ${lacks.join(', ')}`, expected, hint }];
  if (act === undefined)
    return [{ at, message: `Опису ${called(reference)} у реєстрі «${excerpt(reference.series ?? '')}» немає`, expected, hint }];
  if (isVoid(act)) return [{ at, message: `Опис ${called(reference)}: номер анульовано`, expected, hint }];
  if (listed.length === 0) return [{ at, message: `Документ ${called(reference)} — не опис справ`, expected, hint }];
  return [];
}

/** Whether steps are of one of the inventories. */
export function isListedIn(inventories: readonly NamedInventory[], listed: { readonly by: ActName } | null): boolean {
  return listed !== null && inventories.some(({ act }) => act !== undefined && nameOf(act.row) === nameOf(listed.by));
}
