"""Spans, where the environment names a collector (OTEL_EXPORTER_OTLP_ENDPOINT); otherwise they cost nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.trace import StatusCode

_NAME = "sync-triage"
_tracer: trace.Tracer = trace.NoOpTracer()


@contextmanager
def tracing(endpoint: str) -> Iterator[None]:
    """Send spans there until the block ends; nowhere without an endpoint."""
    global _tracer
    if not endpoint:
        yield
        return
    # Only now: who sends no spans need not wait for what sends them.
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource.create({"service.name": _NAME}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces")))
    _tracer = provider.get_tracer(_NAME)
    try:
        yield
    finally:
        _tracer = trace.NoOpTracer()
        provider.shutdown()


@contextmanager
def span(name: str, **about: str) -> Iterator[None]:
    """One piece of work. `about` goes outside: ids and kinds, never what people wrote."""
    with _tracer.start_as_current_span(
        name, attributes=about, record_exception=False, set_status_on_exception=False
    ) as made:
        try:
            yield
        except BaseException as error:
            made.set_status(StatusCode.ERROR, type(error).__name__)  # its text may hold an address
            raise
