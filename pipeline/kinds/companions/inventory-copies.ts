import type { ListedInventory, RegisteredAct } from '../../model/act.js';
import type { CaseMention } from '../../model/archive-card.js';
import type { Block, DraftContent } from '../../model/draft.js';
import type { Sheet } from '../../model/enclosure.js';
import type { View } from '../../model/kind.js';
import type { Norms } from '../../model/norms.js';
import type { Office } from '../../model/office.js';
import { acceptanceFoot, signatures } from '../acceptance.js';
import { caseRow, formTable } from '../archive-cells.js';
import { FORMS } from '../archive-forms.js';
import { sheetView } from './sheet-view.js';

/** The copies of an inventory, each with its number (R 28.8), signed like it; of a reception, a new edition of every copy of the inventories it names, and what goes back for rework (R 28.9). */
export function inventoryCopiesOf(registered: RegisteredAct, office: Office, norms: Norms): readonly Sheet[] {
  const { act, registration } = registered;
  if (act.traits.archives === 'lists')
    return copiesOf(act.kind.view(act.draft, registration, office), copyCount(act.draft.content, norms), 'copies/');
  if (act.traits.archives !== 'receives') return [];
  return [
    ...(act.listedBy ?? []).flatMap((listed) =>
      copiesOf(
        acceptedView(registered, office, listed),
        copyCount(listed.draft.content, norms),
        `copies/inventory-${listed.registration.year}-${listed.registration.number.replaceAll('/', '-')}-`,
      ),
    ),
    ...reworkOf(registered, office),
  ];
}

function copyCount({ category }: DraftContent, { inventoryCopies }: Norms): number {
  return inventoryCopies[category ?? 'temporary'];
}

function copiesOf(view: View, count: number, prefix: string): readonly Sheet[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${String(index + 1).padStart(2, '0')}`,
    view,
    mark: `Прим. № ${index + 1}`,
    isSigned: true,
  }));
}

/** An inventory with the words of R 28.9 at its end, about those of the cases received that it lists. */
function acceptedView({ act, registration }: RegisteredAct, office: Office, { kind, draft, registration: own }: ListedInventory): View {
  const { content } = act.draft;
  const cases = mentionedIn(draft.content, content);
  const view = kind.view(draft, own, office);
  const foot = acceptanceFoot({ caseFiles: cases }, registration).flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  return { ...view, endorsements: [...(view.endorsements ?? []), { lines: foot }, ...signatures(content)] };
}

/** What a reception says of the cases of an inventory, under the numbers that they have in it. */
function mentionedIn({ year: own, caseFiles: listed }: DraftContent, { caseFiles: received }: DraftContent): readonly CaseMention[] {
  return listed.flatMap(({ n, letter, year = own, index, volume }) => {
    const mention = received.find(
      (one) => one.index === index && (one.year ?? own) === year && (one.volume === undefined || one.volume === volume),
    );
    return mention === undefined ? [] : [{ ...mention, n, letter }];
  });
}

/** Cases that go back, and what is to be mended in each (R 28.9); none where all are sound. */
function reworkOf(registered: RegisteredAct, office: Office): readonly Sheet[] {
  const { caseFiles, receiver } = registered.act.draft.content;
  const faulty = caseFiles.filter(({ missing, faults }) => !missing && faults.length > 0);
  if (faulty.length === 0) return [];
  const body: Block[] = [
    formTable(
      FORMS.rework,
      faulty.map((mention, index) => caseRow(mention, index + 1)),
    ),
  ];
  const view = sheetView(registered, office, { heading: 'СПРАВИ, ПОВЕРНУТІ НА ДООПРАЦЮВАННЯ', body });
  return [{ name: 'rework', view: { ...view, signature: receiver ?? {} }, isSigned: false }];
}
