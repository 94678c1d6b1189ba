import { Decimal } from './decimal.ts'
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
/** Beyond this many digits a result at 60 could have been rounded. */
const MAX_DIGITS = 58

/** Evaluates a formula's tokens exactly; bare numbers and the result are in `unit`. @throws `amount-*` */
export function evaluateFormula(
  tokens: readonly EntryToken[],
  unit: Unit,
  variables: Readonly<Partial<Record<EntryVariable, Money>>>,
  text: string,
): Decimal {
  const { over, under } = new FormulaReader(tokens, unit, variables, text).read()
  const result = over.div(under)
  // A quotient without end is no whole đồng; multiplying back shows whether it ends.
  if (!result.times(under).eq(over)) throw new WorkbenchError('amount-not-whole', { text })
  return result
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
      value = this.checked({ over: value.over, under: value.under.times(100) })
    }
    return value
  }

  private prefix(): Fraction {
    const token = this.tokens[this.at]
    this.at += 1
    if (token?.kind === 'number')
      return whole(inUnit(token.figure, token.unit ?? this.unit, this.unit))
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
    return inUnit(new Decimal(amount.toString()), 'dong', this.unit)
  }

  private combine(a: Fraction, sign: string, b: Fraction): Fraction {
    switch (sign) {
      case '*':
        return this.checked({ over: a.over.times(b.over), under: a.under.times(b.under) })
      case '/':
        if (b.over.isZero())
          throw new WorkbenchError('amount-division-by-zero', { text: this.text })
        return this.checked({ over: a.over.times(b.under), under: a.under.times(b.over) })
      default: {
        const [left, right] = [a.over.times(b.under), b.over.times(a.under)]
        const over = sign === '+' ? left.plus(right) : left.minus(right)
        return this.checked({ over, under: a.under.times(b.under) })
      }
    }
  }

  private checked(value: Fraction): Fraction {
    const isExact = value.over.precision() <= MAX_DIGITS && value.under.precision() <= MAX_DIGITS
    if (!isExact) throw new WorkbenchError('amount-expression', { text: this.text })
    return value
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
  return { over: figure, under: new Decimal(1) }
}

function inUnit(figure: Decimal, from: Unit, to: Unit): Decimal {
  return figure.times(new Decimal(10).pow(UNIT_DIGITS[from] - UNIT_DIGITS[to]))
}
