/** A text as a file writes it: each sign's number in its font, four hexadecimal digits, and its width. */
export interface WrittenSigns {
  readonly codes: readonly string[];
  readonly widths: readonly number[];
}

/**
 * A PDF whose first page begins with other signs of the same widths, null if theirs are others: everything else of it stays where it is. The page's
 * content lies at `offset` and is not packed.
 */
export function otherSigns(file: Buffer, offset: number, own: WrittenSigns, others: WrittenSigns): Buffer | null {
  const isAlike = own.widths.length === others.widths.length && own.widths.every((width, index) => width === others.widths[index]);
  if (!isAlike) return null;
  const changed = Buffer.from(file);
  const content = file.subarray(offset, file.indexOf('endstream', offset)).toString('latin1');
  let sign = 0;
  for (const { 1: hex = '', index } of content.matchAll(/<([0-9a-f]+)>/g)) {
    for (let at = 0; at < hex.length && sign < own.codes.length; at += 4, sign += 1) {
      if (hex.slice(at, at + 4) !== own.codes[sign])
        throw new Error('the first page does not begin with the signs that it was printed with');
      changed.write(others.codes[sign] ?? '', offset + index + 1 + at, 'latin1');
    }
    if (sign === own.codes.length) break;
  }
  if (sign < own.codes.length) throw new Error('the first page does not begin with the signs that it was printed with');
  return changed;
}
