/**
 * Every way the world can fail us. `retry`: `later` keeps the drop in the work area and tries again with a growing pause; `never` stops the
 * runner, for going on would endanger the record; `settings` is the operator's to mend before anything runs.
 */
export const FAULTS = {
  'office-missing': { retry: 'settings' },
  'office-exists': { retry: 'settings' },
  'office-settings': { retry: 'settings' },
  'office-busy': { retry: 'settings' },
  'office-split': { retry: 'settings' },
  usage: { retry: 'settings' },
  'folder-access': { retry: 'later' },
  'disk-full': { retry: 'later' },
  'file-too-large': { retry: 'later' },
  'file-gone': { retry: 'later' },
  'database-busy': { retry: 'later' },
  'database-corrupt': { retry: 'never' },
  'lease-lost': { retry: 'later' },
  'id-taken': { retry: 'later' },
  'blanks-changed': { retry: 'later' },
  'contract-decided': { retry: 'later' },
  'project-unfiled': { retry: 'later' },
  'case-destroyed': { retry: 'later' },
  'database-older': { retry: 'never' },
  'database-newer': { retry: 'never' },
  'copy-differs': { retry: 'never' },
  'archive-missing': { retry: 'never' },
  'clock-back': { retry: 'never' },
  'template-missing': { retry: 'later' },
  'template-broken': { retry: 'later' },
  'font-missing': { retry: 'later' },
  'rendition-differs': { retry: 'later' },
  'key-missing': { retry: 'later' },
  'key-password': { retry: 'later' },
  'key-mismatch': { retry: 'later' },
  'key-expired': { retry: 'later' },
  'key-program': { retry: 'later' },
  'signature-broken': { retry: 'later' },
  'service-silent': { retry: 'later' },
  'service-answer': { retry: 'later' },
  'certificate-revoked': { retry: 'later' },
  'stamp-lapsed': { retry: 'later' },
  'pdf-unreadable': { retry: 'later' },
  'archive-collision': { retry: 'never' },
} as const satisfies Record<string, { readonly retry: 'later' | 'never' | 'settings' }>;

export type FaultCode = keyof typeof FAULTS;

/** The world failed, not the draft. The message is English and names the setting or path to look at; it never carries an act's content. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Fault';
  }

  get retry(): 'later' | 'never' | 'settings' {
    return FAULTS[this.code].retry;
  }
}
