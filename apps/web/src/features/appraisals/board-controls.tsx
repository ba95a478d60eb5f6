import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Layer } from './board-model.ts'
import type { BoardAddress, BoardLook } from './use-board-address.ts'

type Props = {
  address: BoardAddress
  onChange: (change: Partial<BoardAddress>) => void
  hasFinal: boolean
  changedCriteria: number
  gatesApplied: number
  sought: string
  onSeek: (sought: string) => void
}

/** How the board is looked at: layer, points or difference, only changed rows, a criterion sought, the conditions. */
export function BoardControls(props: Props) {
  const { address, onChange, hasFinal } = props
  const t = useWords()
  const format = useFormat()
  const layers: Layer[] = hasFinal ? ['self', 'appraised', 'final'] : ['self', 'appraised']
  return (
    <div className="ctl">
      <div className="pick">
        <span aria-hidden="true">{t('appraisals.control.layer')}</span>
        <Segmented<Layer>
          label={t('appraisals.control.layers')}
          value={address.layer}
          options={layers.map((value) => ({ value, words: t(`appraisals.layer.${value}`) }))}
          onChange={(layer) => onChange(layer === 'self' ? { layer, look: 'points' } : { layer })}
        />
      </div>
      <div className="pick">
        <span aria-hidden="true">{t('appraisals.control.look')}</span>
        <Segmented<BoardLook>
          label={t('appraisals.control.looks')}
          value={address.look}
          options={(['points', 'difference'] as const).map((value) => ({
            value,
            words: t(`appraisals.look.${value}`),
          }))}
          onChange={(look) =>
            onChange(
              look === 'difference' && address.layer === 'self' ? { look, layer: 'appraised' } : { look },
            )
          }
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={address.isOnlyChanged}
          onChange={({ target }) => onChange({ isOnlyChanged: target.checked })}
        />
        {t('appraisals.control.onlyChanged', { n: format.whole(props.changedCriteria) })}
      </label>
      <input
        type="search"
        className="seek"
        aria-label={t('appraisals.control.find')}
        placeholder={t('appraisals.control.find')}
        value={props.sought}
        onChange={({ target }) => props.onSeek(target.value)}
      />
      <Button
        className="open-gates"
        isSmall
        aria-pressed={address.isGates}
        onClick={() => onChange({ isGates: !address.isGates, cell: null })}
      >
        {t('appraisals.control.gates', { n: props.gatesApplied })}
      </Button>
    </div>
  )
}

/** What the colours, signs and corners mean. */
export function Legend({ look }: { look: BoardLook }) {
  const t = useWords()
  const heats = ['h1', 'h2', 'h3', 'h4', 'h5'] as const
  const changes = [
    ['c3', '−'],
    ['c2', '−'],
    ['c1', '−'],
    ['same', '·'],
    ['u1', '+'],
    ['u2', '+'],
  ] as const
  return (
    <ul className="legend" aria-label={t('appraisals.legend.label')}>
      <li>{t(look === 'points' ? 'appraisals.legend.lost' : 'appraisals.legend.compared')}</li>
      {look === 'points' ? (
        <>
          <li className="sw">
            <i />
            {t('appraisals.legend.full')}
          </li>
          {heats.map((heat) => (
            <li key={heat} className="sw">
              <i className={heat} />
              {t(`appraisals.legend.${heat}`)}
            </li>
          ))}
          <li className="sw">
            <i className="missing" />
            {t('appraisals.legend.missing')}
          </li>
        </>
      ) : (
        changes.map(([change, sign]) => (
          <li key={change} className="sw">
            <i className={change} aria-hidden="true">
              {sign}
            </i>
            {t(`appraisals.legend.${change}`)}
          </li>
        ))
      )}
      <li className="sw">
        <span className="flag" />
        {t('appraisals.legend.decided')}
      </li>
      <li className="sw">
        <span className="retarget" />
        {t('appraisals.legend.targetChanged')}
      </li>
    </ul>
  )
}
