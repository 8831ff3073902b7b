/** Number of bytes that messages call 1 MB. */
export const MEGABYTE = 1024 * 1024;

/**
 * Formats a number of bytes in megabytes for messages, rounded up: `1 MB`.
 * @param decimals how many decimals to show at most; zeros at the end are left out
 */
export function formatMegabytes(bytes: number, decimals = 0): string {
  const scale = 10 ** decimals;
  return `${Math.ceil((bytes / MEGABYTE) * scale) / scale} MB`;
}
