import type { CriteriaDocument, Criterion, Heading } from '@bangvang/core/criteria/document'
import { isHeading } from '@bangvang/core/criteria/document'
import { criteriaOf } from './facts.ts'

type Node = Heading | Criterion
type Edit = (criterion: Criterion) => Criterion

// What changes criterion by criterion. All of it illustrative: the kinds of change are those of every year.
const edits: Record<string, Edit> = {
  KT02: (criterion) => ({ ...criterion, maxPoints: '25' }),
  KT04: (criterion) => ({ ...criterion, maxPoints: '15' }),
  KT07: (criterion) => ({
    ...criterion,
    ...(criterion.bonus && { bonus: { ...criterion.bonus, cap: '8' } }),
  }),
  KT09: (criterion) => ({
    ...criterion,
    rule: {
      kind: 'tiers',
      better: 'higher',
      tiers: [
        { bound: '95', points: '50' },
        { bound: '92', points: '46' },
        { bound: '88', points: '40' },
        { bound: '80', points: '28' },
        { bound: '70', points: '15' },
      ],
    },
  }),
  KT10: (criterion) => ({
    ...criterion,
    title: {
      vi: 'Thu hút vốn đầu tư trong nước và vốn đầu tư trực tiếp nước ngoài',
      en: 'Domestic and foreign direct investment attracted',
    },
  }),
  KT12: (criterion) => ({ ...criterion, evidence: 'optional' }),
  KT15: (criterion) => ({
    ...criterion,
    bonus: { from: '100', side: 'above', per: '5', points: '0.5', count: 'completed', cap: '3' },
  }),
  KT16: (criterion) => ({
    ...criterion,
    guidance: {
      vi: 'Số liệu Bảo hiểm xã hội Việt Nam công bố; chỉ tiêu Chính phủ giao.',
      en: 'Figures of Vietnam Social Security; the target set by the Government.',
    },
  }),
  CT04: (criterion) => ({
    ...criterion,
    maxPoints: '35',
    title: {
      vi: 'Chỉ số chuyển đổi số (DTI): hạng trên số tỉnh',
      en: 'Digital transformation index: place among provinces',
    },
    rule: {
      kind: 'tiers',
      better: 'lower',
      tiers: [
        { bound: '10', points: '35' },
        { bound: '20', points: '31' },
        { bound: '35', points: '25' },
        { bound: '50', points: '19' },
        { bound: '75', points: '11' },
        { bound: '100', points: '5' },
      ],
    },
  }),
  CT06: (criterion) => ({ ...criterion, notApplicable: 'rescale' }),
  CT07: (criterion) => ({ ...criterion, measure: { kind: 'judgement', step: '0.5' } }),
  TD03: (criterion) => ({
    ...criterion,
    title: {
      vi: 'Số phong trào thi đua thường xuyên, theo chuyên đề do tỉnh phát động và tổng kết trong năm',
      en: 'Regular and thematic movements launched and reviewed by the province in the year',
    },
  }),
  TD05: (criterion) => ({ ...criterion, rule: { kind: 'perUnit', points: '0.2' } }),
  TD06: (criterion) => ({
    ...criterion,
    rule: { kind: 'steps', from: '65', side: 'below', per: '1', points: '1', count: 'exact' },
  }),
}

const onlineServices: Criterion = {
  code: 'CT11',
  title: {
    vi: 'Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến mức độ 4',
    en: 'Share of files handled by fully online public services',
  },
  maxPoints: '10',
  measure: { kind: 'share' },
  rule: { kind: 'steps', from: '50', side: 'below', per: '5', points: '1', count: 'started' },
  unit: '%',
  evidence: 'required',
  guidance: {
    vi: 'Báo cáo của Cổng dịch vụ công quốc gia.',
    en: 'Report of the national public service portal.',
  },
}

const changed = (nodes: readonly Node[]): Node[] =>
  nodes.map((node) =>
    isHeading(node) ? { ...node, criteria: changed(node.criteria) } : (edits[node.code]?.(node) ?? node),
  )

// KT19 goes; the industrial zones' waste water (KT22) comes first under its heading; the social heading is renamed.
function rearranged(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (!isHeading(node)) return node
    if (node.code === 'I.2')
      return {
        ...node,
        title: { vi: 'Văn hóa - xã hội', en: 'Culture and society' },
        criteria: node.criteria.filter(({ code }) => code !== 'KT19'),
      }
    if (node.code !== 'I.3') return node
    const first = node.criteria.filter(({ code }) => code === 'KT22')
    return { ...node, criteria: [...first, ...node.criteria.filter(({ code }) => code !== 'KT22')] }
  })
}

const renumbered = (nodes: readonly Node[]): Node[] =>
  nodes.map((node) => (node.code === 'B07' ? { ...node, code: 'B08' } : node))

/** The criteria drafted for 2021 out of those of 2020, with some twenty kinds of change; sound, and illustrative. */
export function criteria2021(): CriteriaDocument {
  const base = criteriaOf(2020)
  const inYear = (text: string) => text.replaceAll('2020', '2021')
  const sections = base.sections.map((section) => {
    const criteria = changed(section.criteria)
    if (section.code === 'I') return { ...section, criteria: rearranged(criteria) }
    if (section.code === 'II') return { ...section, criteria: [...criteria, onlineServices] }
    if (section.code === 'B') return { ...section, criteria: renumbered(criteria) }
    return { ...section, criteria }
  })
  return {
    ...base,
    year: 2021,
    title: { vi: inYear(base.title.vi), en: inYear(base.title.en) },
    penaltyCap: '80',
    sections,
    gates: [
      ...(base.gates ?? []).map((gate) =>
        gate.code === 'D06'
          ? {
              ...gate,
              title: { vi: 'Người đứng đầu bị kỷ luật khiển trách', en: 'Head disciplined by a reprimand' },
            }
          : gate,
      ),
      {
        code: 'D07',
        title: {
          vi: 'Giải ngân vốn đầu tư công (KT09) dưới 60 %',
          en: 'Public investment (KT09) disbursed below 60 %',
        },
        effect: { kind: 'gradeCap', grade: 'HT' },
      },
    ],
    grades: (base.grades ?? []).map((grade) =>
      grade.code === 'XS'
        ? { ...grade, atLeast: '890', require: [{ section: 'III', atLeast: '165' }] }
        : grade,
    ),
    tieBreakers: [{ section: 'III' }, { section: 'I' }, { criterion: 'KT07' }, { criterion: 'KT01' }],
  }
}
