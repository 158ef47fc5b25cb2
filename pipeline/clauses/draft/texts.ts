import type { ContractTerms, Party } from '../../model/contract.js';
import type { Annex, Block, Commission, DraftContent, Person, Point } from '../../model/draft.js';
import { pointerTo } from '../../model/finding.js';

/** One text of a draft and where it stands. */
export interface DraftText {
  readonly at: string;
  readonly text: string;
  /** What it is: a line of its own, an item of a list, a cell of a table, or a field beside the printed words. */
  readonly form: 'line' | 'item' | 'cell' | 'field';
}

/** Every text of the act itself, annexes apart, in the order of the draft. */
export function* ownTexts(content: DraftContent): Iterable<DraftText> {
  yield* text('/title', content.title, 'line');
  for (const [index, paragraph] of content.stating.text.entries()) yield* text(pointerTo('/stating/text', index), paragraph, 'line');
  for (const [index, { act, norms }] of content.stating.basis.entries()) {
    yield* text(pointerTo('/stating/basis', index, 'act'), act, 'field');
    for (const [position, norm] of norms.entries()) yield* text(pointerTo('/stating/basis', index, 'norms', position), norm, 'field');
  }
  yield* pointTexts(content.operative, '/operative');
  yield* personTexts('/control', content.control);
  for (const [index, change] of content.changes.entries())
    yield* text(pointerTo('/changes', index, 'explanation'), change.explanation, 'field');
  yield* commissionTexts(content.commission);
  for (const [index, visa] of content.visas.entries()) {
    yield* personTexts(pointerTo('/visas', index), visa);
    yield* text(pointerTo('/visas', index, 'remarks'), visa.remarks, 'field');
    for (const [position, paragraph] of (visa.objection?.text ?? []).entries())
      yield* text(pointerTo('/visas', index, 'objection', 'text', position), paragraph, 'line');
  }
  yield* personTexts('/speaker', content.speaker);
  for (const [index, person] of content.invited.entries()) yield* personTexts(pointerTo('/invited', index), person);
  for (const [index, paragraph] of (content.note?.text ?? []).entries()) yield* text(pointerTo('/note/text', index), paragraph, 'line');
  for (const [index, { title, responsible }] of content.primary.entries()) {
    yield* text(pointerTo('/primary', index, 'title'), title, 'field');
    yield* personTexts(pointerTo('/primary', index, 'responsible'), responsible);
  }
  yield* text('/urgent/ground', content.urgent?.ground, 'field');
  yield* text('/urgent/leaveBy', content.urgent?.leaveBy, 'field');
  for (const [index, { to }] of content.mailing.entries()) yield* text(pointerTo('/mailing', index, 'to'), to, 'field');
  yield* agreementTexts(content);
  yield* meetingTexts(content);
  yield* planTexts(content);
  yield* paperTexts(content);
  yield* personTexts('/signatory', content.signatory);
}

/** Texts of plans, of minutes of other gatherings and of reports on delegations. */
function* planTexts({ questions, controlled, events, members, gathering, delegation }: DraftContent): Iterable<DraftText> {
  for (const [index, { text: words, executor }] of questions.entries()) {
    yield* text(pointerTo('/questions', index, 'text'), words, 'line');
    yield* text(pointerTo('/questions', index, 'executor'), executor, 'field');
  }
  for (const [index, { title, executor }] of controlled.entries()) {
    yield* text(pointerTo('/controlled', index, 'title'), title, 'line');
    yield* text(pointerTo('/controlled', index, 'executor'), executor, 'field');
  }
  for (const [index, { text: words, time, place, executor }] of events.entries()) {
    yield* text(pointerTo('/events', index, 'text'), words, 'line');
    yield* text(pointerTo('/events', index, 'time'), time, 'field');
    yield* text(pointerTo('/events', index, 'place'), place, 'field');
    yield* text(pointerTo('/events', index, 'executor'), executor, 'field');
  }
  for (const [index, person] of members.entries()) yield* personTexts(pointerTo('/members', index), person);
  yield* personTexts('/gathering/secretary', gathering?.secretary);
  yield* text('/delegation/from', delegation?.from, 'field');
  yield* personTexts('/delegation/head', delegation?.head);
}

/** Texts of the card of a contract, of what is said of one, and of its examination. */
function* agreementTexts(content: DraftContent): Iterable<DraftText> {
  yield* termTexts(content, '');
  for (const [index, { text: words, clause }] of content.essential.entries()) {
    yield* text(pointerTo('/essential', index, 'text'), words, 'line');
    yield* text(pointerTo('/essential', index, 'clause'), clause, 'field');
  }
  for (const [index, { point, text: words }] of content.edits.entries()) {
    yield* text(pointerTo('/edits', index, 'point'), point, 'field');
    yield* text(pointerTo('/edits', index, 'text'), words, 'line');
  }
  if (content.newTerms !== undefined) yield* termTexts(content.newTerms, '/newTerms');
  for (const [index, { law, text: words }] of content.grounds.entries()) {
    yield* text(pointerTo('/grounds', index, 'text'), words, 'line');
    yield* text(pointerTo('/grounds', index, 'law'), law, 'field');
  }
  for (const [index, item] of content.materials.entries()) yield* text(pointerTo('/materials', index), item, 'line');
}

function* termTexts({ subject, parties, amount, controllers }: ContractTerms, base: string): Iterable<DraftText> {
  yield* text(`${base}/subject`, subject, 'line');
  for (const [index, party] of parties.entries()) yield* partyTexts(party, pointerTo(`${base}/parties`, index));
  yield* text(`${base}/amount/words`, amount?.words, 'field');
  for (const [index, person] of controllers.entries()) yield* personTexts(pointerTo(`${base}/controllers`, index), person);
}

function* partyTexts({ role, name, code, address, bank, signatory }: Party, at: string): Iterable<DraftText> {
  yield* text(`${at}/role`, role, 'field');
  yield* text(`${at}/name`, name, 'field');
  yield* text(`${at}/code`, code, 'field');
  yield* text(`${at}/address`, address, 'field');
  yield* text(`${at}/bank/iban`, bank?.iban, 'field');
  yield* text(`${at}/bank/name`, bank?.name, 'field');
  yield* personTexts(`${at}/signatory`, signatory);
  yield* text(`${at}/signatory/authority/ground`, signatory?.authority?.ground, 'field');
  yield* text(`${at}/signatory/authority/number`, signatory?.authority?.number, 'field');
}

/** Texts of an agenda and of minutes. */
function* meetingTexts({ meeting, items }: DraftContent): Iterable<DraftText> {
  yield* text('/meeting/place', meeting?.place, 'field');
  yield* text('/meeting/closed/ground', meeting?.closed?.ground, 'line');
  yield* personTexts('/meeting/chair', meeting?.chair);
  yield* personTexts('/meeting/secretary', meeting?.secretary);
  for (const key of ['attended', 'absent'] as const)
    for (const [index, person] of (meeting?.[key] ?? []).entries()) yield* personTexts(pointerTo('/meeting', key, index), person);
  for (const [index, item] of items.entries()) {
    const at = pointerTo('/items', index);
    yield* text(`${at}/title`, item.title, 'line');
    yield* personTexts(`${at}/speaker`, item.speaker);
    yield* text(`${at}/closed/ground`, item.closed?.ground, 'line');
    for (const key of ['heard', 'spoke', 'changed', 'resolved'] as const)
      for (const [position, paragraph] of item[key].entries()) yield* text(pointerTo(at, key, position), paragraph, 'line');
  }
}

/** Texts of documents that have no points. */
function* paperTexts(content: DraftContent): Iterable<DraftText> {
  for (const [index, { to, address }] of content.addressees.entries()) {
    yield* text(pointerTo('/addressees', index, 'to'), to, 'field');
    yield* text(pointerTo('/addressees', index, 'address'), address, 'field');
  }
  yield* text('/answers/from', content.answers?.from, 'field');
  yield* text('/contact/name', content.contact?.name, 'field');
  yield* text('/contact/phone', content.contact?.phone, 'field');
  yield* text('/recipient', content.recipient, 'field');
  yield* text('/reason', content.reason, 'line');
  yield* text('/courtAct/court', content.courtAct?.court, 'field');
  yield* text('/courtAct/case', content.courtAct?.case, 'field');
  for (const [index, { reason }] of (content.blanks?.spoiled ?? []).entries())
    yield* text(pointerTo('/blanks/spoiled', index, 'reason'), reason, 'field');
  yield* bodyTexts(content);
}

/** The running text of a document that has one. */
export function bodyTexts({ body }: DraftContent): Iterable<DraftText> {
  return blockTexts(body, '/body', 'line');
}

/** Every text of the annexes, in the order of the draft. */
export function* annexTexts(content: DraftContent): Iterable<DraftText> {
  for (const [index, annex] of content.annexes.entries()) yield* textsOfAnnex(annex, pointerTo('/annexes', index));
}

export function* allTexts(content: DraftContent): Iterable<DraftText> {
  yield* ownTexts(content);
  yield* annexTexts(content);
}

function* text(at: string, words: string | undefined, form: DraftText['form']): Iterable<DraftText> {
  if (words !== undefined && words !== '') yield { at, text: words, form };
}

function* personTexts(at: string, person: Person | undefined): Iterable<DraftText> {
  yield* text(`${at}/post`, person?.post, 'field');
  yield* text(`${at}/name`, person?.name, 'field');
}

function* commissionTexts(commission: Commission | undefined): Iterable<DraftText> {
  yield* text('/commission/name', commission?.name, 'field');
  yield* text('/commission/tasks', commission?.tasks, 'field');
  yield* text('/commission/powers', commission?.powers, 'field');
  yield* personTexts('/commission/secretary', commission?.secretary);
}

function* pointTexts(points: readonly Point[], base: string): Iterable<DraftText> {
  for (const [index, point] of points.entries()) {
    const at = pointerTo(base, index);
    yield* text(`${at}/text`, point.text, 'line');
    yield* text(`${at}/executor`, point.executor, 'field');
    yield* pointTexts(point.points, `${at}/points`);
  }
}

function* textsOfAnnex(annex: Annex, at: string): Iterable<DraftText> {
  yield* text(`${at}/title`, annex.title, 'line');
  yield* text(`${at}/file`, annex.file, 'field');
  yield* personTexts(`${at}/preparedBy`, annex.preparedBy);
  yield* blockTexts(annex.body ?? [], `${at}/body`, 'line');
}

function* blockTexts(blocks: readonly Block[], base: string, form: DraftText['form']): Iterable<DraftText> {
  for (const [index, block] of blocks.entries()) {
    const at = pointerTo(base, index);
    if (block.type === 'heading' || block.type === 'paragraph') yield* text(`${at}/text`, block.text, form);
    else if (block.type === 'table') {
      yield* rowTexts(block.head, `${at}/head`);
      yield* rowTexts(block.rows, `${at}/rows`);
    } else {
      for (const [item, inner] of block.items.entries()) yield* blockTexts(inner, `${at}/items/${item}`, 'item');
    }
  }
}

/** A cell that is alone in its row is a line of its own. */
function* rowTexts(rows: readonly (readonly string[])[], base: string): Iterable<DraftText> {
  for (const [index, row] of rows.entries()) {
    const form = row.filter((cell) => cell !== '').length === 1 ? 'line' : 'cell';
    for (const [column, cell] of row.entries()) yield* text(pointerTo(base, index, column), cell, form);
  }
}
