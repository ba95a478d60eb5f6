/** Grey bars where rows will be, shown only once the wait is longer than 300 ms. */
export function Loading({ rows = 6, label = 'Đang tải · Loading' }: { rows?: number; label?: string }) {
  return (
    <div className="loading" role="status">
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <i key={row} />
      ))}
    </div>
  )
}
