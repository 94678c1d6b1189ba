/** A key press as shortcut sheets write it: `Ctrl+Shift+D`, `F2`, `Space`. */
export function chordOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', name]
    .filter(Boolean)
    .join('+')
}

/** A chord as people read it. */
export function chordText(chord: string | null): string {
  return chord?.replace('ArrowDown', '↓').replace('ArrowLeft', '←').replace('ArrowRight', '→') ?? ''
}
