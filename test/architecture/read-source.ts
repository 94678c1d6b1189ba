import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** One function or method and how many lines it takes without the functions inside it. */
export interface FunctionSize {
  readonly name: string
  readonly lines: number
}

/** What the shape of one source file is judged by. */
export interface SourceShape {
  readonly lines: number
  readonly functions: readonly FunctionSize[]
  /** Names exported without a doc comment right before them. */
  readonly undocumented: readonly string[]
  readonly hasDefaultExport: boolean
}

/** Reads the shape of a source file. */
export function readSource(path: string): SourceShape {
  const text = readFileSync(path, 'utf8')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return {
    lines: text.trimEnd().split('\n').length,
    functions: listFunctions(file),
    undocumented: file.statements.filter(isExported).filter(lacksComment).map(nameOf),
    hasDefaultExport: file.statements.some(isDefault),
  }
}

function listFunctions(file: ts.SourceFile): readonly FunctionSize[] {
  const found: FunctionSize[] = []
  /** Gives the lines taken by the functions inside a node, which are counted for themselves. */
  const visit = (node: ts.Node): number => {
    let inner = 0
    ts.forEachChild(node, (child) => {
      inner += visit(child)
    })
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return inner
    const lineOf = (at: number) => file.getLineAndCharacterOfPosition(at).line
    const lines = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1
    found.push({ name: nameOf(node), lines: lines - inner })
    return lines - 1
  }
  visit(file)
  return found
}

function isExported(node: ts.Statement): boolean {
  return ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.ExportKeyword)
}

function isDefault(node: ts.Statement): boolean {
  return ts.isExportAssignment(node) || hasModifier(node, ts.SyntaxKind.DefaultKeyword)
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some((modifier) => modifier.kind === kind) ?? false
}

function lacksComment(node: ts.Statement): boolean {
  return !ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc)
}

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name.getText()).join(', ')
  }
  const name = 'name' in node ? (node.name as ts.Node | undefined) : undefined
  return name?.getText() ?? node.getText().split('\n')[0] ?? ''
}
