"""A chart as a Vega-Lite specification: bars across, or columns with a line over them."""

from __future__ import annotations

import json
from typing import Any

from handlers.chart import Chart, ChartKind

Plain = dict[str, Any]

# A phone is some 400 points wide: what is drawn for 500 is read there without a second look.
WIDTH = 500
SCALE = 2  # a thousand pixels and some
_ROW, _COLUMNS_HIGH = 50, 240
_FONT = "Be Vietnam Pro"
# Of the pages' light theme (look.css). A picture brings its own ground: it is the same card in a
# chat that is dark.
_GROUND, _INK, _SOFT, _LINE = "#ffffff", "#1d2426", "#5a6466", "#e2ded5"
_PALE, _STRONG = "#84c7be", "#0f766e"
_BAR_HIGH, _INNER_HIGH = 16, 8
_NAME_WIDE, _TOLD_WIDE = 180, 310  # side by side in one line
# Beyond so many columns their numbers, and beyond so many their names, stand in each other's way.
_MOST_TOLD, _MOST_NAMED = 16, 9
_TICKS = 5


def drawing(chart: Chart) -> Plain:
    """What the library draws. The same chart is always the same picture."""
    layers, height = _across(chart) if chart.kind is ChartKind.ACROSS else _columns(chart)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": _GROUND,
        "padding": 20,
        "width": WIDTH,
        "height": height,
        "title": {"text": chart.title, "subtitle": chart.subtitle},
        "data": {"values": _rows(chart)},
        "layer": layers,
        "config": _LOOK,
    }


def _rows(chart: Chart) -> list[Plain]:
    """A row for each number; `order` keeps the bars as they were given, whatever their names."""
    return [
        {
            "order": order,
            "name": bar.name,
            "told": bar.told,
            "series": series,
            "number": number,
        }
        for order, bar in enumerate(chart.bars)
        for series, number in zip(chart.series, bar.numbers, strict=True)
    ]


def _across(chart: Chart) -> tuple[list[Plain], int]:
    """Name and words above each bar, where no long name can push it aside."""
    y = {"field": "order", "type": "ordinal", "axis": None}
    x = {"field": "number", "type": "quantitative", "axis": None, "scale": {"nice": False}}
    layers: list[Plain] = [
        {
            "mark": {"type": "bar", "height": high, "cornerRadiusEnd": 3, "yOffset": 12},
            "transform": _only(series),
            "encoding": {"y": y, "x": x, "color": _coloured(chart)},
        }
        for series, high in zip(chart.series, (_BAR_HIGH, _INNER_HIGH), strict=False)
    ]
    written: Plain = {"type": "text", "dy": -9, "baseline": "middle"}
    first = _only(chart.series[0])
    layers.append(
        {
            "mark": {**written, "align": "left", "fontWeight": 600, "limit": _NAME_WIDE},
            "transform": first,
            "encoding": {"y": y, "x": {"value": 0}, "text": {"field": "name"}},
        }
    )
    layers.append(
        {
            "mark": {
                **written,
                "align": "right",
                "color": _SOFT,
                "fontSize": 14,
                "limit": _TOLD_WIDE,
            },
            "transform": first,
            "encoding": {"y": y, "x": {"value": WIDTH}, "text": {"field": "told"}},
        }
    )
    return layers, _ROW * len(chart.bars)


def _columns(chart: Chart) -> tuple[list[Plain], int]:
    x = {"field": "order", "type": "ordinal", "axis": _named_axis(chart)}
    # Leads are counted by one: as many marks as there are whole numbers, and no halves.
    top = max(number for bar in chart.bars for number in bar.numbers)
    y = {
        "field": "number",
        "type": "quantitative",
        "axis": {"title": None, "tickCount": min(_TICKS, top), "format": "d"},
    }
    coloured = _coloured(chart)
    encoding = {"x": x, "y": y, "color": coloured}
    layers: list[Plain] = [
        {
            "mark": {"type": "bar", "cornerRadiusEnd": 3},
            "transform": _only(chart.series[0]),
            "encoding": encoding,
        }
    ]
    if len(chart.series) > 1:
        layers.append(
            {
                "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 45}},
                "transform": _only(chart.series[1]),
                "encoding": encoding,
            }
        )
    if len(chart.bars) <= _MOST_TOLD:
        layers.append(
            {
                "mark": {"type": "text", "dy": -9, "fontWeight": 600},
                "transform": [*_only(chart.series[0]), {"filter": "datum.number > 0"}],
                "encoding": {"x": x, "y": y, "text": {"field": "number"}},
            }
        )
    return layers, _COLUMNS_HIGH


def _named_axis(chart: Chart) -> Plain:
    """Under the columns their names; of many only some, evenly."""
    step = -(-len(chart.bars) // _MOST_NAMED)
    names = ["" if place % step else bar.name for place, bar in enumerate(chart.bars)]
    # A list in Vega's expressions is written as in JSON.
    listed = json.dumps(names, ensure_ascii=False)
    return {
        "title": None,
        "labelExpr": f"{listed}[datum.value]",
        "labelAngle": 0,
        "labelOverlap": False,
        "labelPadding": 8,
        "ticks": False,
        "grid": False,
    }


def _only(series: str) -> list[Plain]:
    return [{"filter": {"field": "series", "equal": series}}]


def _coloured(chart: Chart) -> Plain:
    """A single series is strong and needs no key."""
    if len(chart.series) == 1:
        return {"value": _STRONG}
    scale = {"domain": list(chart.series), "range": [_PALE, _STRONG]}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": _KEY}


_KEY = {"title": None, "orient": "bottom", "direction": "horizontal", "symbolType": "square"}
_LOOK = {
    "font": _FONT,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "group",
        "color": _INK,
        "fontSize": 20,
        "fontWeight": 600,
        "subtitleColor": _SOFT,
        "subtitleFontSize": 14,
        "subtitlePadding": 6,
        "offset": 18,
    },
    "text": {"fontSize": 15, "color": _INK},
    "axis": {
        "labelColor": _SOFT,
        "labelFontSize": 14,
        "domainColor": _LINE,
        "gridColor": _LINE,
        "ticks": False,
        "domain": False,
    },
    "legend": {"labelColor": _INK, "labelFontSize": 14, "labelLimit": 300},
}
