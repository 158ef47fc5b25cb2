import { afterAll } from 'vitest';
import { ENGINES, type ScratchStore, SERVERS } from '../store/scratch-store.js';
import { tempOffice } from './temp-office.js';

/** An engine under a whole office. */
export interface OfficeEngine {
  readonly name: string;
  /** What an idle work area holds. */
  readonly workFiles: readonly string[];
  /** A demonstration office on a database of its own. */
  tempOffice(change?: (settings: string) => string): Promise<string>;
}

const made: ScratchStore[] = [];
afterAll(async () => {
  for (const scratch of made) await scratch.remove();
});

/** A new database, removed after the tests of this file. */
export async function newDatabase(engine: (typeof ENGINES)[number]): Promise<string> {
  const scratch = await engine.scratchStore();
  made.push(scratch);
  return scratch.database;
}

export const onDatabase = (database: string) => (settings: string) => settings.replace(/^database:.*$/m, `database: ${database}`);

const officeEngine = (engine: (typeof ENGINES)[number]): OfficeEngine =>
  engine.name === 'SQLite'
    ? { name: engine.name, workFiles: ['lock.sqlite'], tempOffice }
    : {
        name: engine.name,
        workFiles: [],
        async tempOffice(change = (settings) => settings) {
          const toServer = onDatabase(await newDatabase(engine));
          return tempOffice((settings) => toServer(change(settings)));
        },
      };

/** As `ENGINES` and `SERVERS` of the store. */
export const OFFICE_ENGINES = ENGINES.map(officeEngine);
export const OFFICE_SERVERS = SERVERS.map(officeEngine);
