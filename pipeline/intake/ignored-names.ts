const IGNORED: readonly RegExp[] = [
  /^\./, // hidden, lock files of LibreOffice (.~lock.x#) and our own probe among them
  /^~\$/, // lock files of Microsoft Office
  /~$/,
  /\.(?:tmp|temp|part|partial|crdownload|download|swp|swo|filepart|opdownload)$/i,
  /^~.*\.tmp$/i,
  /^(?:Thumbs\.db|desktop\.ini)$/i,
];

/** True for hidden, temporary and lock files, which programs leave beside the files that people drop. */
export function isIgnored(name: string): boolean {
  return IGNORED.some((pattern) => pattern.test(name));
}
