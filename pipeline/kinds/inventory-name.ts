import type { InventoryName } from '../model/case-on-record.js';
import { toDigitalStyle } from '../model/date.js';
import type { ActReference } from '../model/draft.js';
import type { ListedInventory } from '../model/kind.js';
import type { StorageCategory } from '../model/retention.js';
import { dateAndNumber } from './act-name.js';

/** `справ постійного зберігання` */
export const CATEGORY_WORDS: Readonly<Record<StorageCategory, string>> = {
  permanent: 'постійного зберігання',
  personnel: 'з кадрових питань (особового складу)',
  'long-term': 'тривалого (понад 10 років) зберігання',
  temporary: 'структурного підрозділу',
};

/** `опис справ постійного зберігання за 2021 рік № 1 від 06.02.2023` */
export function inventoryWords({ category, year, number, date }: InventoryName): string {
  return `опис справ ${CATEGORY_WORDS[category]} за ${year} рік № ${number} від ${toDigitalStyle(date)}`;
}

/** The same of an inventory that a draft names, as far as it is on record. */
export function namedInventory(reference: ActReference, listedBy: readonly ListedInventory[] = []): string {
  const found = inventoryOf(reference, listedBy);
  const { year, category } = found?.draft.content ?? {};
  return found === undefined || year === undefined || category === undefined
    ? `опис справ ${dateAndNumber(reference)}`
    : inventoryWords({ ...found.registration, year, category });
}

/** The inventory that a draft names. */
export function inventoryOf({ date, number }: ActReference, listedBy: readonly ListedInventory[] = []): ListedInventory | undefined {
  return listedBy.find(({ registration }) => registration.date === date && registration.number === number);
}
