import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'
import { call } from './call-api.ts'

const Content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }))
const Operation = z.object({
  responses: z.record(
    z.string(),
    z.object({ content: Content.optional(), headers: z.record(z.string(), z.unknown()).optional() }),
  ),
})
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})

/** The description that the server gives of itself, and a check that holds real answers against it. */
export async function readOpenApi(url: string) {
  const document = Document.parse((await call(url, '/api/openapi.json')).body)
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    ajv.addSchema(schema, `#/components/schemas/${name}`)
  }

  /** Fails unless `path` with `method` is described to answer so. */
  function check(
    method: string,
    path: string,
    { status, headers, body }: Awaited<ReturnType<typeof call>>,
  ): void {
    const described = Operation.parse(document.paths[path]?.[method]).responses[String(status)]
    assert.ok(described, `${method} ${path} answers ${status}, which is not described`)
    for (const name of Object.keys(described.headers ?? {})) {
      assert.ok(headers.has(name), `${method} ${path} answers ${status} without ${name}`)
    }
    if (!described.content) {
      assert.equal(body, null)
      return
    }

    const type = headers.get('content-type') ?? ''
    const content = described.content[type]
    assert.ok(content, `${method} ${path} answers ${status} as ${type}, which is not described`)
    const validate = ajv.compile(content.schema)
    assert.ok(validate(body), `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`)
  }
  return { document, check }
}
