import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type Props = {
  className?: string
  /** The button's class, and its label where its content does not say what it opens. */
  buttonClass: string
  label?: string
  button: ReactNode
  children: (close: () => void) => ReactNode
}

/** A button that opens a panel beside it; Escape, a press elsewhere and leaving by Tab close it. */
export function Popover({ className = '', buttonClass, label, button, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [isOpen])
  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever in it has the focus
    <div
      ref={root}
      className={`anchor ${className}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen ? (
        <div id={id} className="pop menu-pop">
          {children(close)}
        </div>
      ) : null}
    </div>
  )
}
