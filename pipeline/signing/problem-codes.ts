/** What `verifyPdf` can find wrong with a signed PDF; operators decide by these, never by the words. */
export const PROBLEM_CODES = {
  'pdf-unreadable': 'the structure of the PDF cannot be followed, so nothing is known of its signatures',
  'signature-missing': 'the PDF has no signature',
  'signature-range': 'the bytes that a signature covers are not the whole of a revision but its own value',
  'signature-digest': 'the signed bytes were changed after signing',
  'signature-format': 'the signature is not a PAdES baseline one',
  'signature-invalid': 'the signature was not made by the certificate that it names',
  'signature-algorithm': 'the signature uses an algorithm that is too weak or cannot be checked here',
  'certificate-usage': 'the certificate is not one for signing',
  'certificate-expired': 'the certificate was not valid at the time of signing',
  'certificate-untrusted': 'the certificate does not lead to a trusted root',
  'certificate-revoked': 'the certificate was revoked before the signature is known to have existed',
  'timestamp-untrusted': "a time stamp's authority does not lead to a trusted root",
  'timestamp-invalid': 'a time stamp does not belong to what it stamps',
  'later-changes': 'the PDF was changed after signing in a way that is not allowed',
} as const satisfies Record<string, string>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** One thing wrong, before it is known of which file. */
export interface Flaw {
  readonly code: ProblemCode;
  /** English, one clause, no content of the document. */
  readonly text: string;
}

export const flaw = (code: ProblemCode, text: string): Flaw => ({ code, text });
