import type { RegisteredAct } from '../../model/act.js';
import { toDigitalStyle } from '../../model/date.js';
import type { Sheet } from '../../model/enclosure.js';

/** The texts of amended acts as they read after this one (R 5.11): for reading, neither signed nor sealed. */
export function consolidatedOf({ act, registration }: RegisteredAct): readonly Sheet[] {
  const mark = `Текст зі змінами, внесеними на підставі ${act.kind.genitive} від ${toDigitalStyle(registration.date)} № ${registration.number}`;
  return (act.consolidated ?? []).map(({ of: { series, year, number }, view }) => ({
    name: `consolidated-${series}-${year}-${number.replaceAll('/', '-')}`,
    view: { ...view, marks: [mark], unsigned: true },
    isSigned: false,
  }));
}
