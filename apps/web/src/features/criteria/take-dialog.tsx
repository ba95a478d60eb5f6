import { criteria, type VersionSummary } from '@bangvang/contract/criteria'
import type { SeasonView } from '@bangvang/contract/seasons'
import { useWrite } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = { season: SeasonView; version: VersionSummary; onClose: () => void }

/** A season that is still prepared takes the adopted version. */
export function TakeDialog({ season, version, onClose }: Props) {
  const t = useWords()
  const take = useWrite(criteria.take, ['clusters', 'criteria-versions', 'tasks', 'session'])
  const params = { seasonId: season.id }
  return (
    <Dialog title={t('criteria.take.title', { number: version.number, year: season.year })} onClose={onClose}>
      <p>{t('criteria.take.body')}</p>
      <Refusal error={take.error} />
      <div className="acts">
        <Button
          kind="main"
          isBusy={take.isPending}
          onClick={() => take.mutate({ params, body: { versionId: version.id } }, { onSuccess: onClose })}
        >
          {t('criteria.take.act')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
