/** Content-Disposition (RFC 6266): an ASCII name for the old, the whole one for the others. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii =
    name
      .normalize('NFD')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D')
      .replace(/[^\x20-\x7e]|["\\%]/g, '') || 'tep'
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
