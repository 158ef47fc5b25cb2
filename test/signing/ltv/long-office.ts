import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignatureLevel } from '../../../pipeline/model/office.js';
import { tempOffice } from '../../scenarios/temp-office.js';
import { BODY } from '../demo-office.js';
import { pem, type SignerParty } from './services/pki.js';
import type { Services } from './services/services.js';

/** A demonstration office whose keys are of the services' authorities, and which signs at a level. */
export async function longOffice(services: Services, level: SignatureLevel, more: readonly string[] = []): Promise<string> {
  const root = await tempOffice((settings) => settings.replace(/edrpou: "\d+"/, `edrpou: "${BODY.edrpou}"`));
  const { pki } = services;
  await writeFile(join(root, 'keys', 'root.crt'), pem(pki.root.der));
  const put = async (id: string, { p12, password }: SignerParty): Promise<void> => {
    await writeFile(join(root, 'keys', `${id}.p12`), p12);
    await writeFile(join(root, 'keys', `${id}.password`), `${password}\n`);
  };
  await put('head', pki.head);
  await put('seal', pki.seal);
  await setLevel(root, level, [`tsa: [${services.url}/tsa]`, ...more]);
  return root;
}

/** Sets the level in `office.yaml`, and other keys beside it. */
export async function setLevel(root: string, level: SignatureLevel, more: readonly string[] = []): Promise<void> {
  const file = join(root, 'office.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^ {2}level: .*$/m, [`level: ${level}`, ...more].map((line) => `  ${line}`).join('\n')));
}
