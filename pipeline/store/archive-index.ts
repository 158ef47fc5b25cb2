import { queryTokens, searchTokens } from '../language/stem.js';
import type { ArchiveIndex, IndexedAct, RegisterRow } from '../model/ports.js';
import type { Desk } from './desk.js';
import { appendLine, linesOfClaim, markPlaced } from './journal-store.js';
import { actName, COLUMNS, type EntryRow, ORDER } from './register-book.js';

/** Acts past which a word is common. */
const MANY = 2000;

/** The index of the archive in the database. */
export function archiveIndex(desk: Desk): ArchiveIndex {
  const { engine, office } = desk;
  return {
    file: (act, event, publish) =>
      desk.write(async (db) => {
        const { series, year, ordinal } = act.registration;
        const entry = await db<EntryRow>('entry').where({ series, year, ordinal }).first();
        if (entry?.drop !== act.drop) throw new Error(`${actName(act.registration)} is not the entry of drop ${act.drop}`);
        if (entry.state !== 'registered' && entry.state !== 'awaiting-signature') return;

        const line = await appendLine(db, desk, { ...event, step: 'filed', act: actName(act.registration) });
        const lines = line.claim === null ? [line] : await linesOfClaim(db, line.claim);
        await markPlaced(
          db,
          lines.map(({ seq }) => seq),
        );
        await db<EntryRow>('entry').where({ id: entry.id }).update({ state: 'filed', path: act.path, office });
        await engine.dialect.putWords(db, entry.id, tokensOf(act));
        // Last, so that nothing but the commit can fail once the folder stands in its place.
        await publish(lines, () => engine.held(db));
      }),

    extend: (act, event, publish) =>
      desk.write(async (db) => {
        const { series, year, ordinal } = act;
        const entry = await db<EntryRow>('entry').where({ series, year, ordinal }).first();
        if (entry === undefined || entry.state === 'registered' || entry.state === 'awaiting-signature')
          throw new Error(`${actName(act)} is not filed`);
        const line = await appendLine(db, desk, { ...event, step: 'extended', act: actName(act) });
        await markPlaced(db, [line.seq]);
        await publish(line.claim === null ? [line] : await linesOfClaim(db, line.claim), () => engine.held(db));
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

/** Search tokens of an act. */
export function tokensOf(act: Pick<IndexedAct, 'registration' | 'title' | 'text'>): string[] {
  return [...new Set([act.registration.number, act.title, act.text].flatMap(searchTokens))];
}
