import type { RegisteredAct } from '../../model/act.js';
import type { Sheet } from '../../model/enclosure.js';
import type { Office } from '../../model/office.js';
import { visaSheet } from '../visa-sheet.js';
import { visaBlocks } from '../visa-table.js';
import { sheetView } from './sheet-view.js';

/** The visas of an act's draft (R 5.10, 10.6), with the pages of the act as they were measured; none where there are none. */
export function visasOf(registered: RegisteredAct, office: Office): readonly Sheet[] {
  const { draft, trial, kind, traits } = registered.act;
  const { visas } = draft.content;
  if (visas.length === 0 || kind === visaSheet) return [];
  // Of a contract the paper was visaed, not its card.
  const pages = traits.agreement === undefined ? trial.runs.reduce((sum, run) => sum + run.pages, 0) : undefined;
  return [
    {
      name: 'visas',
      view: sheetView(registered, office, { heading: 'АРКУШ ПОГОДЖЕННЯ', body: visaBlocks(visas, pages) }),
      isSigned: false,
      isBound: true,
    },
  ];
}
