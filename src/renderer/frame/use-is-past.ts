import { useEffect, useState } from 'react'

/** Whether a component has stood for so many ms. */
export function useIsPast(patience: number): boolean {
  const [isPast, setPast] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), patience)
    return () => clearTimeout(timer)
  }, [patience])
  return isPast
}
