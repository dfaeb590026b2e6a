"""What Prometheus is told."""

from prometheus_client import Counter, Gauge, Histogram

ACKS = Counter("sync_triage_acks_total", "Requests from Slack that were answered", ["kind", "status"])
ACK_SECONDS = Histogram(
    "sync_triage_ack_seconds",
    "Time to answer a request from Slack",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3),
)
TRIAGE_SECONDS = Histogram(
    "sync_triage_triage_seconds", "Time from a question to its report", buckets=(0.25, 0.5, 1, 2, 5, 10, 15, 30, 60)
)
LOOK_UPS = Counter("sync_triage_look_ups_total", "Asks of the outside world", ["source", "result"])
VERDICTS = Counter("sync_triage_verdicts_total", "Causes found", ["cause", "verdict"])
API_CALLS = Counter("sync_triage_api_calls_total", "Calls to the services' APIs", ["source", "org", "result"])
QUEUE = Gauge("sync_triage_queue_depth", "Things heard and not yet begun (at most a thousand are counted)")
QUEUE_AGE = Gauge("sync_triage_queue_age_seconds", "How long the oldest of them has waited")
FAILED = Counter("sync_triage_failed_total", "Things heard that could not be done, for which we said sorry", ["kind"])
WARNINGS = Counter("sync_triage_warnings_total", "Warnings sent to admins", ["kind"])
