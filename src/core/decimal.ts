import { Decimal as Base } from 'decimal.js'

/** Exact decimal arithmetic for percentages, ratios and units; 60 significant digits, ties away from zero. */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP })

/** A decimal value of the configured clone; it never crosses a port. */
export type Decimal = Base
