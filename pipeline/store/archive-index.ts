import type { Knex } from 'knex';
import { queryTokens, searchTokens } from '../language/stem.js';
import { yearOf } from '../model/date.js';
import { isUnfiled, nameOf } from '../model/effect.js';
import type { ArchiveIndex, IndexedAct, OlderAct, RegisterRow } from '../model/ports.js';
import { sheetColumns } from './case-store.js';
import type { Desk } from './desk.js';
import { settleState, settleTargets, stateBy } from './effects.js';
import { appendLine, appendOfSettled, linesOfClaim, markPlaced } from './journal-store.js';
import { actPath, BEYOND_OWN, COLUMNS, type EntryRow, entryId, ORDER, registrationOf } from './register-book.js';

/** Acts past which a word is common. */
const MANY = 2000;

/** The index of the archive in the database. `archive` is its path relative to the office. */
export function archiveIndex(desk: Desk, archive: string): ArchiveIndex {
  const { engine, clock, office } = desk;
  return {
    file: (act, event, publish) =>
      desk.write(async (db) => {
        const { series, year, ordinal } = act.registration;
        const entry = await db<EntryRow>('entry').where({ series, year, ordinal }).first();
        if (entry?.drop !== act.drop) throw new Error(`${nameOf(act.registration)} is not the entry of drop ${act.drop}`);
        if (!isUnfiled(entry.state)) return;

        const line = await appendLine(db, desk, { ...event, step: 'filed', act: nameOf(act.registration) });
        const lines = line.claim === null ? [line] : await linesOfClaim(db, line.claim);
        await markPlaced(
          db,
          lines.map(({ seq }) => seq),
        );
        const state = await stateBy(db, entry);
        await db<EntryRow>('entry')
          .where({ id: entry.id })
          .update({ state, path: act.path, office, ...sheetColumns(act.sheets) });
        if (state === 'void') await settleTargets(db, entry.id);
        await engine.dialect.putWords(db, entry.id, tokensOf(act));
        // Last, so that nothing but the commit can fail once the folder stands in its place.
        await publish(lines, () => engine.held(db));
      }),

    extend: (act, event, publish) =>
      desk.write(async (db) => {
        const { series, year, ordinal } = act;
        const entry = await db<EntryRow>('entry').where({ series, year, ordinal }).first();
        if (entry === undefined || isUnfiled(entry.state)) throw new Error(`${nameOf(act)} is not filed`);
        const line = await appendLine(db, desk, { ...event, step: 'extended', act: nameOf(act) });
        await markPlaced(db, [line.seq]);
        await publish(line.claim === null ? [line] : await linesOfClaim(db, line.claim), () => engine.held(db));
      }),

    destroy: (act, event, publish) =>
      desk.write(async (db) => {
        const { series, year, number } = act;
        const entry = await db<EntryRow>('entry').where({ series, year, number }).first();
        if (entry === undefined || isUnfiled(entry.state)) throw new Error(`${nameOf(act)} is not filed`);
        if (entry.state === 'destroyed') return;
        const line = await appendOfSettled(db, desk, { ...event, step: 'destroyed', act: nameOf(act) });
        await markPlaced(db, [line.seq]);
        await db<EntryRow>('entry').where({ id: entry.id }).update({ state: 'destroyed' });
        await engine.dialect.putWords(db, entry.id, []);
        await publish(line.claim === null ? [line] : await linesOfClaim(db, line.claim), () => engine.held(db));
      }),

    enter: (act, event, describe, publish) =>
      desk.write(async (db) => {
        const { series, kind, date, number, title, issuer, drop } = act;
        const year = yearOf(date);
        if ((await db<EntryRow>('entry').where({ series, year, number }).first('id')) !== undefined) return;
        const row: Omit<EntryRow, 'id'> = {
          ...{
            series,
            year,
            number,
            date,
            kind,
            title,
            issuer,
            drop,
            office,
            author_id: null,
            delegated: null,
            imported: 1,
            ...sheetColumns(undefined),
            state: 'filed',
          },
          ordinal: await olderOrdinal(db, act),
          registered_at: clock.now().toISOString(),
          path: actPath(archive, { series, year, number }),
        };
        const registration = registrationOf(row);
        await db<EntryRow>('entry').insert(row);
        await engine.dialect.putWords(db, await entryId(db, drop), tokensOf({ registration, title, text: '' }));
        await settleState(db, row);
        const detail = describe(registration);
        const line = await appendLine(db, desk, { ...event, claim: null, drop, step: 'imported', act: nameOf(row), detail });
        await markPlaced(db, [line.seq]);
        await publish(registration, line, () => engine.held(db));
      }),

    async search(query, limit) {
      const tokens = queryTokens(query);
      if (tokens.length === 0) return [];
      return await engine.read(async (db) => {
        const found = engine.dialect.idsWithWords(db, tokens);
        const rows = db<RegisterRow>('entry')
          .select(...COLUMNS)
          .orderBy([...ORDER]);
        if (limit !== undefined) rows.limit(limit);
        // Of very many the first are found sooner by going through the register in its order; the sign keeps the engine from looking up each.
        if (limit !== undefined && (await found.clone().limit(MANY)).length === MANY) return rows.whereRaw('+entry.id in (?)', [found]);
        return rows.join(found.as('found'), 'found.found_id', 'entry.id');
      });
    },
  };
}

/** Of a plain number the number itself, as of an own act; of `12/1` or `12-а` the first that is free beyond every own one, in the order of what they begin with. */
async function olderOrdinal(db: Knex, { series, date, number, ordinal: plain }: OlderAct): Promise<number> {
  if (plain !== null) return plain;
  const first = BEYOND_OWN + 1000 * Number(/^\d{1,6}/.exec(number)?.[0] ?? 0);
  const taken: number[] = await db<EntryRow>('entry')
    .where({ series, year: yearOf(date) })
    .where('ordinal', '>=', first)
    .pluck('ordinal');
  let ordinal = first;
  for (const all = new Set(taken); all.has(ordinal); ) ordinal += 1;
  return ordinal;
}

/** Search tokens of an act. */
export function tokensOf(act: Pick<IndexedAct, 'registration' | 'title' | 'text'>): string[] {
  return [...new Set([act.registration.number, act.title, act.text].flatMap(searchTokens))];
}
