import { Ajv2020 } from 'ajv/dist/2020.js';
import { memoryPages, validateXML } from 'xmllint-wasm';

/** Ajv's verdict, draft 2020-12, on JSON values by a schema's text. */
export function jsonJudge(schema: string): (value: unknown) => boolean {
  return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
}

export interface XmlVerdict {
  readonly isWellFormed: boolean;
  readonly isValid: boolean;
  /** What libxml2 said of the file. */
  readonly said: string;
}

/** libxml2's verdicts on files, all in one run. */
export async function xmlVerdicts(schema: string, files: readonly (string | Uint8Array)[]): Promise<XmlVerdict[]> {
  const result = await validateXML({
    xml: files.map((contents, index) => ({ fileName: `f${index}.xml`, contents })),
    schema: [{ fileName: 'draft.xsd', contents: schema }],
    initialMemoryPages: 64 * memoryPages.MiB,
    maxMemoryPages: memoryPages.GiB,
    modifyArguments: (args) => ['--nonet', ...args],
  });
  const lines = result.rawOutput.split('\n');
  return files.map((_, index) => {
    const own = lines.filter((line) => line.startsWith(`f${index}.xml:`) || line.startsWith(`f${index}.xml `));
    const said = own.join('\n');
    const isValid = own.some((line) => line === `f${index}.xml validates`);
    const isJudged = isValid || own.some((line) => line === `f${index}.xml fails to validate`);
    return { isWellFormed: isJudged && !/(?:parser|namespace) error/.test(said), isValid, said };
  });
}
