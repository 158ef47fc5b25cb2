import type { ContractTerms } from '../model/contract.js';
import type { Block, DraftContent, Point } from '../model/draft.js';

/** All words of an act and its annexes in the order they are printed, for the full-text index. */
export function wordsOf(content: DraftContent): string {
  const parts: string[] = [content.title ?? '', ...content.stating.text];
  const addPoint = (point: Point): void => {
    parts.push(point.text ?? '');
    point.points.forEach(addPoint);
  };
  content.operative.forEach(addPoint);
  parts.push(...termWords(content), ...content.essential.map(({ text = '' }) => text), ...content.edits.map(({ text = '' }) => text));
  if (content.newTerms !== undefined) parts.push(...termWords(content.newTerms));
  parts.push(...content.grounds.flatMap(({ text = '', law = '' }) => [text, law]), ...content.materials);
  parts.push(...meetingWords(content));
  parts.push(...planWords(content));
  parts.push(...content.addressees.map(({ to = '' }) => to), ...content.body.flatMap(blockWords));
  for (const annex of content.annexes) {
    parts.push(annex.title ?? '', annex.file ?? '', ...(annex.body ?? []).flatMap(blockWords));
    parts.push(annex.preparedBy?.post ?? '', annex.preparedBy?.name ?? '');
  }
  parts.push(content.signatory?.post ?? '', content.signatory?.name ?? '');
  return parts.filter((part) => part !== '').join('\n');
}

/** What plans, minutes of other gatherings and reports on delegations are found by. */
function planWords({ questions, controlled, events, gathering, commission, delegation }: DraftContent): string[] {
  return [
    ...questions.map(({ text = '' }) => text),
    ...controlled.map(({ title = '' }) => title),
    ...events.flatMap(({ text = '', place = '' }) => [text, place]),
    gathering === undefined ? '' : (commission?.name ?? ''),
    delegation?.from ?? '',
  ];
}

/** What a contract is found by: its subject, parties with their codes and accounts, those who signed and who control it. */
function termWords({ subject = '', parties, controllers }: ContractTerms): string[] {
  return [
    subject,
    ...parties.flatMap(({ name, code, address, bank, signatory }) =>
      [name, code, address, bank?.iban, bank?.name, signatory?.name].map((words) => words ?? ''),
    ),
    ...controllers.flatMap(({ post = '', name = '' }) => [post, name]),
  ];
}

/** What a meeting is found by: the titles of its questions, ids of their projects, what was said of each and who spoke. */
function meetingWords({ meeting, items }: DraftContent): string[] {
  const persons = [meeting?.chair, meeting?.secretary, ...(meeting?.attended ?? []), ...(meeting?.absent ?? [])];
  return [
    ...persons.map((person) => person?.name ?? ''),
    ...items.flatMap(({ title = '', projects, speaker, heard, spoke, changed, resolved }) => [
      ...[title, ...projects, speaker?.name ?? ''],
      ...[...heard, ...spoke, ...changed, ...resolved],
    ]),
  ];
}

function blockWords(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockWords));
    case 'table':
      return [...block.head, ...block.rows].flat();
  }
}
