import { noteWaiting } from '../filing/waiting-note.js';
import type { Reading } from '../intake/reading.js';
import { addresseesOf, groundsOf, type Letter, materialsLetter, refusalLetter } from '../letters/letters.js';
import type { Act, ArchiveEntry, SignedAct } from '../model/act.js';
import { localDateAt } from '../model/date.js';
import type { DraftContent, ReadDraft } from '../model/draft.js';
import type { Drop } from '../model/drop.js';
import { decidedContent, type ExaminationBook, type Ground, type Verdict } from '../model/examination.js';
import { type Finding, ruleId } from '../model/finding.js';
import type { Kind } from '../model/kind.js';
import { seriesOf } from '../model/office.js';
import { type NonEmpty, type Outcome, refused, type Stage, type Waiting } from '../model/outcome.js';
import type { RegisterBook } from '../model/ports.js';
import { findings, isSecret, type ValidationParts } from '../validation/validation.js';
import type { PostBox } from './posting.js';

export interface ExaminingParts extends Omit<ValidationParts, 'register'> {
  readonly register: RegisterBook;
  readonly examinations: ExaminationBook;
  readonly postBox: PostBox;
  readonly read: Reading['read'];
}

/**
 * Validation of what contracts need beside rules (R 27): one that is sound waits until the legal department's verdict is registered, and is then judged as a document of
 * that day, signed by whoever signed the verdict; one that cannot be registered, and an agreement about one, goes back with a letter. `check` judges all
 * that takes its number now.
 */
export function examining(check: Stage<ReadDraft, Act>, parts: ExaminingParts): Stage<ReadDraft, Act, Waiting> {
  const { examinations, kinds, office, clock } = parts;

  /** What the rules say of a contract that has no date yet. */
  const judged = async (read: ReadDraft): Promise<readonly Finding[]> => {
    const { register, draftOf, archive, measureOriginal, measure } = parts;
    return (await findings(parts, read, { office, register, draftOf, archive, measureOriginal, trial: { office, measure } })).findings;
  };

  /** For what the machine refuses the letter is of the day on which the drop came. */
  const giveBack = async <T>(read: ReadDraft, found: NonEmpty<Finding>, verdict?: Verdict): Promise<Outcome<T>> => {
    const { drop } = read;
    if (!isSecret(found)) {
      const { content } = read.draft;
      const grounds: readonly Ground[] = verdict === undefined ? groundsOf(found) : verdict.grounds;
      const occasion = {
        ...{ office, claim: drop.claim, contract: drop.sha256, subject: content.subject },
        addressees: addresseesOf(await partiesOf(content, parts)),
        date: verdict?.date ?? localDateAt(new Date(drop.receivedAt), office.timezone),
      };
      const letter = refusalLetter(occasion, content, grounds);
      await parts.postBox.post(drop, [refusalLetter(occasion, content, grounds, await spoiltIn(letter, parts))]);
    }
    await examinations.settle(drop.claim);
    return refused(found);
  };

  const examine = async (read: ReadDraft, kind: Kind): Promise<Outcome<Act> | Waiting> => {
    const { drop, draft } = read;
    const verdict = await examinations.verdictOn(drop.claim);
    if (verdict?.how === 'register') {
      const outcome = await check.run({ ...read, draft: { ...draft, content: decidedContent(draft.content, verdict) } });
      return outcome.ok ? { ...outcome, value: { ...outcome.value, verdict } } : giveBack(read, outcome.findings);
    }
    const found = await judged(read);
    if (verdict !== undefined) {
      const remarks = found.filter(({ severity }) => severity === 'warn');
      return giveBack(read, [...groundFindings(drop, verdict), ...remarks], verdict);
    }
    const [first, ...others] = found;
    if (first !== undefined && found.some(({ severity }) => severity === 'refuse')) return giveBack(read, [first, ...others]);
    const { content } = draft;
    const pending = {
      ...{ claim: drop.claim, drop: drop.sha256, series: seriesOf(office, kind, content).id, kind: kind.id, name: drop.name },
      ...{ title: kind.titleOf(content), subject: content.subject, parties: content.parties.flatMap(({ name }) => name ?? []) },
      addressees: addresseesOf(content.parties),
      received: content.received ?? localDateAt(clock.now(), office.timezone),
      findings: found,
    };
    const event = { who: 'regesta', detail: { waitsFor: 'verdict', warnings: found.length } };
    const claim = await examinations.wait(pending, event, (lines, held) => noteWaiting(drop, pending, lines, held));
    return claim === drop.claim ? { ok: false, waitsFor: 'verdict' } : refused([waitsAlready(drop)]);
  };

  return {
    name: check.name,
    async run(read) {
      const { content } = read.draft;
      const kind = kinds.find(({ id }) => id === content.kind);
      const agreement = kind?.traits(content).agreement;
      if (kind === undefined || agreement === undefined) return check.run(read);
      if (agreement === 'contract') return examine(read, kind);
      const outcome = await check.run(read);
      return outcome.ok ? outcome : giveBack(read, outcome.findings);
    },
  };
}

/** Filing before which the parties of a contract are asked for what its examination needs (R 27.9). */
export function asking(
  filing: Stage<SignedAct, ArchiveEntry>,
  { office, examinations, postBox }: Pick<ExaminingParts, 'office' | 'examinations' | 'postBox'>,
): Stage<SignedAct, ArchiveEntry> {
  return {
    name: filing.name,
    async run(signed) {
      const { drop, draft, date, traits } = signed.act;
      const { step } = signed.registration;
      if (traits.examines === 'verdict' && step?.how === 'ask') {
        const contract = await examinations.waiting(step.contract);
        if (contract?.claim === step.claim) {
          const { subject, addressees } = contract;
          const occasion = { office, claim: drop.claim, contract: step.contract, subject, addressees, date };
          await postBox.post(drop, [materialsLetter(occasion, draft.content.materials)]);
        }
      }
      return filing.run(signed);
    },
  };
}

/** Where a letter itself says what rules would refuse it for. */
async function spoiltIn(letter: Letter, { read, ...parts }: ExaminingParts): Promise<ReadonlySet<string>> {
  const outcome = await read(letter);
  if (!outcome.readable) return new Set();
  const { findings: found } = await findings(parts, outcome);
  return new Set(found.filter(({ severity }) => severity === 'refuse').map(({ at }) => at.pointer));
}

/** Those of the draft; of one that names none, those of the contract that it is about. */
async function partiesOf(content: DraftContent, { register, draftOf }: ExaminingParts): Promise<DraftContent['parties']> {
  if (content.parties.length > 0 || content.of === undefined) return content.parties;
  const contract = await register.act(content.of);
  return (contract && (await draftOf(contract.row)))?.content.parties ?? [];
}

/** One finding a ground, as the lawyer gave it. */
function groundFindings(drop: Drop, { grounds }: Verdict): NonEmpty<Finding> {
  const finding = ({ clause, law, text }: Ground): Finding => ({
    ...{ file: drop.name, rule: ruleId('27.11-verdict'), clause: clause ?? '27.11', severity: 'refuse' },
    message: `${text ?? ''}${law === undefined ? '' : ` (${law})`}`,
    ...{ expected: null, hint: null, at: { pointer: '', line: null, column: null } },
  });
  const [first, ...others] = grounds.map(finding);
  if (first === undefined) throw new Error('No rule refused a verdict without grounds');
  return [first, ...others];
}

function waitsAlready({ name }: Drop): Finding {
  return {
    ...{ file: name, rule: ruleId('T-waiting'), clause: null, severity: 'refuse' },
    message: 'Цей самий договір уже подано: він чекає висновку юридичного відділу',
    expected: 'договір, який ще не подавали',
    hint: 'Нічого не робіть: результат надійде за договором, поданим раніше.',
    at: { pointer: '', line: null, column: null },
  };
}
