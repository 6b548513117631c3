import { relative, resolve } from 'node:path'
import type { Context, Node, Visitor } from './rule.ts'

type ImportNode =
  | Node<'ImportDeclaration'>
  | Node<'ExportNamedDeclaration'>
  | Node<'ExportAllDeclaration'>
  | Node<'ImportExpression'>
  | Node<'TSImportType'>

export interface Import {
  node: ImportNode
  specifier: string
  /** From the repository's root; null for packages and Node's own modules. */
  path: string | null
  /** The names taken from it; empty when all of it is. */
  names: string[]
  typeOnly: boolean
}

/** Calls back for every static, dynamic, re-exported and type-position import of a file. */
export function onImports(context: Context, visit: (found: Import) => void): Visitor {
  const found = (node: ImportNode, specifier: unknown, typeOnly: boolean, names: string[] = []) => {
    if (typeof specifier === 'string') visit({ node, specifier, path: pathTo(specifier, context), names, typeOnly })
  }
  return {
    ImportDeclaration: (node) => found(node, node.source.value, node.importKind === 'type', importedNames(node)),
    ExportNamedDeclaration: (node) => found(node, node.source?.value, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => found(node, node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => found(node, node.source.type === 'Literal' ? node.source.value : null, false),
    TSImportType: (node) => found(node, node.source.value, true),
  }
}

function pathTo(specifier: string, context: Context) {
  if (/^#(lib|components)\//.test(specifier)) return specifier.slice(1)
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return null
  return relative(context.cwd, resolve(context.filename, '..', specifier)).replaceAll('\\', '/')
}

function importedNames(node: Node<'ImportDeclaration'>) {
  return node.specifiers.flatMap((specifier) => {
    if (specifier.type !== 'ImportSpecifier') return []
    return [specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value]
  })
}
