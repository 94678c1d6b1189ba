import { Decimal as Base } from 'decimal.js'

/** Exact decimal arithmetic for percentages, ratios and units; 60 significant digits, ties away from zero. */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP })

/** Arithmetic for a typed formula: more digits than any accepted entry can make, so nothing is ever rounded. */
export const WideDecimal = Base.clone({ precision: 4000, rounding: Base.ROUND_HALF_UP })

/** A decimal value of either configured clone; it never crosses a port. */
export type Decimal = Base
