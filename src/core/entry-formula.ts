import { type Decimal, WideDecimal } from './decimal.ts'
import type { EntryToken, EntryVariable } from './entry-token.ts'
import { WorkbenchError } from './error.ts'
import { type Money, UNIT_DIGITS, type Unit } from './money.ts'

/** An exact fraction: a division is kept as one until the end, so `=need/3*3` is the need. */
interface Fraction {
  readonly over: Decimal
  readonly under: Decimal
}

const BINDING: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 }
const UNARY_BINDING = 3
const MAX_DEPTH = 50

/** Evaluates a formula's tokens exactly; bare numbers and the result are in `unit`. @throws `amount-*` */
export function evaluateFormula(
  tokens: readonly EntryToken[],
  unit: Unit,
  variables: Readonly<Partial<Record<EntryVariable, Money>>>,
  text: string,
): Decimal {
  const { over, under } = new FormulaReader(tokens, unit, variables, text).read()
  // A quotient that leaves a remainder in đồng may have no end; it is refused before it is divided.
  const isWhole = inUnit(over, unit, 'dong').mod(under).isZero()
  if (!isWhole) throw new WorkbenchError('amount-not-whole', { text })
  return over.div(under)
}

class FormulaReader {
  private at = 0
  private depth = 0

  constructor(
    private readonly tokens: readonly EntryToken[],
    private readonly unit: Unit,
    private readonly variables: Readonly<Partial<Record<EntryVariable, Money>>>,
    private readonly text: string,
  ) {}

  read(): Fraction {
    const result = this.expression(0)
    if (this.at < this.tokens.length) throw this.malformed()
    return result
  }

  private expression(minimum: number): Fraction {
    this.depth += 1
    if (this.depth > MAX_DEPTH) throw this.malformed()
    let left = this.operand()
    for (;;) {
      const sign = this.peekSign()
      const binding = sign === null ? undefined : BINDING[sign]
      if (sign === null || binding === undefined || binding <= minimum) break
      this.at += 1
      left = this.combine(left, sign, this.expression(binding))
    }
    this.depth -= 1
    return left
  }

  private operand(): Fraction {
    let value = this.prefix()
    // A per cent sign divides what stands before it by a hundred: 100+10% is 100,1.
    while (this.peekSign() === '%') {
      this.at += 1
      value = { over: value.over, under: value.under.times(100) }
    }
    return value
  }

  private prefix(): Fraction {
    const token = this.tokens[this.at]
    this.at += 1
    if (token?.kind === 'number')
      return whole(inUnit(new WideDecimal(token.figure), token.unit ?? this.unit, this.unit))
    if (token?.kind === 'variable') return whole(this.variable(token.name))
    if (token?.sign === '(') return this.parenthesis()
    if (token?.sign === '-' || token?.sign === '+') {
      const { over, under } = this.expression(UNARY_BINDING)
      return { over: token.sign === '-' ? over.negated() : over, under }
    }
    throw this.malformed()
  }

  private parenthesis(): Fraction {
    const value = this.expression(0)
    if (this.peekSign() !== ')') throw this.malformed()
    this.at += 1
    return value
  }

  private variable(name: EntryVariable): Decimal {
    const amount = this.variables[name]
    if (amount === undefined) {
      throw new WorkbenchError('amount-variable-unknown', { text: this.text, name })
    }
    return inUnit(new WideDecimal(amount.toString()), 'dong', this.unit)
  }

  private combine(a: Fraction, sign: string, b: Fraction): Fraction {
    switch (sign) {
      case '*':
        return { over: a.over.times(b.over), under: a.under.times(b.under) }
      case '/':
        if (b.over.isZero())
          throw new WorkbenchError('amount-division-by-zero', { text: this.text })
        return { over: a.over.times(b.under), under: a.under.times(b.over) }
      default: {
        const [left, right] = [a.over.times(b.under), b.over.times(a.under)]
        const over = sign === '+' ? left.plus(right) : left.minus(right)
        return { over, under: a.under.times(b.under) }
      }
    }
  }

  private peekSign(): string | null {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' ? token.sign : null
  }

  private malformed(): WorkbenchError {
    return new WorkbenchError('amount-expression', { text: this.text })
  }
}

function whole(figure: Decimal): Fraction {
  return { over: figure, under: new WideDecimal(1) }
}

function inUnit(figure: Decimal, from: Unit, to: Unit): Decimal {
  return figure.times(new WideDecimal(`1e${UNIT_DIGITS[from] - UNIT_DIGITS[to]}`))
}
