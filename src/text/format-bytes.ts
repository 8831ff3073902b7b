export const MEGABYTE = 1024 * 1024;

/** Bytes as messages say them, rounded up: `1 MB`. @param decimals how many to show where there are some */
export function formatMegabytes(bytes: number, decimals = 0): string {
  const scale = 10 ** decimals;
  return `${Math.ceil((bytes / MEGABYTE) * scale) / scale} MB`;
}
