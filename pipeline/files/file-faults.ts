import { Fault, type FaultCode } from '../model/fault.js';

const CODES: Readonly<Record<string, { readonly fault: FaultCode; readonly message: string }>> = {
  ENOSPC: { fault: 'disk-full', message: 'No room to write' },
  EDQUOT: { fault: 'disk-full', message: 'No room (quota) to write' },
  EFBIG: { fault: 'file-too-large', message: 'Larger than this process or this disk lets a file be' },
  EACCES: { fault: 'folder-access', message: 'No right to use' },
  EPERM: { fault: 'folder-access', message: 'No right to use' },
  EROFS: { fault: 'folder-access', message: 'Read-only disk' },
  EBUSY: { fault: 'folder-access', message: 'In use by another program' },
  EIO: { fault: 'folder-access', message: 'The disk does not answer at' },
  EEXIST: { fault: 'folder-access', message: 'Something else lies at' },
  ENOTEMPTY: { fault: 'folder-access', message: 'Something else lies at' },
  ENOTDIR: { fault: 'folder-access', message: 'A file lies where a folder should be' },
  EMFILE: { fault: 'folder-access', message: 'Too many files are open in this process (ulimit -n) to use' },
  ENFILE: { fault: 'folder-access', message: 'Too many files are open on this machine to use' },
  ENOMEM: { fault: 'folder-access', message: 'No memory to use' },
  ENOENT: { fault: 'file-gone', message: 'Not there' },
  ESTALE: { fault: 'file-gone', message: 'The network drive lost' },
  EXDEV: { fault: 'office-split', message: 'Not on one file system with the rest of the office' },
};

/** What a failed file operation is: a fault of the world that names the path, or the error itself where it is none. */
export function fileFault(path: string, cause: unknown): unknown {
  const known = CODES[errorCode(cause) ?? ''];
  return known === undefined ? cause : new Fault(known.fault, `${known.message}: ${path}`, { cause });
}

/** The operating system's code of an error, e.g. `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The result of a file operation; a failure is thrown as a fault where it is one. */
export async function onDisk<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw fileFault(path, error);
  }
}
