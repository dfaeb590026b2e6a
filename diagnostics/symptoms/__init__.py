"""Symptoms that the systems can confirm or refute; the others rest on what the person says."""

from diagnostics.symptom import SymptomCheck
from diagnostics.symptoms.body_missing import body_missing
from diagnostics.symptoms.email_missing import email_missing
from diagnostics.symptoms.opens_missing import opens_missing
from diagnostics.symptoms.person_missing import person_missing
from diagnostics.symptoms.reply_missing import reply_missing

SYMPTOMS: tuple[SymptomCheck, ...] = (email_missing, reply_missing, opens_missing, body_missing, person_missing)
