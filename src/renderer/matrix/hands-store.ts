import { create } from 'zustand'
import type { Hands } from './hands.ts'

/** The matrix that is on screen, for what stands outside it; null on every other screen. */
export const useHandsUp = create<{ readonly hands: Hands | null }>(() => ({ hands: null }))
