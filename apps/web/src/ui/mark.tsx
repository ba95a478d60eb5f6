/** The mark: a stele with its three lines. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 28" aria-hidden="true">
      <path className="mark-stone" d="M3 25V10a9 9 0 0 1 18 0v15" />
      <path className="mark-foot" d="M1 26.25h22" />
      <path className="mark-lines" d="M8 12.5h8M8 16.5h8M8 20.5h8" />
      <circle className="mark-seal" cx="12" cy="7.5" r="1.75" />
    </svg>
  )
}
