const first = (text: string): string => text.charAt(0)

/** A name that stands inside a sentence: "Họp trù bị" is "họp trù bị"; one that begins with an abbreviation stays. */
export function inSentence(name: string): string {
  const second = name.charAt(1)
  const isWord = second === second.toLocaleLowerCase('vi') && second !== second.toLocaleUpperCase('vi')
  return isWord ? first(name).toLocaleLowerCase('vi') + name.slice(1) : name
}

/** What a document is about, without its kind's name before it: "Quy chế hoạt động" of "Quy chế" is "Hoạt động". */
export function withoutKind(kind: string, title: string): string {
  const rest = title.slice(kind.length).trim()
  const isNamed = title.toLocaleLowerCase('vi').startsWith(`${kind.toLocaleLowerCase('vi')} `)
  return isNamed && rest !== '' ? first(rest).toLocaleUpperCase('vi') + rest.slice(1) : title
}
