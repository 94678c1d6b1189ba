import { type UIEvent, useLayoutEffect, useRef, useState } from 'react'

/** Rows kept beyond each edge, so that the arrow keys always find a next one. */
const SPARE = 6

/** Which of many equally high rows are in view. */
export function useRowWindow(count: number, height: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })

  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setView({ top: element.scrollTop, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  function onScroll({ currentTarget }: UIEvent<HTMLElement>): void {
    setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
  }

  const first = Math.max(0, Math.floor(view.top / height) - SPARE)
  const last = Math.min(count, Math.ceil((view.top + view.height) / height) + SPARE)
  return { ref, first, last, onScroll }
}
