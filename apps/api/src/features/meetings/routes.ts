import { meetings } from '@bangvang/contract/meetings'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { attend } from './attend.ts'
import { invite, sendCalendar, setGuests } from './invite.ts'
import { addItem, changeItem, moveItem, removeItem } from './keep-agenda.ts'
import { removeFile, sendMeetingFile, uploadFile } from './keep-files.ts'
import { endMeeting, startMeeting } from './move-meeting.ts'
import { changeMeeting, createMeeting, removeMeeting } from './plan-meeting.ts'
import { listCopyable, listInvitable, listMeetings, showMeeting } from './show-meetings.ts'

export async function meetingRoutes(app: FastifyInstance) {
  mount(app, meetings.list, listMeetings)
  mount(app, meetings.copyable, listCopyable)
  mount(app, meetings.invitable, listInvitable)
  mount(app, meetings.create, createMeeting)
  mount(app, meetings.show, showMeeting)
  mount(app, meetings.change, changeMeeting)
  mount(app, meetings.remove, removeMeeting)
  mount(app, meetings.addItem, addItem)
  mount(app, meetings.changeItem, changeItem)
  mount(app, meetings.moveItem, moveItem)
  mount(app, meetings.removeItem, removeItem)
  mount(app, meetings.invite, invite)
  mount(app, meetings.setGuests, setGuests)
  mount(app, meetings.calendar, sendCalendar)
  mount(app, meetings.upload, uploadFile)
  mount(app, meetings.file, sendMeetingFile)
  mount(app, meetings.removeFile, removeFile)
  mount(app, meetings.attend, attend)
  mount(app, meetings.start, startMeeting)
  mount(app, meetings.end, endMeeting)
}
