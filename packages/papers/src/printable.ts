// Controls but the line feed, marks of format and direction, halves of surrogates, what is no character.
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** A text as a paper may carry it: composed (NFC), its tabs blanks, without characters that print as nothing. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unprintable, '')
    .normalize('NFC')
}
