import { readFile } from 'node:fs/promises';
import type { View } from '../../pipeline/model/kind.js';
import { judges, readerWithin } from '../../pipeline/wiring/judges.js';
import { readOffice } from '../../pipeline/wiring/office-here.js';
import { TWO_PAGES } from './drafts.js';
import { seeded } from './seeded.js';

/**
 * Views of the decision of two pages under so many numbers. The words of each point stand in another order every time: so nothing that was laid out for one
 * act can serve another, but the words themselves.
 */
export async function twoPageViews(office: string, count: number): Promise<View[]> {
  const settings = await readOffice(office);
  const outcome = await readerWithin(settings.intake.limits).read({ name: TWO_PAGES, bytes: await readFile(TWO_PAGES) });
  const [kind] = judges.kinds;
  if (!outcome.readable || kind === undefined) throw new Error(`${TWO_PAGES} cannot be read`);
  const { draft } = outcome;
  const date = kind.dateOf(draft.content);
  if (date === undefined) throw new Error(`${TWO_PAGES} has no date`);
  const random = seeded(1);
  return Array.from({ length: count }, (_, index) => {
    const ordinal = index + 1;
    const registration = { series: kind.id, year: 2021, ordinal, number: String(ordinal), date, registeredAt: '' };
    const view = kind.view(draft, registration, settings);
    return { ...view, points: view.points.map((point) => ({ ...point, text: shuffled(point.text.split(' '), random).join(' ') })) };
  });
}

function shuffled(words: readonly string[], random: () => number): string[] {
  return words
    .map((word) => ({ word, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
}
