import { dateInWords } from '../language/date-in-words.js';
import type { CaseMention } from '../model/archive-card.js';
import type { ActReference, Block, DraftContent } from '../model/draft.js';
import type { Endorsement, ListedInventory } from '../model/kind.js';
import type { Registration } from '../model/registration.js';
import { isSpelledAlike } from '../model/signatory.js';
import { countedCases, formTable, listOfCases, namesOf, paragraph, said } from './archive-cells.js';
import { FORMS } from './archive-forms.js';
import { archiveKind, type MarksAndEndorsements, signedBelow } from './archive-kind.js';
import { caseFiles, giver, inventories, receiver } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { inventoryOf, namedInventory } from './inventory-name.js';
import { issuer } from './paper-shape.js';

/** Reception of cases by their inventories (акт приймання-передавання справ), R 28.9. */
export const acceptance = archiveKind({
  id: 'acceptance',
  name: 'акт приймання-передавання справ',
  genitive: 'акта приймання-передавання справ',
  heading: 'АКТ ПРИЙМАННЯ-ПЕРЕДАВАННЯ СПРАВ',
  fields: [issuer, inventories, caseFiles, giver, receiver],
  issuer: 'archive',
  traits: { archives: 'receives' },
  titleOf: (content) => content.title ?? 'Про приймання справ на зберігання',
  bodyOf: (content, _office, _files, registration, { listedBy = [] }) => [
    ...(content.inventories.length === 0
      ? []
      : [
          paragraph('За описами справ:'),
          formTable(
            FORMS.acceptance,
            content.inventories.map((reference, index) => ({
              position: String(index + 1),
              title: capital(namedInventory(reference, listedBy)),
              copies: copiesOf(reference, listedBy),
            })),
          ),
        ]),
    ...listOfCases(asListed(content, listedBy).filter(isAccepted)),
    ...acceptanceFoot({ caseFiles: asListed(content, listedBy) }, registration),
    ...content.body,
  ],
  more: (content) => ({ endorsements: signatures(content) }),
});

/** What a reception says of the cases of an inventory, each as it is listed there. */
export function mentionedIn(
  { draft: { content: inventory } }: ListedInventory,
  { caseFiles: received }: Pick<DraftContent, 'caseFiles'>,
): readonly CaseMention[] {
  return inventory.caseFiles.flatMap((listed) => {
    const year = listed.year ?? inventory.year;
    const mention = received.find(
      (one) =>
        one.index === listed.index &&
        (one.year ?? inventory.year) === year &&
        (one.volume === undefined || one.volume === (listed.volume ?? 1)),
    );
    if (mention === undefined) return [];
    const { missing, faults, note = listed.note } = mention;
    return [{ ...listed, year, note, missing, faults }];
  });
}

/** Its cases as the inventories list them; numbers of several inventories would be confused, and are left out. */
function asListed(content: DraftContent, listedBy: readonly ListedInventory[]): readonly CaseMention[] {
  const [only, ...others] = listedBy;
  if (only === undefined) return content.caseFiles;
  if (others.length === 0) return mentionedIn(only, content);
  return listedBy.flatMap((listed) => mentionedIn(listed, content)).map((mention) => ({ ...mention, n: undefined }));
}

function copiesOf(reference: ActReference, listedBy: readonly ListedInventory[]): string {
  return String(inventoryOf(reference, listedBy)?.copies ?? '');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const isAccepted = ({ missing, faults }: CaseMention): boolean => !missing && faults.length === 0;

/** What stands at the end of the act and of every copy of an inventory of these cases (R 28.9): how many came, numbers of those that did not, the date. */
export function acceptanceFoot({ caseFiles: cases }: Pick<DraftContent, 'caseFiles'>, { date }: Registration): readonly Block[] {
  const returned = cases.filter(({ missing, faults }) => !missing && faults.length > 0);
  const lines = [
    paragraph(said(SENTENCES.accepted, { cases: countedCases(cases.filter(isAccepted), 'accusative') })),
    paragraph(said(SENTENCES.missing, { missing: namesOf(cases.filter(({ missing }) => missing)) })),
    ...(returned.length === 0 ? [] : [paragraph(said(SENTENCES.returned, { returned: namesOf(returned) }))]),
    paragraph(said(SENTENCES.acceptedOn, { date: dateInWords(date) })),
  ];
  return lines.map((line) => ({ ...line, staysWithNext: true }));
}

/** Both signature lines of R 28.9: no page parts them from each other, nor from what they sign. */
export function signatures({
  giver: gave,
  receiver: took,
}: Pick<DraftContent, 'giver' | 'receiver'>): NonNullable<MarksAndEndorsements['endorsements']> {
  return [signedBelow('Справи здав:', gave), signedBelow('Справи прийняв:', took)];
}

/** The same on a copy of an inventory, where the marks of the reception's signatures stand under the line of its signatory: another has signed the inventory. */
export function copySignatures(content: Pick<DraftContent, 'giver' | 'receiver' | 'signatory'>): readonly Endorsement[] {
  const { name = '' } = content.signatory ?? {};
  const lines = signatures(content);
  const own = lines.findLastIndex(({ person }) => isSpelledAlike(person?.name ?? '', name));
  return own === -1
    ? [...lines, { ...signedBelow('Запис засвідчив:', content.signatory), signs: true }]
    : lines.map((line, index) => (index === own ? { ...line, signs: true } : line));
}
