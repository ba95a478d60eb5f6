import type { Role } from '@bangvang/core/people/actor'

/** The one password of every sample account; the sample year loads into the embedded database alone. */
export const samplePassword = 'bảng vàng 2020 mẫu'

/** Someone of the sample year; illustrative names. */
export type SamplePerson = {
  email: string
  name: string
  role: Role
  unitId: string | null
  seasonId: string | null
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

/** Delegates and leaders of every unit, and everyone who runs, appraises, reviews and administers. */
export function samplePeople(
  unitIds: readonly string[],
  season: { id: string; chair: string; viceChair: string },
): SamplePerson[] {
  const ofUnits = unitIds.flatMap((unitId, index): SamplePerson[] => [
    {
      email: `daibieu.${unitId.toLowerCase()}@mau.vn`,
      name: `${surnames[index]} ${given[index]}`,
      role: 'delegate',
      unitId,
      seasonId: season.id,
    },
    {
      email: `lanhdao.${unitId.toLowerCase()}@mau.vn`,
      name: `${surnames[(index + 4) % 9]} ${given[(index + 2) % 9]}`,
      role: 'leader',
      unitId,
      seasonId: season.id,
    },
  ])
  return [
    {
      email: 'cumtruong@mau.vn',
      name: 'Phạm Văn Thành',
      role: 'chair',
      unitId: season.chair,
      seasonId: season.id,
    },
    {
      email: 'cumpho@mau.vn',
      name: 'Lưu Thị Mai',
      role: 'viceChair',
      unitId: season.viceChair,
      seasonId: season.id,
    },
    {
      email: 'thuky@mau.vn',
      name: 'Phạm Thị Lan',
      role: 'secretary',
      unitId: season.chair,
      seasonId: season.id,
    },
    {
      email: 'thamdinh1@mau.vn',
      name: 'Ngô Quốc Trung',
      role: 'appraiser',
      unitId: null,
      seasonId: season.id,
    },
    { email: 'thamdinh2@mau.vn', name: 'Mai Thị Yến', role: 'appraiser', unitId: null, seasonId: season.id },
    ...ofUnits,
    { email: 'trunguong@mau.vn', name: 'Trịnh Hồng Sơn', role: 'reviewer', unitId: null, seasonId: null },
    { email: 'quantri@mau.vn', name: 'Đinh Công Khoa', role: 'administrator', unitId: null, seasonId: null },
  ]
}
