import pytest

from handlers.understanding.spoken_times import in_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("sent at 10 past 9 today", "sent at 9:10 today"),
        ("on 14 sept at 9.20 to bob", "on 14 sept at 9:20 to bob"),
        ("at 9.20 percent", "at 9.20 percent"),
        ("saturday at half ten", "saturday at 10:30"),
        ("a quarter past eight this morning", "8:15 this morning"),
        ("twenty to five", "4:40"),
        ("ten to one", "12:50"),
        ("pressed send at eleven", "pressed send at 11:00"),
        ("sent at 1:15p", "sent at 1:15pm"),
        ("at a quarter to midnight", "at 11:45pm"),
        ("ten past noon", "12:10pm"),
        ("a quarter past two pm", "2:15 pm"),
        ("quarter to 8am", "7:45am"),
        ("ten past ten evening", "10:10pm"),
        ("9:04 in the morning", "9:04am"),
        ("sat 8pm and sun at 9am", "saturday 8pm and sunday at 9am"),
        ("he sat 8 minutes", "he sat 8 minutes"),
        ("at twenty past four, 16:20", "at 16:20"),
        ("half an hour ago", "half an hour ago"),
        ("at five of our customers", "at five of our customers"),
        ("a reply to one of them", "a reply to one of them"),
    ],
)
def test_in_figures(text: str, figures: str) -> None:
    assert in_figures(text) == figures
