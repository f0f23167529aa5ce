import { describe, expect, test } from 'vitest'
import { parseEnv } from '@/lib/env'

const secret = 'x'.repeat(32)
const with_ = (more: Record<string, string | undefined>) => parseEnv({ AUTH_SECRET: secret, ...more })

test('a secret is all that must be given', () => {
  expect(parseEnv({ AUTH_SECRET: secret })).toEqual({
    NODE_ENV: 'development',
    DATABASE_URL: 'file:data/yilian.db',
    PUBLIC_URL: 'http://localhost:3000',
    REVIEW: 'two',
    MAIL_FROM: '一练 Yilian <noreply@localhost>',
    OUTBOX_FOLDER: 'data/outbox',
    PUSH_HOSTS: '',
    SMS_CODES_PER_DAY: 1000,
    STORAGE_FOLDER: 'data/files',
    OIDC_NAME: 'OpenID',
    AUTH_SECRET: secret,
    TRUST_PROXY: false,
    THROTTLE_FACTOR: 1,
    LOG_LEVEL: 'info',
    JOBS: true,
  })
})

test('what is set to nothing counts as not set', () => {
  expect(with_({ DATABASE_URL: '', LOG_LEVEL: '', JOBS: '' })).toEqual(parseEnv({ AUTH_SECRET: secret }))
})

test('variables of others are left out', () => {
  expect(with_({ HOME: '/somewhere', PATH: '/bin' })).not.toHaveProperty('HOME')
})

describe('what is given is read', () => {
  test.each<[string, string, unknown]>([
    ['DATABASE_URL', 'postgres://user:word@host/name', 'postgres://user:word@host/name'],
    ['DATABASE_URL', 'postgresql://host/name', 'postgresql://host/name'],
    ['DATABASE_URL', 'file:/var/lib/yilian.db', 'file:/var/lib/yilian.db'],
    ['PUBLIC_URL', 'https://yilian.example', 'https://yilian.example'],
    ['TRUST_PROXY', 'true', true],
    ['TRUST_PROXY', 'false', false],
    ['THROTTLE_FACTOR', '2.5', 2.5],
    ['LOG_LEVEL', 'silent', 'silent'],
    ['JOBS', 'false', false],
    ['NODE_ENV', 'production', 'production'],
  ])('%s=%s', (name, value, expected) => {
    expect(with_({ [name]: value })).toMatchObject({ [name]: expected })
  })
})

describe('what is wrong is refused, by its name', () => {
  test.each([
    ['AUTH_SECRET', 'too short'],
    ['AUTH_SECRET', undefined],
    ['DATABASE_URL', 'mysql://host/name'],
    ['DATABASE_URL', 'data/yilian.db'],
    ['PUBLIC_URL', 'yilian.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'ftp://yilian.example'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '1'],
    ['THROTTLE_FACTOR', '0'],
    ['THROTTLE_FACTOR', '-1'],
    ['THROTTLE_FACTOR', 'many'],
    ['LOG_LEVEL', 'loud'],
    ['JOBS', 'no'],
    ['NODE_ENV', 'staging'],
  ])('%s=%s', (name, value) => {
    expect(() => with_({ [name]: value })).toThrow(new RegExp(`^The environment is not right:\\n {2}${name}: [^\\n]+$`))
  })

  test('every fault is named, not the first alone', () => {
    const names = ['AUTH_SECRET', 'DATABASE_URL', 'PUBLIC_URL', 'THROTTLE_FACTOR', 'LOG_LEVEL']
    let message = ''
    try {
      parseEnv(Object.fromEntries(names.map((name) => [name, '?'])))
    } catch (error) {
      message = String(error)
    }
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(':')[0])
        .sort(),
    ).toEqual([...names].sort())
  })

  const keys = {
    VAPID_PUBLIC_KEY: 'p'.repeat(87),
    VAPID_PRIVATE_KEY: 'k'.repeat(43),
    VAPID_SUBJECT: 'mailto:a@b.example',
  }
  const aliyun = {
    SMS_KEY_ID: 'id',
    SMS_KEY_SECRET: 's',
    SMS_SIGN_NAME: 'n',
    SMS_TEMPLATE_CODE: '1',
    SMS_TEMPLATE_REMINDER: '2',
  }

  const bucket = {
    ...{ S3_ENDPOINT: 'https://s3.example', S3_REGION: 'r', S3_BUCKET: 'b' },
    ...{ S3_ACCESS_KEY: 'k', S3_SECRET_KEY: 's' },
  }

  test.each<[Record<string, string>, string]>([
    [bucket, 'S3_ENDPOINT'],
    [bucket, 'S3_SECRET_KEY'],
    [keys, 'VAPID_SUBJECT'],
    [keys, 'VAPID_PRIVATE_KEY'],
    [{ SMS_PROVIDER: 'aliyun', ...aliyun }, 'SMS_SIGN_NAME'],
    [{ SMS_PROVIDER: 'tencent', ...aliyun, SMS_APP_ID: '1' }, 'SMS_APP_ID'],
  ])('what is of use only together: %# lacks %s', (whole, name) => {
    expect(with_(whole)).toMatchObject(whole)
    expect(() => with_({ ...whole, [name]: undefined })).toThrow(`\n  ${name}: is missing`)
  })

  test('what is missing stands beside what is wrong', () => {
    expect(() => with_({ SMS_PROVIDER: 'tencent', LOG_LEVEL: 'loud' })).toThrow(
      /LOG_LEVEL.+SMS_KEY_ID.+SMS_KEY_SECRET.+SMS_SIGN_NAME.+SMS_TEMPLATE_CODE.+SMS_TEMPLATE_REMINDER.+SMS_APP_ID/s,
    )
  })

  test('a secret is not repeated in the message', () => {
    expect(() => parseEnv({ AUTH_SECRET: 'hush-hush' })).not.toThrow(/hush/)
  })
})
