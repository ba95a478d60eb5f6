import { type ReactNode, useEffect, useRef } from 'react'

let lastPath: string | null = null

/**
 * The page's h1. Names the window after `title`, and after a navigation takes the focus, so that keyboard and
 * screen reader start at the new page's head; the first page of a visit leaves the focus where the browser put it.
 */
export function Heading({
  title,
  children,
  className,
}: {
  title: string
  children?: ReactNode
  className?: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Bảng Vàng`
  }, [title])
  useEffect(() => {
    const path = window.location.pathname
    if (lastPath !== null && lastPath !== path) heading.current?.focus()
    lastPath = path
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
