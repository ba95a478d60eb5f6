import { useState } from 'react'
import { useWords } from '../../lib/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { areKeysOn, setKeysOn } from './desk-keys.ts'

const reading = [
  ['next', 'J'],
  ['previous', 'K'],
  ['move', '↑', '↓'],
  ['comment', 'C'],
  ['suggest', 'S'],
  ['reply', 'R'],
  ['answer', 'A'],
  ['resolve', 'E'],
  ['noComment', 'N'],
  ['fresh', 'U'],
  ['help', '?'],
  ['close', 'Esc'],
] as const
const editing = [
  ['edit', 'F2'],
  ['add', 'Enter'],
  ['line', 'Shift+Enter'],
  ['level', 'Tab', 'Shift+Tab'],
  ['reorder', 'Alt+↑', 'Alt+↓'],
  ['remove', 'Delete'],
  ['undo', 'Ctrl+Z'],
  ['redo', 'Ctrl+Shift+Z'],
] as const

function Keys({ of }: { of: typeof reading | typeof editing }) {
  const t = useWords()
  return (
    <dl className="keys-table">
      {of.map(([name, ...keys]) => (
        <div key={name}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(`draft-work.keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What each key does, and the switch that turns the single letters off. */
export function KeysDialog({ isEditor, onClose }: { isEditor: boolean; onClose: () => void }) {
  const t = useWords()
  const [isOn, setOn] = useState(areKeysOn())
  return (
    <Dialog title={t('draft-work.keys.title')} onClose={onClose}>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            setOn(target.checked)
            setKeysOn(target.checked)
          }}
        />
        {t('draft-work.keys.enabled')}
      </label>
      <p className="sm q">{t('draft-work.keys.lead')}</p>
      <Keys of={reading} />
      {isEditor ? (
        <>
          <h3>{t('draft-work.keys.editing')}</h3>
          <Keys of={editing} />
        </>
      ) : null}
    </Dialog>
  )
}
