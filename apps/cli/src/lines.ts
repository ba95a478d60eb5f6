/**
 * The lines of a stream, those of one chunk at a time. A line ends at \n alone (readline would also end one at U+2028, which
 * JSON text may hold); a \r before it is dropped; what follows the last \n is a line unless it is empty.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string[]> {
  input.setEncoding('utf8')
  let begun: string[] = []
  for await (const chunk of input) {
    const [first = '', ...rest] = String(chunk).split('\n')
    begun.push(first)
    const last = rest.pop()
    if (last === undefined) continue
    yield [begun.join(''), ...rest].map(withoutReturn)
    begun = [last]
  }
  const last = begun.join('')
  if (last !== '') yield [withoutReturn(last)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
