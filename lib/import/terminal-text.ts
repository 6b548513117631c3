const LONGEST_START = 200
const COMMAND = /^(?:(?:\[[^"'{}[\]]*\])?[^"'{}[\]]*[$%>#❯➜][ \t]*)?(?:aws|awslocal)[ \t]+[a-z-]/
const PROMPT = /^(?:[^"'{}[\]:]*|(?:\[[^"'{}[\]]*\])?|[\w.-]+@[^\s"'{}[\]]*)[$%>#❯][ \t]*\r?$/
const FAILURE = /^(?:An error occurred \(|usage: aws |aws: error: )/

/** A copy of a terminal without its commands, prompts and what failed; any other text as it is. */
export function withoutCommands(text: string): string {
  if (!text.includes('aws')) return text
  const lines = text.split('\n')
  const isCommand = (line: string) => COMMAND.test(line.slice(0, LONGEST_START).trimStart())
  if (!lines.some(isCommand)) return text
  let goesOn = false
  return lines
    .map((line) => {
      const isLeftOut = goesOn || isCommand(line)
      goesOn = isLeftOut && line.trimEnd().endsWith('\\')
      const start = line.slice(0, LONGEST_START)
      return isLeftOut || PROMPT.test(start) || FAILURE.test(start) ? '' : line
    })
    .join('\n')
}

/** Whether a text is an answer that the AWS CLI laid out as a table or in columns. */
export const isTable = (text: string): boolean => /^[ \t]*-{10,}[ \t]*\r?\n[ \t]*\|/m.test(text)

/** Whether a text may be an answer in the columns of `--output text`. */
export const isColumns = (text: string): boolean =>
  /^(?:True|False)\t.{0,600}[a-z]-\d:[0-9a-f-]{36}/m.test(text) ||
  /^(?:COGNITOIDENTITYPROVIDERS|SUPPORTEDLOGINPROVIDERS|IDENTITYPOOLS|ROLES|IDENTITYPOOLTAGS)\t/m.test(text)

/** Whether a text is what `terraform plan` prints for people. */
export const isPrintedPlan = (text: string): boolean =>
  /^[ \t]*(?:[+~-]|-\/\+|\+\/-)[ \t]+resource[ \t]+"|^[ \t]*# aws_\S+ will be (?:created|updated|destroyed)/m.test(text)
