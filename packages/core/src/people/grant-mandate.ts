import type { Mandate, Role } from './actor.ts'

/** A mandate to be given; a substitute acts on another's, with the number of the paper that appoints them. */
export type MandateWish = Omit<Mandate, 'id'> & { substituteForId: string | null }
export type MandateFault = {
  field: 'seasonId' | 'unitId' | 'endsOn' | 'paperNumber'
  code: 'needed' | 'forbidden' | 'before-beginning'
}

const ofInstallation: readonly Role[] = ['administrator', 'reviewer']
const ofUnit: readonly Role[] = ['delegate', 'leader', 'chair', 'viceChair']

/** domain.md, "Who uses it": a delegate, leader, chair or vice-chair is of one unit and one season; a secretary or appraiser of a season; the reviewer and the administrator of neither. */
export function mandateFaults(wish: MandateWish): MandateFault[] {
  const faults: MandateFault[] = []
  const isOfSeason = !ofInstallation.includes(wish.role)
  if (isOfSeason !== (wish.seasonId !== null))
    faults.push({ field: 'seasonId', code: isOfSeason ? 'needed' : 'forbidden' })
  if (ofUnit.includes(wish.role) && wish.unitId === null) faults.push({ field: 'unitId', code: 'needed' })
  if (!isOfSeason && wish.unitId !== null) faults.push({ field: 'unitId', code: 'forbidden' })
  if (wish.endsOn !== null && wish.endsOn < wish.startsOn)
    faults.push({ field: 'endsOn', code: 'before-beginning' })
  if (wish.substituteForId !== null && (wish.paperNumber ?? '') === '')
    faults.push({ field: 'paperNumber', code: 'needed' })
  return faults
}

/** Whether two mandates of one person say the same at the same time. */
export function overlaps(
  a: Omit<Mandate, 'id' | 'paperNumber'>,
  b: Omit<Mandate, 'id' | 'paperNumber'>,
): boolean {
  const isSame = a.role === b.role && a.seasonId === b.seasonId && a.unitId === b.unitId
  return (
    isSame && (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn)
  )
}

/** domain.md, "Who uses it": a substitute acts on another person's mandate, so in its role, for its unit and season. */
export function mayStandIn(
  { personId, ...wish }: Pick<Mandate, 'role' | 'seasonId' | 'unitId'> & { personId: string },
  mandate: Pick<Mandate, 'role' | 'seasonId' | 'unitId'> & { personId: string },
): boolean {
  const isSame =
    wish.role === mandate.role && wish.seasonId === mandate.seasonId && wish.unitId === mandate.unitId
  return isSame && personId !== mandate.personId
}
