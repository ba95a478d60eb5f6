import { type SeasonView, seasons } from '@bangvang/contract/seasons'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { OfficerFields, officersOf } from './officer-fields.tsx'

/** Changes which units are chair and vice-chair of a season. */
export function OfficersDialog({ season, onClose }: { season: SeasonView; onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const change = useWrite(seasons.setOfficers)
  const fault = useFaultWords(change.error)
  return (
    <Dialog
      title={t('seasons.admin.officersTitle', {
        season: `${format.text(season.clusterName)} ${season.year}`,
      })}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const body = officersOf(new FormData(event.currentTarget))
          if (!change.isPending)
            change.mutate({ params: { seasonId: season.id }, body }, { onSuccess: onClose })
        }}
      >
        <OfficerFields
          units={season.units}
          chairUnitId={season.chairUnitId}
          viceChairUnitId={season.viceChairUnitId}
          fault={fault}
        />
        <Refusal error={change.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={change.isPending}>
            {t('seasons.admin.save')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
