import type { RegisteredAct } from '../../model/act.js';
import type { Sheet } from '../../model/enclosure.js';
import type { Office } from '../../model/office.js';
import { sheetView } from './sheet-view.js';

/** Reverse of the first sheet of an act on a blank of strict account: the blank's number at the lower left (R 24.6), to be printed there. */
export function blankReverseOf(registered: RegisteredAct, office: Office): readonly Sheet[] {
  const { blank } = registered.registration;
  if (blank === undefined) return [];
  const view = sheetView(registered, office, { heading: '', body: [] });
  return [{ name: 'blank', view: { ...view, marks: [], title: '', foot: `Бланк № ${blank.number}` }, isSigned: false }];
}
