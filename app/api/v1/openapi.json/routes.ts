import type { Handler } from '@/lib/route'
import * as confirmations from '../accounts/confirmations/route'
import * as resetConfirmations from '../accounts/resets/confirmations/route'
import * as resets from '../accounts/resets/route'
import * as accounts from '../accounts/route'
import * as flag from '../attempts/[attempt]/answers/[question]/flag/route'
import * as answer from '../attempts/[attempt]/answers/[question]/route'
import * as selfMark from '../attempts/[attempt]/answers/[question]/self-mark/route'
import * as answers from '../attempts/[attempt]/answers/route'
import * as finish from '../attempts/[attempt]/finish/route'
import * as attempt from '../attempts/[attempt]/route'
import * as attempts from '../attempts/route'
import * as audit from '../audit/route'
import * as calendarFeed from '../calendar.ics/route'
import * as makeUp from '../check-ins/[on]/make-up/route'
import * as days from '../daily/[subject]/days/route'
import * as daily from '../daily/[subject]/route'
import * as deliveries from '../deliveries/route'
import * as events from '../events/route'
import * as exams from '../exams/route'
import * as favourite from '../favourites/[question]/route'
import * as favourites from '../favourites/route'
import * as guest from '../guest/route'
import * as importCommit from '../imports/[import]/commit/route'
import * as importErrors from '../imports/[import]/errors.xlsx/route'
import * as importItems from '../imports/[import]/items/route'
import * as importPublish from '../imports/[import]/publish/route'
import * as oneImport from '../imports/[import]/route'
import * as importSample from '../imports/[import]/sample/route'
import * as importSubmit from '../imports/[import]/submit/route'
import * as importUndo from '../imports/[import]/undo/route'
import * as imports from '../imports/route'
import * as importTemplate from '../imports/templates/[format]/route'
import * as edition from '../laws/[law]/[edition]/route'
import * as laws from '../laws/route'
import * as email from '../me/email/route'
import * as ownExport from '../me/export/route'
import * as keep from '../me/keep/route'
import * as merge from '../me/merge/route'
import * as password from '../me/password/route'
import * as practiceReminders from '../me/practice-reminders/route'
import * as recoveryCodes from '../me/recovery-codes/route'
import * as me from '../me/route'
import * as session from '../me/sessions/[session]/route'
import * as sessions from '../me/sessions/route'
import * as token from '../me/tokens/[token]/route'
import * as tokens from '../me/tokens/route'
import * as totp from '../me/totp/route'
import * as picture from '../media/[hash]/route'
import * as pictures from '../media/route'
import * as mistake from '../mistakes/[question]/route'
import * as mistakes from '../mistakes/route'
import * as oneNews from '../news/[news]/route'
import * as newsDeskPublish from '../news/desk/[news]/publish/route'
import * as newsDeskRetire from '../news/desk/[news]/retire/route'
import * as newsDeskOne from '../news/desk/[news]/route'
import * as newsDeskPreview from '../news/desk/preview/route'
import * as newsDesk from '../news/desk/route'
import * as newsFeed from '../news/feed/route'
import * as news from '../news/route'
import * as note from '../notes/[question]/route'
import * as notes from '../notes/route'
import * as person from '../people/[person]/route'
import * as personSessions from '../people/[person]/sessions/route'
import * as people from '../people/route'
import * as overview from '../progress/overview/route'
import * as progress from '../progress/route'
import * as publish from '../questions/[question]/publish/route'
import * as questionReports from '../questions/[question]/reports/route'
import * as restore from '../questions/[question]/restore/route'
import * as retire from '../questions/[question]/retire/route'
import * as question from '../questions/[question]/route'
import * as sendBack from '../questions/[question]/send-back/route'
import * as submit from '../questions/[question]/submit/route'
import * as questionVersions from '../questions/[question]/versions/route'
import * as bulk from '../questions/bulk/route'
import * as preview from '../questions/preview/route'
import * as bank from '../questions/route'
import * as reminderBrowser from '../reminders/browser/route'
import * as reminderChannels from '../reminders/channels/route'
import * as reminderCodes from '../reminders/codes/route'
import * as reminderConfirmations from '../reminders/confirmations/route'
import * as reminders from '../reminders/route'
import * as reminderStop from '../reminders/stop/route'
import * as reportAnswer from '../reports/[report]/answer/route'
import * as seen from '../reports/[report]/seen/route'
import * as desk from '../reports/desk/route'
import * as reports from '../reports/route'
import * as resourceFile from '../resources/[resource]/file/route'
import * as resourceMail from '../resources/[resource]/mail/route'
import * as resource from '../resources/[resource]/route'
import * as resourceArchive from '../resources/archive/route'
import * as deskEditionFile from '../resources/desk/[resource]/editions/[edition]/file/route'
import * as deskEditions from '../resources/desk/[resource]/editions/route'
import * as deskPublish from '../resources/desk/[resource]/publish/route'
import * as deskRetire from '../resources/desk/[resource]/retire/route'
import * as deskResource from '../resources/desk/[resource]/route'
import * as deskResources from '../resources/desk/route'
import * as resources from '../resources/route'
import * as signInOptions from '../sign-in-options/route'
import * as chapters from '../subjects/[subject]/chapters/route'
import * as bankExport from '../subjects/[subject]/export/route'
import * as subsidyRetire from '../subsidies/desk/[subsidy]/retire/route'
import * as subsidyDeskOne from '../subsidies/desk/[subsidy]/route'
import * as subsidyDesk from '../subsidies/desk/route'
import * as subsidies from '../subsidies/route'
import * as uploadPart from '../uploads/[upload]/parts/[part]/route'
import * as oneUpload from '../uploads/[upload]/route'
import * as uploads from '../uploads/route'

/** Every handler of the API by its path. A test holds this list against the files under app/api. */
export const routes: Record<string, Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>> = {
  '/api/v1/guest': guest,
  '/api/v1/accounts': accounts,
  '/api/v1/accounts/confirmations': confirmations,
  '/api/v1/accounts/resets': resets,
  '/api/v1/accounts/resets/confirmations': resetConfirmations,
  '/api/v1/sign-in-options': signInOptions,
  '/api/v1/me': me,
  '/api/v1/me/merge': merge,
  '/api/v1/me/practice-reminders': practiceReminders,
  '/api/v1/me/tokens': tokens,
  '/api/v1/me/tokens/{token}': token,
  '/api/v1/me/export': ownExport,
  '/api/v1/me/keep': keep,
  '/api/v1/me/sessions': sessions,
  '/api/v1/me/sessions/{session}': session,
  '/api/v1/me/password': password,
  '/api/v1/me/email': email,
  '/api/v1/me/totp': totp,
  '/api/v1/me/recovery-codes': recoveryCodes,
  '/api/v1/people': people,
  '/api/v1/people/{person}': person,
  '/api/v1/people/{person}/sessions': personSessions,
  '/api/v1/reminders/browser': reminderBrowser,
  '/api/v1/reminders/channels': reminderChannels,
  '/api/v1/reminders/codes': reminderCodes,
  '/api/v1/reminders/confirmations': reminderConfirmations,
  '/api/v1/reminders/stop': reminderStop,
  '/api/v1/reminders': reminders,
  '/api/v1/uploads/{upload}/parts/{part}': uploadPart,
  '/api/v1/uploads/{upload}': oneUpload,
  '/api/v1/uploads': uploads,
  '/api/v1/resources/archive': resourceArchive,
  '/api/v1/resources/desk': deskResources,
  '/api/v1/resources/desk/{resource}': deskResource,
  '/api/v1/resources/desk/{resource}/editions': deskEditions,
  '/api/v1/resources/desk/{resource}/editions/{edition}/file': deskEditionFile,
  '/api/v1/resources/desk/{resource}/publish': deskPublish,
  '/api/v1/resources/desk/{resource}/retire': deskRetire,
  '/api/v1/resources/{resource}/file': resourceFile,
  '/api/v1/resources/{resource}/mail': resourceMail,
  '/api/v1/resources/{resource}': resource,
  '/api/v1/resources': resources,
  '/api/v1/news/feed': newsFeed,
  '/api/v1/news/desk/preview': newsDeskPreview,
  '/api/v1/news/desk/{news}/publish': newsDeskPublish,
  '/api/v1/news/desk/{news}/retire': newsDeskRetire,
  '/api/v1/news/desk/{news}': newsDeskOne,
  '/api/v1/news/desk': newsDesk,
  '/api/v1/news/{news}': oneNews,
  '/api/v1/news': news,
  '/api/v1/subsidies/desk/{subsidy}/retire': subsidyRetire,
  '/api/v1/subsidies/desk/{subsidy}': subsidyDeskOne,
  '/api/v1/subsidies/desk': subsidyDesk,
  '/api/v1/subsidies': subsidies,
  '/api/v1/reports/desk': desk,
  '/api/v1/reports/{report}/answer': reportAnswer,
  '/api/v1/audit': audit,
  '/api/v1/deliveries': deliveries,
  '/api/v1/events': events,
  '/api/v1/calendar.ics': calendarFeed,
  '/api/v1/exams': exams,
  '/api/v1/subjects/{subject}/chapters': chapters,
  '/api/v1/subjects/{subject}/export': bankExport,
  '/api/v1/daily/{subject}': daily,
  '/api/v1/daily/{subject}/days': days,
  '/api/v1/progress': progress,
  '/api/v1/progress/overview': overview,
  '/api/v1/attempts': attempts,
  '/api/v1/attempts/{attempt}': attempt,
  '/api/v1/attempts/{attempt}/answers': answers,
  '/api/v1/attempts/{attempt}/answers/{question}': answer,
  '/api/v1/attempts/{attempt}/answers/{question}/flag': flag,
  '/api/v1/attempts/{attempt}/answers/{question}/self-mark': selfMark,
  '/api/v1/attempts/{attempt}/finish': finish,
  '/api/v1/check-ins/{on}/make-up': makeUp,
  '/api/v1/mistakes': mistakes,
  '/api/v1/mistakes/{question}': mistake,
  '/api/v1/favourites': favourites,
  '/api/v1/favourites/{question}': favourite,
  '/api/v1/notes': notes,
  '/api/v1/notes/{question}': note,
  '/api/v1/laws': laws,
  '/api/v1/laws/{law}/{edition}': edition,
  '/api/v1/media': pictures,
  '/api/v1/media/{hash}': picture,
  '/api/v1/questions': bank,
  '/api/v1/questions/bulk': bulk,
  '/api/v1/questions/preview': preview,
  '/api/v1/questions/{question}': question,
  '/api/v1/questions/{question}/versions': questionVersions,
  '/api/v1/questions/{question}/submit': submit,
  '/api/v1/questions/{question}/publish': publish,
  '/api/v1/questions/{question}/send-back': sendBack,
  '/api/v1/questions/{question}/retire': retire,
  '/api/v1/questions/{question}/restore': restore,
  '/api/v1/questions/{question}/reports': questionReports,
  '/api/v1/reports': reports,
  '/api/v1/reports/{report}/seen': seen,
  '/api/v1/imports': imports,
  '/api/v1/imports/templates/{format}': importTemplate,
  '/api/v1/imports/{import}/errors.xlsx': importErrors,
  '/api/v1/imports/{import}': oneImport,
  '/api/v1/imports/{import}/items': importItems,
  '/api/v1/imports/{import}/commit': importCommit,
  '/api/v1/imports/{import}/undo': importUndo,
  '/api/v1/imports/{import}/submit': importSubmit,
  '/api/v1/imports/{import}/publish': importPublish,
  '/api/v1/imports/{import}/sample': importSample,
}
