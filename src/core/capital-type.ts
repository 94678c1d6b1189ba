/** Development-investment capital or recurrent funds. */
export type CapitalType = 'development' | 'recurrent'

/** Both capital types. */
export const CAPITAL_TYPES: readonly CapitalType[] = ['development', 'recurrent']
