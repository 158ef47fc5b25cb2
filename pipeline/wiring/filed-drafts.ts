import { filedDraft } from '../filing/filed-draft.js';
import { actFolder } from '../filing/office-path.js';
import type { Draft, DraftContent } from '../model/draft.js';
import { decidedContent } from '../model/examination.js';
import type { Office } from '../model/office.js';
import type { DraftOf } from '../model/rule.js';
import { readerWithin } from './judges.js';
import { readRecord } from './opened-office.js';

/** Reads the drafts of acts that are filed in an office's folder. */
export function filedDrafts(office: Office): DraftOf {
  const read = boundlessReader(office);
  return async (row) => {
    const record = await readRecord(office, row);
    if (record === undefined || record.void !== undefined) return undefined;
    const draft = await filedDraft(actFolder(office, row), record);
    const found = draft && (await read(draft.name, draft.bytes));
    if (found === undefined || record.verdict === undefined) return found;
    return { ...found, content: decidedContent(found.content, record.verdict) };
  };
}

/** What was filed once is read whatever the limits are now; undefined for what cannot be read. */
export function readerOfFiled(office: Office): (name: string, bytes: Buffer) => Promise<DraftContent | undefined> {
  const read = boundlessReader(office);
  return async (name, bytes) => (await read(name, bytes))?.content;
}

function boundlessReader(office: Office): (name: string, bytes: Buffer) => Promise<Draft | undefined> {
  const boundless = Object.fromEntries(Object.keys(office.intake.limits).map((limit) => [limit, Number.MAX_SAFE_INTEGER]));
  const { read } = readerWithin({ ...office.intake.limits, ...boundless });
  return async (name, bytes) => {
    const outcome = await read({ name, bytes });
    return outcome.readable ? outcome.draft : undefined;
  };
}
