import type { RankingView } from '@bangvang/contract/rankings'
import { useQueryClient } from '@tanstack/react-query'
import { Download, Printer, ShieldCheck, Stamp } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FinalizeDialog } from './finalize-dialog.tsx'
import type { Standing } from './standing.ts'
import type { Made, TrialChange } from './trial.ts'
import { TrialForm } from './trial-form.tsx'
import { VerifyDialog } from './verify-dialog.tsx'
import { WhyPanel } from './why-panel.tsx'

type Props = {
  view: RankingView
  standing: Standing
  /** The ranking made here, with the trial in it; null where submissions are not shown. */
  made: Made | null
  selected: string | null
  comments: { all: number; open: number }
  onTry: (change: TrialChange) => void
  onComments: () => void
  bundleAddress: string
}

/** The sealed ranking's head, once the dialog has given the focus back. */
function showHead(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus())
}

function Acts({ view, comments, onComments, bundleAddress }: Props) {
  const t = useWords()
  const [open, setOpen] = useState<'finalize' | 'verify' | null>(null)
  const { final, seasonId, year } = view
  const cache = useQueryClient()
  const close = () => setOpen(null)
  const askToFinalize = () => {
    // Others may have answered a comment or settled a sheet meanwhile.
    void cache.invalidateQueries({ queryKey: ['seasons'] })
    setOpen('finalize')
  }
  return (
    <section className="ranking-acts" aria-label={t('rankings.acts.label')}>
      {view.mayFinalize && final === null ? (
        <Button kind="main" onClick={askToFinalize}>
          <Icon of={Stamp} />
          {t('rankings.acts.finalize')}
        </Button>
      ) : null}
      <Button onClick={() => window.print()}>
        <Icon of={Printer} />
        {t('rankings.acts.print')}
      </Button>
      {final === null ? null : (
        <>
          <a className="btn" href={bundleAddress} download={`${seasonId}-xep-hang.json`}>
            <Icon of={Download} />
            {t('rankings.acts.bundle')}
          </a>
          <Button kind="quiet" onClick={() => setOpen('verify')}>
            <Icon of={ShieldCheck} />
            {t('rankings.acts.verify')}
          </Button>
        </>
      )}
      {open === 'finalize' ? (
        <FinalizeDialog
          view={view}
          comments={comments}
          onClose={close}
          onFinalized={() => {
            close()
            showHead()
          }}
          onComments={() => {
            close()
            onComments()
          }}
        />
      ) : null}
      {open === 'verify' && final !== null ? (
        <VerifyDialog
          seasonId={seasonId}
          year={year}
          sha256={final.sha256}
          bundleAddress={bundleAddress}
          onClose={close}
        />
      ) : null}
    </section>
  )
}

/** Beside the stele: the acts, why the chosen unit stands there, and the trial on a copy. */
export function RankingSide(props: Props) {
  const { standing, made, selected, onTry } = props
  const t = useWords()
  const [isTrying, setTrying] = useState(false)
  const row = standing.rows.find(({ unitId }) => unitId === selected)
  return (
    <aside className="why4" aria-label={t('ranking-work.why.label')}>
      <Acts {...props} />
      {made === null ? null : row === undefined ? (
        <p className="box">{t('ranking-work.why.pick')}</p>
      ) : (
        <WhyPanel standing={standing} made={made} row={row} onTry={onTry} />
      )}
      {made === null ? null : isTrying ? (
        <TrialForm
          key={selected}
          standing={standing}
          made={made}
          unitId={row?.unitId ?? standing.rows[0]?.unitId ?? ''}
          onTry={onTry}
        />
      ) : (
        <Button kind="quiet" onClick={() => setTrying(true)}>
          {t('rankings.acts.trial')}
        </Button>
      )}
    </aside>
  )
}
