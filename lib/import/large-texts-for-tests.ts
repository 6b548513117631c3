const times = (many: number, make: (index: number) => string): string =>
  Array.from({ length: many }, (_, index) => make(index)).join('')

const id = (index: number): string => `us-east-1:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** Texts of each kind that grow with a number. */
export const largeTexts: Readonly<Record<string, (size: number) => string>> = {
  'pools with attachments': (size) =>
    times(
      size,
      (index) => `resource "aws_cognito_identity_pool" "p${index}" {
  identity_pool_name = "pool ${index}"
}
resource "aws_cognito_identity_pool_roles_attachment" "p${index}" {
  identity_pool_id = aws_cognito_identity_pool.p${index}.id
  roles            = { authenticated = "arn:aws:iam::123456789012:role/r${index}" }
}
`,
    ),
  'Terraform beside a pool': (size) =>
    `${times(
      size,
      (index) => `resource "aws_s3_bucket" "b${index}" {
  bucket = "bucket-\${var.stage}-${index}" # a comment
  tags   = { farm = "orchard", stage = local.stage }
  policy = <<-EOT
    { "Resource": "\${aws_s3_bucket.b${index}.arn}" }
  EOT
}
`,
    )}resource "aws_cognito_identity_pool" "a" { identity_pool_name = "orchard" }\n`,
  'a template in YAML': (size) =>
    `Resources:
  Orchard: { Type: "AWS::Cognito::IdentityPool", Properties: { IdentityPoolName: orchard } }
${times(
  size,
  (index) => `  Basket${index}:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "basket-\${Stage}-${index}"
      Tags: [{ Key: fruit, Value: apple }]
`,
)}`,
  'a state in JSON': (size) =>
    JSON.stringify({
      values: {
        root_module: {
          resources: Array.from({ length: size }, (_, index) => [
            {
              address: `aws_cognito_identity_pool.p[${index}]`,
              type: 'aws_cognito_identity_pool',
              values: { id: id(index), identity_pool_name: `p${index}` },
            },
            {
              address: `aws_cognito_identity_pool_roles_attachment.p[${index}]`,
              type: 'aws_cognito_identity_pool_roles_attachment',
              values: { identity_pool_id: id(index), roles: { authenticated: 'arn:aws:iam::123456789012:role/r' } },
            },
          ]).flat(),
        },
      },
    }),
  'JSON that is cut off in a text': (size) => `{"a":"${String.raw`\"x`.repeat(size * 20)}`,
  'levels of brackets': (size) => `a = ${'['.repeat(size)}${']'.repeat(size)}`,
  'levels of YAML': (size) => `a: ${'['.repeat(size)}${']'.repeat(size)}`,
  'levels of JSON': (size) => `${'{"a":['.repeat(size)}1${']}'.repeat(size)}`,
  'a text in a text': (size) =>
    JSON.stringify({
      Resources: {
        P: { Type: 'AWS::Cognito::IdentityPool', Properties: { IdentityPoolName: { 'Fn::Sub': '${'.repeat(size) } } },
      },
    }),
  'lines of a text': (size) =>
    `a = <<EOT\n${'x\n'.repeat(size * 10)}EOT\nresource "aws_cognito_identity_pool" "a" { identity_pool_name = "orchard" }\n`,
}
