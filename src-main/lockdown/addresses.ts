/** The part of an address that may be logged: scheme and host, never what follows, for a visitor may have typed it. */
export function originForLog(address: string): string {
  if (!URL.canParse(address)) return 'unreadable';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`.slice(0, 100);
}
