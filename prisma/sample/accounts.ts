import type { Role } from '@bangvang/core/people/actor'

/** The one password of every sample account; the sample year loads into the embedded database alone. */
export const samplePassword = 'bảng vàng 2020 mẫu'

/** A role in one year of the sample, of a unit where the role has one. */
export type SampleMandate = { year: number; role: Role; unitId: string | null }
/** Someone of the sample; illustrative names. `role` and `unitId` are those of 2020. */
export type SamplePerson = {
  email: string
  name: string
  role: Role
  unitId: string | null
  /** What they were in 2019, too. */
  before: SampleMandate[]
}

const surnames = ['Nguyễn', 'Trần', 'Phạm', 'Lê', 'Vũ', 'Đỗ', 'Hoàng', 'Bùi', 'Đặng']
const given = [
  'Thị Hạnh',
  'Văn Quý',
  'Thị Lan',
  'Quang Huy',
  'Đình Long',
  'Thu Hà',
  'Minh Đức',
  'Ngọc Ánh',
  'Hữu Thắng',
]

/** Chair and vice-chair of 2020 and the chair of 2019; Hải Dương's part is illustrative. */
export const officers = { chair: 'QNI', viceChair: 'HDU', chairOf2019: 'HDU' } as const

const in2019 = (role: Role, unitId: string | null): SampleMandate => ({ year: 2019, role, unitId })
const ofSeason = (email: string, name: string, role: Role): SamplePerson => ({
  email,
  name,
  role,
  unitId: null,
  before: [],
})

/** The delegate's e-mail of a unit. */
export const delegateOf = (unitId: string): string => `daibieu.${unitId.toLowerCase()}@mau.vn`
/** The leader's e-mail of a unit. */
export const leaderOf = (unitId: string): string => `lanhdao.${unitId.toLowerCase()}@mau.vn`
export const chairOf2020 = 'cumtruong@mau.vn'
/** The vice-chair of 2020, who was the chair of 2019. */
export const viceChairOf2020 = 'cumpho@mau.vn'
export const secretary = 'thuky@mau.vn'
export const appraisers = ['thamdinh1@mau.vn', 'thamdinh2@mau.vn'] as const
export const reviewer = 'trunguong@mau.vn'
export const administrator = { email: 'quantri@mau.vn', name: 'Đinh Công Khoa' }

/** Those who run, appraise, review and administer, then the delegates and leaders of every unit. */
export function samplePeople(unitIds: readonly string[]): SamplePerson[] {
  const ofUnits = unitIds.flatMap((unitId, index): SamplePerson[] => [
    {
      email: delegateOf(unitId),
      name: `${surnames[index]} ${given[index]}`,
      role: 'delegate',
      unitId,
      before: [in2019('delegate', unitId)],
    },
    {
      email: leaderOf(unitId),
      name: `${surnames[(index + 4) % 9]} ${given[(index + 2) % 9]}`,
      role: 'leader',
      unitId,
      before: [in2019('leader', unitId)],
    },
  ])
  return [
    { ...ofSeason(chairOf2020, 'Phạm Văn Thành', 'chair'), unitId: officers.chair },
    {
      ...ofSeason(viceChairOf2020, 'Lưu Thị Mai', 'viceChair'),
      unitId: officers.viceChair,
      before: [in2019('chair', officers.chairOf2019)],
    },
    { ...ofSeason(secretary, 'Đoàn Thị Bích', 'secretary'), unitId: officers.chair },
    {
      ...ofSeason(appraisers[0], 'Ngô Quốc Trung', 'appraiser'),
      before: [in2019('appraiser', null)],
    },
    ofSeason(appraisers[1], 'Mai Thị Yến', 'appraiser'),
    ...ofUnits,
    ofSeason(reviewer, 'Trịnh Hồng Sơn', 'reviewer'),
    ofSeason(administrator.email, administrator.name, 'administrator'),
  ]
}
