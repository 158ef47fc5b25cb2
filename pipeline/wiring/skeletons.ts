import { kinds } from '../kinds/index.js';
import { localDateAt } from '../model/date.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import { normsOn } from '../norms/norms.js';
import { type KnownToday, skeletonOf, xmlOf } from '../skeleton/skeleton.js';
import { systemClock } from './clock.js';

/** The text of a skeleton draft of a kind, with what the office knows today if one is named. Fault `usage` for a kind that there is not. */
export async function skeletonText(id: string, format: 'json' | 'xml', directory: string | undefined): Promise<string> {
  const kind = kinds.find((candidate) => candidate.id === id);
  if (kind === undefined) throw new Fault('usage', `no kind "${id}"; there are: ${kinds.map((each) => each.id).join(', ')}`);
  const office = directory === undefined ? undefined : await officeAt(directory);
  const draft = skeletonOf(kind, office && knownToday(office));
  return format === 'json' ? `${JSON.stringify(draft, null, 2)}\n` : xmlOf(draft, kind.shape, kind.id);
}

function knownToday(office: Office): KnownToday {
  const today = localDateAt(systemClock.now(), office.timezone);
  return { office, today, visas: normsOn(today, office.norms).visas };
}

async function officeAt(directory: string): Promise<Office> {
  const { readOffice } = await import('./office-here.js');
  return readOffice(directory);
}
