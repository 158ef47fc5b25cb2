import type { DataRecord } from './csv.js';

/** One list of records, under its name. */
export interface NamedRecords {
  readonly name: string;
  readonly columns: readonly string[];
  readonly records: AsyncIterable<DataRecord>;
}

/** An object with one list of records under each name, a piece at a time; every record has every column, null where it has no value. */
export async function* json(lists: readonly NamedRecords[]): AsyncGenerator<string> {
  let before = '{';
  for (const { name, columns, records } of lists) {
    yield `${before}\n  ${JSON.stringify(name)}: [`;
    let between = '\n    ';
    for await (const record of records) {
      yield `${between}${JSON.stringify(Object.fromEntries(columns.map((column) => [column, record[column] ?? null])))}`;
      between = ',\n    ';
    }
    yield between.startsWith(',') ? '\n  ]' : ']';
    before = ',';
  }
  yield '\n}\n';
}
