'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useChannels } from '@/components/reminders/use-channels'
import { SecondFactorPanel } from '@/components/second-factors/second-factor-panel'
import { StaffLinks } from '@/components/staff/staff-links'
import { type Me, meQuery } from '@/components/users/queries'
import { adoptIdentity } from '@/components/users/sync'
import { AccountSection } from './account/account-section'
import { DataSection } from './account/data-section'
import { DevicesSection } from './account/devices-section'
import { TokensSection } from './account/tokens-section'
import { DailySection } from './daily/daily-section'
import { GoalSection } from './goal-section'
import type { GoalExam } from './goals'
import { LookSection } from './look-section'
import { NotSignedIn } from './not-signed-in'
import { Notices } from './notices'
import { PracticeSection } from './practice-section'
import { Section, SectionList, sections } from './section'

const membersOnly = ['account', 'devices', 'factor', 'tokens']

type SettingsPageProps = { initial: Me; exams: readonly GoalExam[]; year: number }

/** Everything one may set, on one page; each change saves itself. */
export function SettingsPage({ initial, exams, year }: SettingsPageProps) {
  const t = useTranslations('settings')
  const { data: me } = useQuery({ ...meQuery, initialData: initial })
  useEffect(() => adoptIdentity(me, Date.now()), [me])
  const isMember = me.kind === 'member'
  const { pushKey } = useChannels()
  const hasDaily = pushKey !== null || (isMember && me.email !== null)
  const hidden = [...(isMember ? [] : membersOnly), ...(hasDaily ? [] : ['daily'])]
  const shown = sections.filter((name) => !hidden.includes(name))
  return (
    <div className="pt-6 pb-8 lg:grid lg:grid-cols-[11rem_minmax(0,42rem)] lg:gap-x-12 lg:pt-10">
      <h1 className="pb-6 font-song text-heading md:text-title lg:col-span-2">{t('title')}</h1>
      <SectionList shown={shown} />
      <div className="min-w-0">
        <Notices me={me} />
        <StaffLinks role={me.role} />
        {isMember ? <AccountSection me={me} /> : <NotSignedIn />}
        <GoalSection me={me} exams={exams} year={year} />
        <PracticeSection />
        <DailySection me={me} />
        <LookSection />
        {isMember && <DevicesSection />}
        {isMember && (
          <Section name="factor">
            <SecondFactorPanel on={me.totp} role={me.role} hasPassword={me.hasPassword} />
          </Section>
        )}
        {isMember && <TokensSection role={me.role} />}
        <DataSection me={me} />
      </div>
    </div>
  )
}
