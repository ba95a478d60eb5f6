import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../lib/words.ts'
import { Icon } from './icon.tsx'

type Props = {
  title: ReactNode
  /** Called by Escape and by the close button; absent, the dialog cannot be closed without its acts. */
  onClose?: (() => void) | undefined
  className?: string
  children: ReactNode
}

/** A modal dialog, open while it is rendered; focus goes in and returns by itself. */
export function Dialog({ title, onClose, className = '', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const t = useWords()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <header className="dialog-h">
        <h2 id={id}>{title}</h2>
        {onClose === undefined ? null : (
          <button type="button" className="tool" aria-label={t('shell.close')} onClick={onClose}>
            <Icon of={X} />
          </button>
        )}
      </header>
      <div className="dialog-b">{children}</div>
    </dialog>
  )
}
