import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useWindow } from '../plan/window-store.ts'

/** The inspector's narrowest and widest, px. */
const [NARROWEST, WIDEST] = [240, 640]

/** One press of an arrow key, px. */
const STEP = 16

/** The inspector's left edge, moved by dragging or with the arrow keys. */
export function InspectorGrip() {
  const { t } = useLingui()
  const width = useWindow((state) => state.inspectorWidth)

  function drag(event: PointerEvent<HTMLElement>): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      setWidth(window.innerWidth - event.clientX)
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowLeft') setWidth(width + STEP)
    if (event.key === 'ArrowRight') setWidth(width - STEP)
  }

  return (
    <div
      className="inspector-grip"
      role="separator"
      aria-orientation="vertical"
      aria-label={t`Độ rộng bảng chi tiết`}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  )
}

function setWidth(width: number): void {
  useWindow.setState({ inspectorWidth: Math.max(NARROWEST, Math.min(WIDEST, width)) })
}
