import { assessments } from '@bangvang/contract/assessments'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { linkEvidence, removeEvidence } from './change-evidence.ts'
import { downloadEvidence } from './download-evidence.ts'
import { listAssessments } from './list-assessments.ts'
import { returnAssessment, sendForSignOff, takeBack } from './move-assessment.ts'
import { saveAnswer } from './save-answer.ts'
import { saveAnswers } from './save-answers.ts'
import { downloadSheet } from './sheet/download-sheet.ts'
import { previewSheet } from './sheet/preview-sheet.ts'
import { showAssessment } from './show-assessment.ts'
import { signOff } from './sign-off.ts'
import { uploadEvidence } from './upload-evidence.ts'

export async function assessmentRoutes(app: FastifyInstance) {
  mount(app, assessments.list, listAssessments)
  mount(app, assessments.show, showAssessment)
  mount(app, assessments.saveAnswer, saveAnswer)
  mount(app, assessments.saveAnswers, saveAnswers)
  mount(app, assessments.sendForSignOff, sendForSignOff)
  mount(app, assessments.takeBack, takeBack)
  mount(app, assessments.signOff, signOff)
  mount(app, assessments.return, returnAssessment)
  mount(app, assessments.sheet, downloadSheet)
  mount(app, assessments.previewSheet, previewSheet)
  mount(app, assessments.upload, uploadEvidence)
  mount(app, assessments.linkEvidence, linkEvidence)
  mount(app, assessments.removeEvidence, removeEvidence)
  mount(app, assessments.evidence, downloadEvidence)
}
