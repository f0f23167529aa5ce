import { defineConfig } from 'drizzle-kit'

// One schema, two dialects: DATABASE_URL chooses which (see db/columns.ts). `npm run generate` makes both.
const postgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

export default defineConfig({
  schema: './db/schema.ts',
  dialect: postgres ? 'postgresql' : 'sqlite',
  out: process.env.MIGRATIONS_OUT ?? `./db/migrations/${postgres ? 'postgres' : 'sqlite'}`,
  casing: 'snake_case',
})
