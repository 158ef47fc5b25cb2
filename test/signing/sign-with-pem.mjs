// A program that signs for Regesta: one request on standard input, one answer on standard output. Usage: node sign-with-pem.mjs KEY.pem
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

try {
  const { format, digestAlgorithm, message, password } = JSON.parse(readFileSync(0, 'utf8'));
  if (format !== 'regesta-sign-1') throw new Error(`format ${format} is not known`);
  const key = createPrivateKey({ key: readFileSync(process.argv[2]), passphrase: password });
  const signature = sign(digestAlgorithm, Buffer.from(message, 'base64'), key);
  process.stdout.write(JSON.stringify({ signature: signature.toString('base64') }));
} catch (problem) {
  process.stdout.write(JSON.stringify({ error: problem.message }));
  process.exitCode = 1;
}
