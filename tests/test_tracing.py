"""Spans arrive at a collector, belong together, and say nothing that people wrote."""

from collections.abc import Callable

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.tracing import tracing
from playground.serving import serve
from tests.live import Live


def test_a_question_is_one_trace_from_its_beginning_to_the_look_ups(live: Callable[..., Live]) -> None:
    spans: list[Span] = []

    async def collect(request: Request) -> Response:
        received = ExportTraceServiceRequest.FromString(await request.body())
        spans.extend(s for r in received.resource_spans for scope in r.scope_spans for s in scope.spans)
        return Response()

    with serve(Starlette(routes=[Route("/v1/traces", collect, methods=["POST"])])) as collector:
        bot = live("sent-from-gmail")
        with tracing(collector):
            bot.slack.command(bot.cast.dana, bot.cast.sales, "my email to jane@acme.com isn't in Salesforce")
            bot.settle()
    by_name = {s.name: s for s in spans}
    assert {"acknowledge", "attend", "fold", "greet", "look up", "tell"} <= by_name.keys()
    attend = by_name["attend"]
    for name in ("fold", "greet", "tell"):
        assert by_name[name].parent_span_id == attend.span_id
    assert {s.trace_id for s in spans if s.name == "look up"} == {attend.trace_id}
    assert bot.payload()["case"] in str(attend.attributes)
    assert "jane" not in str(spans)
