type Json = Readonly<Record<string, unknown>>;

/** What `regesta cases --json` says of a volume and its documents. */
export interface FormedVolume {
  readonly volume: number;
  readonly sheets: number;
  readonly begun: string;
  readonly ended: string;
  readonly documents: readonly { readonly document: string; readonly from: number; readonly to: number }[];
}

/** What it says of a case. */
export interface FormedCase {
  readonly index: string;
  readonly heading: string;
  readonly unit: string;
  readonly category: string;
  readonly term: string;
  readonly volumes: readonly FormedVolume[];
}

/** What `regesta register --json` says of an act. */
export interface RegisteredRow {
  readonly series: string;
  readonly year: number;
  readonly number: string;
  readonly date: string;
  readonly title: string;
}

export const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
export const ARCHIVIST = { post: 'Начальник архівного відділу', name: 'Марія ДАВИДЕНКО' };

const signed = (date: string, signatory: Json): Json => ({ signing: { date }, signatory });

/** The document that closes a case: full finishing has its sheets and its documents, that of a temporary one has neither (R 28.6, 28.7). */
export function closing(
  year: number,
  { index, heading, unit, category, term, volumes }: FormedCase,
  rows: readonly RegisteredRow[],
  date: string,
): Json {
  const isFull = category === 'permanent' || category === 'personnel';
  const many = volumes.length > 1;
  const caseFiles = volumes.map(({ volume, sheets, begun, ended }) => ({
    ...{ year, index, heading, term, begun, ended },
    ...(many ? { volume } : {}),
    ...(isFull ? { sheets } : {}),
  }));
  const documents = volumes.flatMap(({ volume, documents: inside }) =>
    inside.map(({ document, from, to }) => {
      const row = rows.find((one) => `${one.series}/${one.year}/${one.number}` === document);
      if (row === undefined) throw new Error(`${document} is in a case and not in the register`);
      return { ...(many ? { volume } : {}), number: row.number, date: row.date, title: row.title, ...(from === 0 ? {} : { from, to }) };
    }),
  );
  return {
    ...{ kind: 'case', issuer: 'general', title: `Про закриття справи ${index}`, year, unit, category, caseFiles },
    ...(isFull ? { documents } : {}),
    ...{ giver: GENERAL, ...signed(date, GENERAL) },
  };
}

/** Minutes of a commission that keeps all these cases. */
export function appraisal(year: number, cases: readonly FormedCase[], date: string): Json {
  return {
    ...{ kind: 'appraisal', year, members: [GENERAL] },
    caseFiles: cases.map(({ index, heading }) => ({ year, index, heading, decision: 'keep' })),
    ...signed(date, ARCHIVIST),
  };
}

/** Minutes of a commission that approves inventories. */
export function approval(year: number, inventories: readonly Json[], date: string): Json {
  return { kind: 'appraisal', year, title: 'Про схвалення описів справ', members: [GENERAL], inventories, ...signed(date, ARCHIVIST) };
}

/** The inventory of the year's cases of a category, every volume a row. */
export function inventory(year: number, category: string, cases: readonly FormedCase[], date: string): Json {
  const rows = cases
    .filter((one) => one.category === category)
    .flatMap(({ index, heading, term, volumes }) =>
      volumes.map(({ volume, begun, ended, sheets }) => ({
        ...{ year, index, heading, term, begun, ended, sheets },
        ...(volumes.length > 1 ? { volume } : {}),
      })),
    );
  return {
    ...{ kind: 'inventory', issuer: 'general', year, category },
    caseFiles: rows.map((row, position) => ({ n: position + 1, ...row })),
    ...signed(date, GENERAL),
  };
}

/** What is said of a case when it is received. */
export interface Received {
  readonly index: string;
  readonly missing?: true;
  readonly faults?: readonly string[];
}

/** A reception by an inventory. */
export function acceptance(year: number, of: Json, received: readonly Received[], date: string): Json {
  return {
    ...{ kind: 'acceptance', inventories: [of], caseFiles: received.map((one) => ({ year, ...one })) },
    ...{ giver: GENERAL, receiver: ARCHIVIST, ...signed(date, ARCHIVIST) },
  };
}
