"""Portraits of the demo's people: heads and shoulders without faces, each its own colours, hair and light."""

# A drawing is a list of strokes: one coordinate a line would hide its shape, and its loops are no decisions.
# fmt: off

import math

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix

GROUNDS = (("#e8c9a0", "#c98f6b"), ("#a9c7c4", "#5f8f93"), ("#d9b8b0", "#9c6a70"), ("#c7cfa8", "#7f9465"),
    ("#b3bfd6", "#66779f"), ("#ead6a6", "#c79a55"))  # fmt: skip
COATS = ("#2f4a5c", "#8a4238", "#3f5f4c", "#5b4a6d", "#b5763a", "#37414f", "#6d7f86", "#a3566a")
SKINS = ("#e3b48c", "#d8a47c", "#cf9a72", "#e8bf9a")
HAIRS = ("#231b19", "#2d211c", "#3a2a22", "#1c1a1f")


def portrait(seed: int):
    """A square-minded portrait, the head in the middle third; equal seeds, equal portraits."""
    c = Canvas(seed * 7 + 1, [(0, "#ffffff"), (1, "#ffffff")])
    light, deep = GROUNDS[seed % len(GROUNDS)]
    c.shaded([(-10, -10), (WIDTH + 10, -10), (WIDTH + 10, HEIGHT + 10), (-10, HEIGHT + 10)], [(0, light), (1, deep)],
        260, 16)
    c.glow(620, 300, 760, mix(light, "#ffffff", 0.6), 0.7)
    c.land(830, 120, [(0, mix(deep, light, 0.35)), (1, mix(deep, "#1d2733", 0.15))], 1.3)
    c.land(930, 80, [(0, mix(deep, "#1d2733", 0.12)), (1, mix(deep, "#1d2733", 0.35))], 1.7)
    skin, hair = SKINS[seed % 4], HAIRS[(seed // 2) % 4]
    if seed in (25, 18):
        hair = "#b9b4ad"
    coat = COATS[(seed * 3) % len(COATS)]
    long_hair = seed in (12, 13, 14, 15, 16, 21, 22, 23, 24)
    x, y = 800, 430
    if long_hair:
        _long_hair(c, x, y, hair, seed)
    _shoulders(c, x, coat, skin)
    c.shaded([(x - 58, y + 120), (x + 58, y + 120), (x + 72, y + 262), (x, y + 318), (x - 72, y + 262)], [(0,
        mix(skin, "#6d3f2c", 0.34)), (1, mix(skin, "#6d3f2c", 0.12))])
    c.ellipse(x, y + 16, 128, 164, skin)
    c.ellipse(x - 126, y + 30, 22, 36, mix(skin, "#6d3f2c", 0.14))
    c.ellipse(x + 126, y + 30, 22, 36, mix(skin, "#6d3f2c", 0.22))
    side = [(x + 128 * math.cos(a),
        y + 16 + 164 * math.sin(a)) for a in [math.pi * (n / 20 - 0.5) for n in range(21)]]
    c.polygon([*side, (x + 54, y + 150), (x + 72, y + 20), (x + 58, y - 120)], mix(skin, "#6d3f2c", 0.5), 52)
    _fringe(c, x, y, hair, seed, long_hair)
    if seed % 3 == 0 or seed == 25:
        for eye in (-54, 54):
            c.arc(x + eye, y + 26, 42, 36, 0, 360, "#2b2a2d", 5, 210)
        c.line([(x - 12, y + 22), (x + 12, y + 22)], "#2b2a2d", 5, 210)
    return c.finished(10, 0.16)


def _shoulders(c, x, coat, skin):
    outline = [(x - 440, HEIGHT + 20), (x - 404, 900), (x - 330, 780), (x - 190, 716), (x - 90, 668), (x + 90, 668),
        (x + 190, 716), (x + 330, 780), (x + 404, 900), (x + 440, HEIGHT + 20)]
    c.shaded(outline, [(0, mix(coat, "#ffffff", 0.1)), (1, mix(coat, "#000000", 0.25))], 260, 18)
    c.polygon([(x - 92, 664), (x + 92, 664), (x + 40, 800), (x, 850), (x - 40, 800)], "#f3ede1")
    c.polygon([(x - 64, 664), (x + 64, 664), (x, 764)], mix(skin, "#6d3f2c", 0.1))
    for side in (-1, 1):
        c.polygon([(x + side * 92, 660), (x + side * 150, 706), (x + side * 116, 850), (x, 1010), (x + side * 20,
            850)], mix(coat, "#ffffff" if side < 0 else "#000000", 0.14))
    c.line([(x, 1000), (x, HEIGHT)], mix(coat, "#000000", 0.4), 4)


def _long_hair(c, x, y, hair, seed):
    fall = 300 if seed % 2 else 210
    points = [(x + 176 * math.cos(a),
        y - 4 + 196 * math.sin(a)) for a in [math.pi + math.pi * n / 24 for n in range(25)]]
    c.shaded([*points, (x + 190, y + fall * 0.6), (x + 158, y + fall), (x - 158, y + fall), (x - 190,
        y + fall * 0.6)], [(0, mix(hair, "#ffffff", 0.1)), (1, hair)], 60, 30)


def _fringe(c, x, y, hair, seed, long_hair):
    top = [(x + (150 if long_hair else 138) * math.cos(a),
        y - 14 + 178 * math.sin(a)) for a in [math.pi + math.pi * n / 24 for n in range(25)]]
    part = 60 if seed % 2 else -60
    brow = [(x + 140, y + 4), (x + 116, y - 50), (x + part + 20, y - 112), (x + part, y - 118), (x + part - 30,
        y - 92), (x - 112, y - 40), (x - 140, y + 8)]
    c.shaded([*top, *brow], [(0, mix(hair, "#ffffff", 0.16)), (1, hair)], 40, 40)
    for strand in range(16):
        a = math.pi * (1.08 + 0.84 * strand / 15)
        c.line([(x + 132 * math.cos(a), y - 16 + 160 * math.sin(a)), (x + part + 60 * math.cos(a),
            y - 100 + 30 * math.sin(a))], mix(hair, "#ffffff", 0.3), 2, 50)
