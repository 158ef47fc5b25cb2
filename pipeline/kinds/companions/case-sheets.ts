import { dateInWords } from '../../language/date-in-words.js';
import { figuresAndWords, NOUNS } from '../../language/figures-and-words.js';
import type { RegisteredAct } from '../../model/act.js';
import type { CaseDocument, CaseMention } from '../../model/archive-card.js';
import { type LocalDate, toDigitalStyle } from '../../model/date.js';
import type { Block } from '../../model/draft.js';
import type { Sheet } from '../../model/enclosure.js';
import type { View } from '../../model/kind.js';
import { bodyOf, type Office } from '../../model/office.js';
import { formTable, headingWords, paragraph, said } from '../archive-cells.js';
import { FORMS } from '../archive-forms.js';
import { LINE } from '../archive-kind.js';
import { SENTENCES } from '../archive-sentences.js';
import { certifiedWords } from '../case.js';
import { SHEET_FORM, sheetView } from './sheet-view.js';

/** What each volume of a finished case is bound with: cover, internal inventory, certifying sheet (R 28.6); nothing for a temporary case (R 28.7), nor for other documents. */
export function caseSheetsOf(registered: RegisteredAct, office: Office): readonly Sheet[] {
  const { traits, draft } = registered.act;
  if (traits.archives !== 'closes' || draft.content.category === 'temporary') return [];
  return draft.content.caseFiles.flatMap((volume, index) => {
    const name = `volumes/${String(volume.volume ?? index + 1).padStart(2, '0')}`;
    const documents = draft.content.documents.filter((one) => (one.volume ?? 1) === (volume.volume ?? 1));
    const contents = `${name}-documents`;
    return [
      { name: `${name}-cover`, view: coverView(registered, office, volume), isSigned: false, form: SHEET_FORM },
      ...(documents.length === 0
        ? []
        : [
            {
              name: contents,
              view: contentsView(registered, office, volume, documents),
              telling: { sheetsOf: contents, view: (sheets: number) => contentsView(registered, office, volume, documents, sheets) },
              isSigned: false,
              form: SHEET_FORM,
            },
          ]),
      {
        name: `${name}-certifying`,
        view: certifyingView(registered, office, volume),
        ...(documents.length === 0
          ? {}
          : { telling: { sheetsOf: contents, view: (sheets: number) => certifyingView(registered, office, volume, sheets) } }),
        isSigned: false,
        form: SHEET_FORM,
      },
    ];
  });
}

/** `СПРАВА № 01-02, ТОМ 2` */
function caseName({ index = '', volume }: CaseMention): string {
  return `СПРАВА № ${index}${volume === undefined ? '' : `, ТОМ ${volume}`}`;
}

function coverView(registered: RegisteredAct, office: Office, volume: CaseMention): View {
  const { unit } = registered.act.draft.content;
  const { heading = '', begun, ended, sheets = 0, term } = volume;
  const day = (date: LocalDate | undefined): string => (date === undefined ? LINE : toDigitalStyle(date));
  const ofUnit = unit === undefined ? undefined : bodyOf(office, unit).fullName;
  const body: Block[] = [
    { type: 'heading', level: 1, text: office.body.fullName },
    ...(ofUnit === undefined || ofUnit === office.body.fullName ? [] : [{ type: 'heading' as const, level: 1, text: ofUnit }]),
    { type: 'heading', level: 1, text: caseName(volume) },
    { type: 'heading', level: 1, text: heading },
    paragraph(said(SENTENCES.begun, { date: day(begun) })),
    paragraph(said(SENTENCES.ended, { date: day(ended) })),
    paragraph(said(SENTENCES.onSheets, { sheets: `${sheets} ${sheets % 10 === 1 && sheets % 100 !== 11 ? 'аркуші' : 'аркушах'}` })),
    paragraph(said(SENTENCES.kept, { term: term ?? LINE })),
  ];
  return {
    ...sheetView(registered, office, { heading: '', body }),
    marks: [SENTENCES.fund, SENTENCES.listNumber, SENTENCES.caseNumber].map((line) => said(line, { number: LINE })),
    title: '',
  };
}

/** Signed by who finished the case. */
function signedSheet(registered: RegisteredAct, office: Office, heading: string, volume: CaseMention, body: readonly Block[]): View {
  const { giver, signatory } = registered.act.draft.content;
  return {
    ...sheetView(registered, office, { heading, body }),
    title: headingWords(volume),
    signature: giver ?? signatory ?? {},
    endorsements: [{ lines: [dateInWords(registered.registration.date)] }],
  };
}

function certifyingView(registered: RegisteredAct, office: Office, volume: CaseMention, inner?: number): View {
  const body: Block[] = [
    paragraph(certifiedWords(volume)),
    ...(inner === undefined ? [] : [paragraph(said(SENTENCES.withInternal, { inner: figuresAndWords(inner, NOUNS.sheet) }))]),
    formTable(FORMS.condition, [{}, {}, {}]),
  ];
  return signedSheet(registered, office, `ЗАСВІДЧУВАЛЬНИЙ НАПИС СПРАВИ № ${volume.index ?? ''}`, volume, body);
}

function contentsView(
  registered: RegisteredAct,
  office: Office,
  volume: CaseMention,
  documents: readonly CaseDocument[],
  sheets?: number,
): View {
  const rows = documents.map(({ number, date, title, from, to, note }, index) => ({
    ...{ position: String(index + 1), number, date: date === undefined ? '' : toDigitalStyle(date), title, note },
    range: from === undefined || to === undefined ? '—' : from === to ? String(from) : `${from}–${to}`,
  }));
  const body: Block[] = [
    formTable(FORMS.internalInventory, rows),
    paragraph(said(SENTENCES.internalDocuments, { documents: figuresAndWords(documents.length, NOUNS.document) })),
    // Room for the words, so that the sheet is as long without the number.
    paragraph(said(SENTENCES.internalSheets, { sheets: sheets === undefined ? LINE : figuresAndWords(sheets, NOUNS.sheet) })),
  ];
  return signedSheet(registered, office, `ВНУТРІШНІЙ ОПИС ДОКУМЕНТІВ СПРАВИ № ${volume.index ?? ''}`, volume, body);
}
