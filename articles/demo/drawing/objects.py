"""What stands in the demo's pictures: boats, houses, trees, people, lamps.

# A drawing is a list of strokes: one coordinate a line would hide its shape, and its loops are no decisions.
# ruff: noqa: C901
# fmt: off

Each is placed by the point it stands on.
"""

import math

from articles.demo.drawing.canvas import Canvas, mix


def boat(c: Canvas, x, y, size, hull="#27566b", cabin="#efe7d8", trim="#c8553d", lamp=None, flip=1):
    """A wooden fishing boat afloat, `size` long, its water line at `y`; `flip` -1 turns the bow to the left."""

    def at(dx, dy):
        return (x + flip * dx * size, y + dy * size)

    c.polygon([at(-0.5, -0.13), at(0.34, -0.12), at(0.56, -0.24), at(0.44, 0.03), at(-0.44, 0.03)], hull)
    c.polygon(
        [at(-0.5, -0.13), at(0.34, -0.12), at(0.56, -0.24), at(0.55, -0.2), at(0.34, -0.085), at(-0.495, -0.1)], trim
    )
    c.polygon([at(-0.46, -0.02), at(0.465, -0.02), at(0.44, 0.03), at(-0.44, 0.03)], mix(hull, "#000000", 0.35))
    c.polygon([at(-0.38, -0.13), at(-0.38, -0.32), at(-0.08, -0.32), at(-0.06, -0.13)], cabin)
    c.polygon([at(-0.41, -0.32), at(-0.41, -0.35), at(-0.03, -0.35), at(-0.05, -0.32)], trim)
    for left in (-0.34, -0.25, -0.16):
        c.polygon(
            [at(left, -0.21), at(left, -0.28), at(left + 0.06, -0.28), at(left + 0.06, -0.21)],
            lamp or mix(hull, "#10202c", 0.5),
        )
    mast = mix(hull, "#1b1410", 0.6)
    c.line([at(0.08, -0.12), at(0.08, -0.68)], mast, size * 0.012)
    c.line([at(-0.22, -0.35), at(-0.22, -0.56)], mast, size * 0.01)
    c.line([at(0.08, -0.64), at(0.54, -0.24)], mast, size * 0.004, 190)
    c.line([at(0.08, -0.64), at(-0.22, -0.54)], mast, size * 0.004, 190)
    c.line([at(-0.22, -0.54), at(-0.48, -0.14)], mast, size * 0.004, 190)
    c.line([at(0.08, -0.2), at(0.36, -0.46)], mast, size * 0.009)
    if lamp:
        glow_x, glow_y = at(0.08, -0.68)
        c.glow(glow_x, glow_y, size * 0.22, lamp, 0.75)
        c.ellipse(glow_x, glow_y, size * 0.014, size * 0.014, "#fffbe8")


def house(c: Canvas, x, y, width, height, wall, roof, lit=None, snow=None, chimney=True):
    """A low house with a pitched roof; `lit` is the colour of its windows, `snow` that of what lies on it."""
    eave = width * 0.08
    top = y - height
    if chimney:
        c.box(x + width * 0.72, top - height * 0.75, width * 0.09, height * 0.6, mix(wall, "#000000", 0.25))
    c.shaded([(x, y), (x, top), (x + width, top), (x + width, y)], [(0, wall), (1, mix(wall, "#000000", 0.22))])
    slope = [
        (x - eave, top),
        (x + width * 0.16, top - height * 0.62),
        (x + width * 0.84, top - height * 0.62),
        (x + width + eave, top),
    ]
    c.polygon(slope, roof)
    if snow:
        c.polygon(
            [
                (x - eave, top),
                *slope[1:3],
                (x + width + eave, top),
                (x + width + eave, top + 5),
                (x + width * 0.5, top + 2),
                (x - eave, top + 6),
            ],
            snow,
        )
    else:
        for part in range(1, 4):
            level = top - height * 0.62 * part / 4
            inset = (x + width * 0.16 - (x - eave)) * part / 4
            c.line([(x - eave + inset, level), (x + width + eave - inset, level)], mix(roof, "#000000", 0.2), 1, 90)
    for place in (0.16, 0.66):
        fill = lit or mix(wall, "#1d2a33", 0.7)
        c.box(x + width * place, top + height * 0.28, width * 0.17, height * 0.34, fill)
        if lit:
            c.glow(x + width * (place + 0.085), top + height * 0.45, width * 0.3, lit, 0.4)
        c.line(
            [(x + width * (place + 0.085), top + height * 0.28), (x + width * (place + 0.085), top + height * 0.62)],
            mix(wall, "#000000", 0.4),
            1.2,
        )
    c.box(x + width * 0.43, top + height * 0.32, width * 0.13, height * 0.68, mix(roof, "#1a0f0a", 0.45))


def block(c: Canvas, x, y, width, height, wall, columns, rows, lit=(), share=0.5, dark=None, margin=0.14):
    """A block of flats standing on `y`; a `share` of its windows glows in one of the `lit` colours."""
    c.shaded(
        [(x, y), (x, y - height), (x + width, y - height), (x + width, y)],
        [(0, mix(wall, "#ffffff", 0.06)), (1, mix(wall, "#000000", 0.2))],
    )
    dark = dark or mix(wall, "#000000", 0.35)
    cell, storey = width / columns, height / (rows + 0.6)
    for row in range(rows):
        for column in range(columns):
            left, top = x + cell * (column + margin), y - height + storey * (row + 0.5)
            shown = c.random.choice(lit) if lit and c.random.random() < share else dark
            c.box(left, top, cell * (1 - 2 * margin), storey * 0.52, shown)
            if shown != dark and c.random.random() < 0.3:
                c.box(left, top, cell * (1 - 2 * margin) * 0.4, storey * 0.52, mix(shown, "#7a4b2a", 0.35))


def round_tree(c: Canvas, x, y, size, leaf, trunk="#4a3526", fruit=None):
    """A broad tree of many leaf clumps, lit from the upper left."""
    c.polygon(
        [
            (x - size * 0.05, y),
            (x - size * 0.03, y - size * 0.5),
            (x + size * 0.04, y - size * 0.5),
            (x + size * 0.06, y),
        ],
        trunk,
    )
    clumps = [(c.random.gauss(0, 0.2), c.random.gauss(0, 0.13), c.random.uniform(0.12, 0.21)) for _n in range(20)]
    for dx, dy, radius in clumps:
        c.ellipse(
            x + dx * size, y - size * (0.68 - dy), radius * size, radius * size * 0.86, mix(leaf, "#0f2418", 0.35)
        )
    for dx, dy, radius in clumps:
        c.ellipse(x + (dx - 0.03) * size, y - size * (0.71 - dy), radius * size * 0.8, radius * size * 0.68, leaf)
    for dx, dy, radius in clumps[::2]:
        c.ellipse(
            x + (dx - 0.07) * size,
            y - size * (0.76 - dy),
            radius * size * 0.42,
            radius * size * 0.33,
            mix(leaf, "#fff3c4", 0.3),
        )
    for _number in range(11 if fruit else 0):
        dx, dy = c.random.gauss(0, 0.2), c.random.gauss(0, 0.13)
        c.ellipse(x + dx * size, y - size * (0.66 - dy), size * 0.022, size * 0.024, fruit)


def pine(c: Canvas, x, y, size, leaf, snow=None):
    c.box(x - size * 0.03, y - size * 0.15, size * 0.06, size * 0.15, "#3d2c22")
    for tier in range(4):
        base, half = y - size * (0.1 + tier * 0.2), size * (0.28 - tier * 0.055)
        c.polygon(
            [(x - half, base), (x, base - size * 0.36), (x + half, base)], mix(leaf, "#000000", 0.12 * (3 - tier) / 3)
        )
        if snow:
            c.polygon(
                [
                    (x - half * 0.55, base - size * 0.15),
                    (x, base - size * 0.36),
                    (x + half * 0.5, base - size * 0.16),
                    (x + half * 0.1, base - size * 0.2),
                ],
                snow,
            )


def person(
    c: Canvas,
    x,
    y,
    size,
    coat,
    trousers="#2a2f3a",
    skin="#d9a47c",
    hair="#241c1a",
    stride=0.08,
    bag=None,
    umbrella=None,
):
    """A small figure seen from far, its feet on `y`."""
    c.line([(x, y - size * 0.45), (x - size * stride, y)], trousers, size * 0.085)
    c.line([(x, y - size * 0.45), (x + size * stride, y)], trousers, size * 0.085)
    c.polygon(
        [
            (x - size * 0.11, y - size * 0.8),
            (x + size * 0.11, y - size * 0.8),
            (x + size * 0.15, y - size * 0.36),
            (x - size * 0.15, y - size * 0.36),
        ],
        coat,
    )
    c.ellipse(x, y - size * 0.8, size * 0.11, size * 0.05, coat)
    c.ellipse(x, y - size * 0.91, size * 0.08, size * 0.09, skin)
    c.ellipse(x, y - size * 0.95, size * 0.085, size * 0.065, hair)
    c.line(
        [(x + size * 0.1, y - size * 0.77), (x + size * 0.16, y - size * 0.5)], mix(coat, "#000000", 0.15), size * 0.06
    )
    if bag:
        c.box(x + size * 0.1, y - size * 0.5, size * 0.13, size * 0.15, bag, radius=size * 0.02)
    if umbrella:
        c.line([(x + size * 0.15, y - size * 0.55), (x + size * 0.08, y - size * 1.2)], "#2c2c30", size * 0.02)
        canopy = [
            (x + size * (0.07 + 0.42 * math.cos(a)), y - size * (1.02 + 0.3 * math.sin(a)))
            for a in [math.pi * n / 16 for n in range(17)]
        ]
        c.polygon(canopy, umbrella)
        c.line([canopy[8], (x + size * 0.07, y - size * 1.02)], mix(umbrella, "#000000", 0.25), size * 0.012)


def street_lamp(c: Canvas, x, y, height, light="#ffd58a", arm=1, reach=0.22):
    top = y - height
    c.line([(x, y), (x, top), (x + arm * height * reach, top - height * 0.04)], "#20262e", max(1.5, height * 0.018))
    lamp_x, lamp_y = x + arm * height * reach, top - height * 0.03
    c.glow(lamp_x, lamp_y, height * 0.5, light, 0.6)
    c.glow(lamp_x, lamp_y, height * 0.14, "#fff6df", 0.95)


def gull(c: Canvas, x, y, span, fill="#ffffff", tip="#4a535c"):
    """A gull gliding, seen from below and the side."""
    for side in (-1, 1):
        c.polygon(
            [
                (x, y - span * 0.03),
                (x + side * span * 0.28, y - span * 0.17),
                (x + side * span * 0.58, y - span * 0.05),
                (x + side * span * 0.26, y - span * 0.06),
                (x, y + span * 0.04),
            ],
            fill,
        )
        c.polygon(
            [
                (x + side * span * 0.44, y - span * 0.115),
                (x + side * span * 0.58, y - span * 0.05),
                (x + side * span * 0.43, y - span * 0.058),
            ],
            tip,
        )
    c.ellipse(x, y, span * 0.05, span * 0.075, fill)


def gantry_crane(c: Canvas, x, y, size, fill="#33475b"):
    """A ship-to-shore crane: two legs, a portal, and a boom reaching out to the left."""
    w = size * 0.02
    for leg in (-0.16, 0.16):
        c.line([(x + leg * size, y), (x + leg * 0.8 * size, y - size * 0.66)], fill, w)
    c.line([(x - size * 0.15, y - size * 0.24), (x + size * 0.15, y - size * 0.24)], fill, w)
    c.line([(x - size * 0.15, y - size * 0.24), (x + size * 0.13, y - size * 0.62)], fill, w * 0.6)
    c.line([(x - size * 0.78, y - size * 0.66), (x + size * 0.36, y - size * 0.66)], fill, w * 1.3)
    c.line([(x - size * 0.78, y - size * 0.69), (x + size * 0.36, y - size * 0.69)], fill, w * 0.4)
    for part in range(16):
        left = x + size * (-0.78 + part * 1.14 / 16)
        c.line(
            [(left, y - size * 0.66), (left + size * 0.035, y - size * 0.69), (left + size * 0.071, y - size * 0.66)],
            fill,
            w * 0.3,
        )
    c.line([(x - size * 0.1, y - size * 0.66), (x, y - size * 1.02), (x + size * 0.12, y - size * 0.66)], fill, w)
    for reach in (-0.72, -0.42, 0.33):
        c.line([(x, y - size * 1.01), (x + reach * size, y - size * 0.68)], fill, w * 0.35)
    c.box(x + size * 0.08, y - size * 0.76, size * 0.2, size * 0.09, fill)
