import { checkCriteria } from '@bangvang/core/criteria/check'
import type { CriteriaDocument, Criterion, SectionRole } from '@bangvang/core/criteria/document'

const name = { vi: '-', en: '-' }

/**
 * A document of one criterion, where the criterion is sound by itself; null where it is not. Drafted criteria are tried
 * out and told in words one by one, whatever faults stand elsewhere.
 */
export function documentOfOne(
  criterion: unknown,
  { role = 'scored', decimals = 3 }: { role?: SectionRole; decimals?: number } = {},
): { document: CriteriaDocument; criterion: Criterion } | null {
  const code = String((criterion as Partial<Criterion>).code ?? '')
  const section = { code: code === '-' ? '--' : '-', title: name, role, criteria: [criterion] }
  const document = {
    format: 'bangvang.criteria/1',
    code: '-',
    year: 2000,
    title: name,
    decimals,
    maxPoints: role === 'scored' ? (criterion as Partial<Criterion>).maxPoints : '0',
    sections: [section],
  }
  if (checkCriteria(document).length > 0) return null
  return { document: document as CriteriaDocument, criterion: criterion as Criterion }
}
