"""Where things are documented, with the date of the text: remedies cite these and take no side where they differ."""

ARTICLE = (
    "Unify help (4 May 2026): https://support.unifygtm.com/articles/"
    "8044441838-why-are-my-salesforce-email-activity-records-not-syncing-to-unify"
)
PERMISSIONS = "Unify docs (2026): https://docs.unifygtm.com/reference/integrations/salesforce/required-permissions"
OVERVIEW = "Unify docs (2026): https://docs.unifygtm.com/reference/integrations/salesforce/overview"
SYNCS = "Unify docs (2026): https://docs.unifygtm.com/reference/integrations/salesforce/bidirectional-syncs"
MAPPINGS = "Unify docs (2026): https://docs.unifygtm.com/reference/integrations/salesforce/field-mappings"
DEFAULTS = "Unify docs (2026): https://docs.unifygtm.com/reference/integrations/salesforce/default-values"
REPLIES = "Unify docs (2026): https://docs.unifygtm.com/reference/sequences/replies"
HOW_EMAILS_SYNC = (
    "Unify help (24 Mar 2026): https://support.unifygtm.com/articles/"
    "5047923681-how-do-i-sync-unify-email-activity-to-salesforce"
)
TRACKING = (
    "Unify help (4 May 2026): https://support.unifygtm.com/articles/"
    "4917652131-understanding-email-tracking-and-syncing-with-salesforce-in-unify"
)
OUT_OF_THREAD = (
    "Unify help (30 Apr 2026): https://support.unifygtm.com/articles/"
    "2671285346-understanding-out-of-thread-email-replies-and-sequence-behavior"
)
TROUBLESHOOTING = (
    "Unify help (28 Apr 2026): https://support.unifygtm.com/articles/"
    "2168069024-troubleshooting-salesforce-data-sync-issues-in-unify"
)
FREQUENCY = (
    "Unify help (29 Apr 2026): https://support.unifygtm.com/articles/"
    "4442481302-how-frequently-does-salesforce-sync-with-unify"
)
EMAIL_MESSAGE = (
    "Salesforce: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/"
    "object_reference/sforce_api_objects_emailmessage.htm"
)
ENHANCED_EMAIL = "Salesforce help: emailadmin_enhanced_email_considerations"
API_LIMITS = "Salesforce help: System Overview → API Usage, rolling 24 hours"
ENROLMENTS = "Unify docs (2026): https://docs.unifygtm.com/reference/sequences/enrollments"
MAILBOXES = "Unify docs (2026): https://docs.unifygtm.com/reference/deliverability/mailbox-operations"
STATUSES = "Unify help (21 May 2026): https://support.unifygtm.com/articles/7816318261-sequence-statuses-in-unify"
OUT_OF_OFFICE = (
    "Unify help (21 Apr 2026): https://support.unifygtm.com/articles/3411347878-out-of-office-ooo-reply-handling"
)
OUT_OF_OFFICE_TASKS = "Unify help (4 May 2026): https://support.unifygtm.com/articles/1694708140-faq-reply-tasks"
METRICS = (
    "Unify help (30 Apr 2026): https://support.unifygtm.com/articles/"
    "4887335080-how-do-email-tracking-metrics-sync-with-salesforce"
)
PRICING = "Unify plans (Aug 2026): https://www.unifygtm.com/pricing"
CONVERTED_LEADS = "Salesforce object reference: Lead, converted leads are read only (CANNOT_UPDATE_CONVERTED_LEAD)"
