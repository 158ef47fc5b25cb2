import type { Office } from '../model/office.js';
import type { Problem, RegisterRow } from '../model/ports.js';

/** Numbers of every series and year run from the opening one without gap or repeat (R 6.4). */
export function numberProblems(office: Office, rows: readonly RegisterRow[]): Problem[] {
  const runs = new Map<string, RegisterRow[]>();
  for (const row of rows) runs.set(`${row.series}/${row.year}`, [...(runs.get(`${row.series}/${row.year}`) ?? []), row]);
  return [...runs].flatMap(([run, entries]) => {
    const [first] = entries;
    const opening = office.series.find((series) => series.id === first?.series)?.opening[first?.year ?? 0] ?? 1;
    const ordinals = new Set(entries.map((entry) => entry.ordinal));
    const last = Math.max(...ordinals);
    const missing = Array.from({ length: last - opening + 1 }, (_, index) => opening + index).filter((ordinal) => !ordinals.has(ordinal));
    const early = [...ordinals].filter((ordinal) => ordinal < opening);
    return [
      ...missing.map((ordinal) => ({ code: 'number-missing', path: run, message: `no entry has number ${ordinal}` })),
      ...early.map((ordinal) => ({
        code: 'number-early',
        path: run,
        message: `number ${ordinal} is below the series' opening ${opening}`,
      })),
      ...(ordinals.size === entries.length ? [] : [{ code: 'number-repeated', path: run, message: 'two entries have one number' }]),
    ];
  });
}
