import type { RegisteredAct } from '../../model/act.js';
import type { Block } from '../../model/draft.js';
import type { Sheet } from '../../model/enclosure.js';
import type { Form, ListedInventory, View } from '../../model/kind.js';
import type { Norms } from '../../model/norms.js';
import type { Office } from '../../model/office.js';
import { acceptanceFoot, copySignatures, mentionedIn } from '../acceptance.js';
import { caseRow, formTable } from '../archive-cells.js';
import { FORMS } from '../archive-forms.js';
import { sheetView } from './sheet-view.js';

/** The copies of an inventory, each with its number (R 28.8), signed like it; of a reception, a new edition of every copy of the inventories it names, and what goes back for rework (R 28.9). */
export function inventoryCopiesOf(registered: RegisteredAct, office: Office, norms: Norms): readonly Sheet[] {
  const { act, registration } = registered;
  if (act.traits.archives === 'lists')
    return copiesOf(
      act.kind.view(act.draft, registration, office),
      act.kind.form,
      norms.inventoryCopies[act.draft.content.category ?? 'temporary'],
      'copies/',
    );
  if (act.traits.archives !== 'receives') return [];
  return [
    ...(act.onRecord?.listedBy ?? []).flatMap((listed) =>
      copiesOf(
        acceptedView(registered, office, listed),
        listed.kind.form,
        listed.copies,
        `copies/inventory-${listed.registration.year}-${listed.registration.number.replaceAll('/', '-')}-`,
      ),
    ),
    ...reworkOf(registered, office),
  ];
}

function copiesOf(view: View, form: Form, count: number, prefix: string): readonly Sheet[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${String(index + 1).padStart(2, '0')}`,
    view,
    mark: `Прим. № ${index + 1}`,
    isSigned: true,
    form,
  }));
}

/** An inventory with the words of R 28.9 at its end, about those of the cases received that it lists. */
function acceptedView({ act, registration }: RegisteredAct, office: Office, listed: ListedInventory): View {
  const { content } = act.draft;
  const view = listed.kind.view(listed.draft, listed.registration, office);
  const foot = acceptanceFoot({ caseFiles: mentionedIn(listed, content) }, registration);
  const lines = foot.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  return { ...view, endorsements: [...(view.endorsements ?? []), { lines }, ...copySignatures(content)] };
}

/** Cases that go back, and what is to be mended in each (R 28.9); none where all are sound. */
function reworkOf(registered: RegisteredAct, office: Office): readonly Sheet[] {
  const { act } = registered;
  const { content } = act.draft;
  const faulty = (act.onRecord?.listedBy ?? [])
    .flatMap((listed) => mentionedIn(listed, content))
    .filter(({ missing, faults }) => !missing && faults.length > 0);
  if (faulty.length === 0) return [];
  const body: Block[] = [
    formTable(
      FORMS.rework,
      faulty.map((mention, index) => caseRow(mention, index + 1)),
    ),
  ];
  const view = sheetView(registered, office, { heading: 'СПРАВИ, ПОВЕРНУТІ НА ДООПРАЦЮВАННЯ', body });
  return [{ name: 'rework', view: { ...view, signature: content.receiver ?? {} }, isSigned: false }];
}
