import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'

const specification = loadAwsServiceSpecSync()

type Property = { type: Type; required?: boolean }
type Type = { type: string; element?: Type; reference?: { $ref: string }; types?: Type[] }

/** What of a resource's properties does not fit its CloudFormation resource schema, each with its path. */
export function schemaMistakes(resourceType: string, properties: unknown): string[] {
  const [resource] = specification.lookup('resource', 'cloudFormationType', 'equals', resourceType)
  return resource ? objectMistakes(resource.properties, properties, '') : [`${resourceType} is no resource`]
}

function objectMistakes(known: Record<string, Property>, value: unknown, path: string): string[] {
  if (!isObject(value)) return [`${path} is no object`]
  const missing = Object.entries(known).filter(([name, { required }]) => required && !(name in value))
  return [
    ...missing.map(([name]) => `${path}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const property = known[name]
      return property ? mistakes(property.type, member, `${path}.${name}`) : [`${path}.${name} is unknown`]
    }),
  ]
}

function mistakes(type: Type, value: unknown, path: string): string[] {
  if (isObject(value) && (Object.keys(value).join() === 'Ref' || Object.keys(value).join() === 'Fn::Join')) return []
  const element = type.element ?? { type: 'string' }
  switch (type.type) {
    case 'string':
    case 'boolean':
      return typeof value === type.type ? [] : [`${path} is no ${type.type}`]
    case 'json':
      return isObject(value) ? [] : [`${path} is no object`]
    case 'tag':
      return objectMistakes({ Key: text, Value: text }, value, path)
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => mistakes(element, item, `${path}.${index}`))
        : [`${path} is no list`]
    case 'map':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, member]) => mistakes(element, member, `${path}.${key}`))
        : [`${path} is no map`]
    case 'ref':
      return objectMistakes(specification.get('typeDefinition', type.reference?.$ref ?? '').properties, value, path)
    default:
      return [`${path} has the type ${type.type}, which is not checked here`]
  }
}

const text: Property = { type: { type: 'string' }, required: true }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
