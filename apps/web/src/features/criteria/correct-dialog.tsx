import { criteria, type VersionSummary } from '@bangvang/contract/criteria'
import type { SeasonView } from '@bangvang/contract/seasons'
import { Link, useLocation } from 'wouter'
import { useWrite } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = { season: SeasonView; version: VersionSummary; onClose: () => void }

/** A newer version takes the place of the open season's; says what becomes of the units' figures before it is done. */
export function CorrectDialog({ season, version, onClose }: Props) {
  const t = useWords()
  const [, navigate] = useLocation()
  const correct = useWrite(criteria.correct, ['clusters', 'criteria-versions', 'tasks', 'session'])
  const fault = useFaultWords(correct.error)
  const { id: seasonId, criteriaVersion } = season
  const compare = `/seasons/${seasonId}/criteria/compare?from=version:${criteriaVersion?.id}&to=version:${version.id}`
  const send = (form: FormData) => {
    if (correct.isPending) return
    correct.mutate(
      { params: { seasonId }, body: { versionId: version.id, reason: String(form.get('reason')) } },
      { onSuccess: () => navigate(`/seasons/${seasonId}/criteria/corrections`) },
    )
  }
  return (
    <Dialog title={t('criteria.correct.title', { year: season.year })} onClose={onClose}>
      <p>
        {t('criteria.correct.body', { from: criteriaVersion?.number ?? 0, to: version.number })}{' '}
        <Link href={compare}>{t('criteria.corrections.changes')}</Link>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('criteria.correct.reason')} error={fault('#/reason')}>
          {(input) => <textarea {...input} name="reason" rows={3} required maxLength={2000} />}
        </Field>
        <Refusal error={correct.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={correct.isPending}>
            {t('criteria.correct.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
