import { inBoth } from '@bangvang/core/numbers/written'

/** A decimal string as it is written in Vietnamese, with all its digits: 1234.50 is 1.234,50. */
export const amount = (decimal: string): string => inBoth((pen) => pen.amount(decimal)).vi

/** A decimal string as short as it is exact: 97.060 is 97,06. */
export const number = (decimal: string): string => inBoth((pen) => pen.number(decimal)).vi

/** A difference with its sign: +1,50, −2,00; a zero has none. */
export function signed(decimal: string): string {
  return decimal.startsWith('-') || /^0*\.?0*$/.test(decimal) ? amount(decimal) : `+${amount(decimal)}`
}

const inVietnam = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString()

/** The day of an instant in Vietnam, dd/MM/yyyy. */
export const dayOf = (instant: Date): string => day(inVietnam(instant).slice(0, 10))

/** The hour and minute of an instant in Vietnam, as minutes write them: 8 giờ 05 phút. */
export function hourOf(instant: Date): string {
  const [hour = '', minute = ''] = inVietnam(instant).slice(11, 16).split(':')
  return minute === '00' ? `${Number(hour)} giờ 00` : `${Number(hour)} giờ ${minute} phút`
}

/** An ISO day as dd/MM/yyyy. */
export const day = (iso: string): string => iso.split('-').reverse().join('/')

/**
 * An ISO day as Decree 30/2020 writes it: ngày 05 tháng 02 năm 2021. Days under 10 and the months 1 and 2 bear a zero;
 * without a day the places stay open.
 */
export function longDay(iso: string | null): string {
  if (iso === null) return 'ngày … tháng … năm …'
  const [year = '', month = '', date = ''] = iso.split('-')
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** The Vietnamese day of an instant as longDay writes it. */
export const longDayOf = (instant: Date): string => longDay(inVietnam(instant).slice(0, 10))
