import { placeJournalLines } from '../filing/journal-file.js';
import { deliver } from '../filing/outbox.js';
import { giveReceipt } from '../filing/receipt.js';
import { clearScraps } from '../filing/starting.js';
import type { Intake } from '../intake/intake.js';
import type { Trays as IntakeTrays } from '../intake/trays.js';
import { Fault } from '../model/fault.js';
import type { Office } from '../model/office.js';
import type { Store } from '../model/ports.js';
import type { Trays } from '../runner.js';
import { isOfReturn } from '../signing/signing.js';
import { isSecret, reportPrinter } from '../validation/validation.js';
import { readRecord } from './opened-office.js';
import type { SignedElsewhere } from './signed-elsewhere.js';
import { fileIfVoid } from './voided.js';

/** What the runner needs of the trays and the archive of an office. */
export function runnerTrays(
  office: Office,
  store: Store,
  claimed: IntakeTrays,
  { excerptSource }: Intake,
  outside: SignedElsewhere,
): Trays {
  const print = reportPrinter(office.timezone);
  return {
    async refuse(drop, findings) {
      const { name, sha256, receivedAt, droppedBy } = drop;
      const secret = isSecret(findings);
      const isReturn = isOfReturn(findings);
      const source = secret || isReturn ? null : await excerptSource(drop);
      const facts = {
        name,
        sha256,
        receivedAt,
        droppedBy,
        verdict: 'refused',
        findings,
        ...(source === null ? {} : { source }),
        isReturn,
      } as const;
      await claimed.refuse(drop, print(facts), { isSecret: secret });
    },
    deliver: (at) => deliver(office, at, print),
    receipt: (drop, row, same) =>
      giveReceipt(office, drop, row.office === office.id ? row : { ...row, path: `${row.office}: ${row.path}` }, same),
    async filedClaim(row) {
      if (row.office !== office.id) return null;
      const record = await readRecord(office, row);
      if (record === undefined)
        throw new Fault('archive-collision', `${row.path} is ${row.state} in the register and has no record.json; restore the archive`);
      return record.drop.claim;
    },
    placeJournal: () => placeJournalLines(store.journal, office.folders.archive),
    wait: (drop) => claimed.wait(drop),
    goOn: (drop) => claimed.goOn(drop),
    fileVoid: (drop, row) => fileIfVoid(office, store, drop, row),
    async finish(drop) {
      await outside.finish(drop.claim);
      await clearScraps(office, drop.claim);
      await claimed.finish(drop);
    },
  };
}
