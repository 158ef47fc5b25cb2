import type { RegisteredAct } from '../../model/act.js';
import type { Enclosures } from '../../model/enclosure.js';
import type { Norms } from '../../model/norms.js';
import type { Office } from '../../model/office.js';
import type { WorkingCalendar } from '../../model/working-calendar.js';
import { blankReverseOf } from './blank-reverse.js';
import { caseSheetsOf } from './case-sheets.js';
import { comparisonOf } from './comparison.js';
import { consolidatedOf } from './consolidated.js';
import { copiesOf } from './copies.js';
import { dispatchOf } from './dispatch.js';
import { inventoryCopiesOf } from './inventory-copies.js';
import { visasOf } from './visas.js';

/** What sheets are made by beside the document. */
export interface EnclosureWorld {
  readonly norms: Norms;
  readonly calendar: WorkingCalendar;
}

/** Everything that goes with a registered document. */
export function enclosuresOf(registered: RegisteredAct, office: Office, { norms, calendar }: EnclosureWorld): Enclosures {
  const { copies, sheets } = copiesOf(registered, office);
  return {
    copies,
    sheets: [
      ...visasOf(registered, office),
      ...consolidatedOf(registered),
      ...comparisonOf(registered, office),
      ...blankReverseOf(registered, office),
      ...dispatchOf(registered, office, { norms, calendar }, copies),
      ...sheets,
      ...caseSheetsOf(registered, office),
      ...inventoryCopiesOf(registered, office, norms),
    ],
  };
}
