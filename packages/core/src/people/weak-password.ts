const common = [
  '123456789012',
  'password1234',
  'matkhau12345',
  'qwertyuiop12',
  '111111111111',
  'bangvang2020',
  'iloveyou1234',
  'abcdefghijkl',
]

/** Why a password is too easy to guess, or null: at least 12 characters, at least 5 different ones, not the person's own words, none of the usual. */
export function weakPassword(
  password: string,
  person: { email: string; name: string },
): 'too-short' | 'too-plain' | 'own-words' | 'common' | null {
  const folded = password.normalize('NFC').toLowerCase()
  const characters = [...folded]
  if (characters.length < 12) return 'too-short'
  if (new Set(characters).size < 5) return 'too-plain'
  const own = [
    person.email.toLowerCase(),
    person.email.toLowerCase().split('@')[0] ?? '',
    person.name.normalize('NFC').toLowerCase(),
  ]
  if (own.some((words) => words.length >= 4 && folded.includes(words))) return 'own-words'
  return common.some((usual) => folded.startsWith(usual)) ? 'common' : null
}
