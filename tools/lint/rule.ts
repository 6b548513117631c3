import { relative } from 'node:path'
import type { RuleTester } from 'oxlint/plugins-dev'

export type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown }>
export type Context = Parameters<Rule['create']>[0]
export type Visitor = ReturnType<Rule['create']>
export type Node<Kind extends keyof Visitor> = Parameters<NonNullable<Visitor[Kind]>>[0]

/** Path of the linted file from the repository's root, with forward slashes. */
export const pathOf = (context: Context) => relative(context.cwd, context.filename).replaceAll('\\', '/')

/** A test, or what only tests use. */
export const isTest = (path: string) => /(\.test|-for-tests?)\.tsx?$/.test(path)

/** The top-level `'use …'` directives of a file. */
export const directives = (program: Node<'Program'>) =>
  program.body.flatMap((statement) =>
    statement.type === 'ExpressionStatement' && 'directive' in statement ? [statement.directive] : [],
  )
