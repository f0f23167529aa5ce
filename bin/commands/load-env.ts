import { existsSync } from 'node:fs'

// Imported before anything that asks the environment: the command line works on the database that the server works on.
// What the environment says already wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env')
