/** A record of a data set; what is absent is null. */
export type DataRecord = Readonly<Record<string, string | null>>;

/**
 * Records as CSV (RFC 4180, UTF-8 without a byte order mark), a piece at a time, the columns named in the first line. Absent is the word `null`, as the
 * structures of data sets ask; a text that reads so is quoted. Values are what they are: nothing is put before a `=` or a `-`, for whoever reads data wants
 * it whole.
 */
export async function* csv(columns: readonly string[], records: AsyncIterable<DataRecord>): AsyncGenerator<string> {
  yield line(columns);
  for await (const record of records) yield line(columns.map((column) => record[column] ?? null));
}

function line(values: readonly (string | null)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: string | null): string {
  if (value === null) return 'null';
  return value === 'null' || /[",\r\n]/.test(value) || value.trim() !== value ? `"${value.replaceAll('"', '""')}"` : value;
}
