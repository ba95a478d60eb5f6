import type { Citation } from '@bangvang/core/drafts/number'
import { citationWords as said } from './words.ts'

/** Where a part of a draft stands, in words: "Điểm đ khoản 2 Điều 5", "Chương II", "Tiêu chí KT01"; null for a plain paragraph. */
export function citationWords({ kind, chapter, article, clause, point, code }: Citation): string | null {
  if (code !== null) return `${kind === 'criterion' ? said.criterion : said.criteriaPart} ${code}`
  const inside = [
    ...(point === null ? [] : [`${said.point} ${point}`]),
    ...(clause === null ? [] : [`${said.clause} ${clause}`]),
    ...(article === null ? [] : [`${said.article} ${article}`]),
  ].join(' ')
  const place = inside === '' && chapter !== null ? `${said.chapter} ${chapter}` : inside
  return place === '' ? null : place.charAt(0).toLocaleUpperCase('vi') + place.slice(1)
}

/** The number of a part as it is printed before its words: "Chương II", "Điều 5.", "2.", "đ)"; "" where it has none. */
export function partMark(numbered: { kind: string; number: string } | undefined): string {
  if (numbered === undefined) return ''
  const { kind, number } = numbered
  if (kind === 'chapter') return `${said.chapter} ${number}`
  if (kind === 'article') return `${said.article} ${number}.`
  return kind === 'point' ? `${number})` : `${number}.`
}
