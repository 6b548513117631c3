export interface StringShape {
  type: 'string'
  min?: number
  max?: number
  /** As the service writes it; the whole value has to match. */
  pattern?: string
  values?: readonly string[]
  sensitive?: true
}
export interface NumberShape {
  type: 'integer' | 'long'
  min: number
  max: number
}
export interface BooleanShape {
  type: 'boolean'
}
export interface ListShape {
  type: 'list'
  member: Shape
  min?: number
  max?: number
}
export interface MapShape {
  type: 'map'
  key: StringShape
  value: Shape
  max?: number
}
export interface StructureShape {
  type: 'structure'
  required: { readonly [name: string]: Shape }
  optional: { readonly [name: string]: Shape }
}
export type Shape = StringShape | NumberShape | BooleanShape | ListShape | MapShape | StructureShape

/** What a parsed value of a shape looks like. */
export type Parsed<S> = S extends { type: 'string'; values: readonly (infer V)[] }
  ? V
  : S extends StringShape
    ? string
    : S extends NumberShape
      ? number
      : S extends BooleanShape
        ? boolean
        : S extends { type: 'list'; member: infer M }
          ? Parsed<M>[]
          : S extends { type: 'map'; value: infer V }
            ? { [key: string]: Parsed<V> }
            : S extends { type: 'structure'; required: infer R; optional: infer O }
              ? { [K in keyof R]: Parsed<R[K]> } & { [K in keyof O]?: Parsed<O[K]> | undefined }
              : never
