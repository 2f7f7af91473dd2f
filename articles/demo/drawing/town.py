"""Scenes of the town by day: bridge, school, old street, old block, a table."""

# A drawing is a list of strokes: one coordinate a line would hide its shape, and its loops are no decisions.
# ruff: noqa: C901
# fmt: off

import math

from articles.demo.drawing.canvas import HEIGHT, Canvas, mix
from articles.demo.drawing.objects import block, person, round_tree


def new_road():
    c = Canvas(101, [(0, "#5fa0c2"), (0.25, "#b9dadb"), (0.42, "#fbeccb")])
    c.clouds(120, 80, "#ffffff", 9, 160, 500)
    c.land(400, 80, [(0, "#93b3b1"), (0.2, "#d0dcc4"), (1, "#d0dcc4")], 1.4)
    for number in range(24):
        x = number * 70 - 20 + c.random.uniform(-10, 10)
        block(c, x, 520, c.random.uniform(42, 64), c.random.uniform(60, 190), c.random.choice(("#c9cdc6", "#dccfb8",
            "#b9c4c6", "#e3dccb")), 4, 9)
    c.mist(520, 60, "#f6ecd2", 150)
    c.water(530, [(0, "#c9d8c8"), (0.2, "#8db3b1"), (1, "#3f7c8a")], 0.4, 380, "#ffffff", "#1d5261", 0.5)
    c.land(900, 50, [(0, "#8fae68"), (0.4, "#6b9152"), (1, "#3f6a3f")], 1.2, 2, 300)
    c.line([(980, 560), (980, 250)], "#eef0ea", 14)
    c.line([(1032, 560), (1032, 250)], "#dfe2dc", 14)
    c.line([(980, 300), (1032, 300)], "#e6e8e2", 10)

    def deck(x):
        return 560 + (1400 - x) * 0.21 if x < 1400 else 560

    for number in range(15):
        for side in (-1, 1):
            x = 1006 + side * (60 + number * 40)
            c.line([(1006, 262 + number * 9), (x, deck(x))], "#f6f4ea", 2, 200)
    for x in (120, 470, 1450):
        c.shaded([(x, deck(x) + 30), (x + 60, deck(x) + 20), (x + 60, deck(x) + 330), (x, deck(x) + 330)], [(0,
            "#c9c6ba"), (1, "#8d8d86")])
    c.shaded([(968, 560), (1044, 560), (1060, 900), (952, 900)], [(0, "#d6d4c9"), (1, "#8f918b")])
    c.shaded([(-10, 860), (1400, 560), (1610, 556), (1610, 586), (1400, 596), (-10, 930)], [(0, "#e3e0d4"), (1,
        "#a9a89f")])
    c.polygon([(-10, 806), (1390, 545), (1610, 541), (1610, 558), (1400, 562), (-10, 866)], "#4a5159")
    for step in range(34):
        share = step / 33
        x = -10 + share * 1410
        y = 836 - share * 282
        if step % 2:
            size = 1 - share
            c.polygon([(x, y), (x + 26 * size + 8, y - 6 * size - 2), (x + 26 * size + 8, y - 2 * size - 1), (x,
                y + 5 * size + 1)], "#f5f1df")
        c.line([(x, y - 30), (x, y - 30 - 30 * (1.1 - share))], "#e9e6da", 2)
    c.line([(-10, 778), (1390, 530), (1610, 526)], "#f4f1e6", 4)
    for x, width, fill in ((250, 120, "#c8503c"), (560, 86, "#f2eee2"), (820, 60, "#2f6a8a")):
        y = 836 - (x + 10) / 1410 * 282
        c.box(x, y - width * 0.33, width, width * 0.28, fill, radius=width * 0.07)
        c.polygon([(x + width * 0.16, y - width * 0.32), (x + width * 0.28, y - width * 0.54), (x + width * 0.7,
            y - width * 0.54), (x + width * 0.86, y - width * 0.32)], mix(fill, "#ffffff", 0.12))
        c.polygon([(x + width * 0.23, y - width * 0.33), (x + width * 0.32, y - width * 0.49), (x + width * 0.66,
            y - width * 0.49), (x + width * 0.78, y - width * 0.33)], "#33505e")
        for wheel in (0.22, 0.78):
            c.ellipse(x + width * wheel, y - width * 0.04, width * 0.1, width * 0.1, "#22262b")
    for x, y, size in ((60, 1040, 210), (330, 1060, 170), (1340, 1000, 200), (1520, 1040, 240), (1180, 1050, 150)):
        round_tree(c, x, y, size, c.random.choice(("#5f8f4a", "#4f8348")))
    return c.finished(9, 0.12)


def school():
    c = Canvas(134, [(0, "#6db0d0"), (0.3, "#bfe0e2"), (0.5, "#fdf1d2")])
    c.clouds(140, 90, "#ffffff", 9, 180, 460)
    c.land(420, 90, [(0, "#9cc0b4"), (0.2, "#d3e0c0"), (1, "#d3e0c0")], 1.6)
    c.shaded([(220, 740), (220, 380), (1000, 380), (1000, 740)], [(0, "#fbf3e2"), (1, "#e6d7bd")])
    c.shaded([(1000, 740), (1000, 300), (1130, 300), (1130, 740)], [(0, "#d0674d"), (1, "#b4523d")])
    c.shaded([(1130, 740), (1130, 440), (1440, 440), (1440, 740)], [(0, "#fbf3e2"), (1, "#e6d7bd")])
    c.box(208, 366, 794, 16, "#3f7f8c")
    c.box(1130, 426, 322, 14, "#3f7f8c")
    c.ellipse(1065, 366, 40, 40, "#fffaf0")
    c.line([(1065, 366), (1065, 340)], "#33434e", 4)
    c.line([(1065, 366), (1084, 374)], "#33434e", 4)
    for row in range(4):
        y = 406 + row * 84
        c.box(220, y + 62, 780, 7, "#c9b696")
        for column in range(9):
            c.box(244 + column * 84, y, 60, 50, "#86b3bf")
            c.polygon([(244 + column * 84, y + 50), (244 + column * 84 + 36, y), (244 + column * 84 + 60, y),
                (244 + column * 84 + 24, y + 50)], "#a9cbd1")
            c.line([(274 + column * 84, y), (274 + column * 84, y + 50)], "#f4ead4", 3)
    for row in range(3):
        for column in range(4):
            c.box(1154 + column * 72, 466 + row * 92, 50, 54, "#86b3bf")
    c.shaded([(-10, 740), (1610, 740), (1610, HEIGHT), (-10, HEIGHT)], [(0, "#d98a63"), (0.3, "#cf7a55"), (1,
        "#b4634a")], 300)
    for lane in range(6):
        c.line([(-10, 780 + lane * lane * 9), (1610, 764 + lane * lane * 7)], "#fbeedd", 2 + lane, 200)
    c.shaded([(-10, 1067), (-10, 1000), (1610, 952), (1610, 1067)], [(0, "#86b05c"), (1, "#5d8f4a")], 200)
    c.line([(130, 780), (130, 250)], "#e8e6de", 6)
    c.polygon([(133, 254), (222, 268), (210, 300), (226, 326), (133, 316)], "#cf3a2d")
    for x, y, size, coat in ((320, 810, 86, "#2f6ea0"), (372, 820, 80, "#d8573f"), (430, 816, 84, "#e8b23e"), (760,
            850, 110, "#2f6ea0"), (840, 858, 104, "#3f8f7a"), (1180, 880, 130, "#d8573f"), (1270, 886, 122,
            "#2f6ea0"), (560, 812, 78, "#6d5a92")):
        c.ellipse(x + size * 0.22, y + 2, size * 0.3, size * 0.04, "#7d3f2c", 110)
        person(c, x, y, size, coat, "#2f3a55", stride=c.random.uniform(0.06, 0.16), bag="#f2c94c")
    for x, size in ((60, 320), (1530, 380), (1400, 240)):
        round_tree(c, x, 780, size, c.random.choice(("#6da052", "#589048")))
    for x, y, span in ((700, 210, 34), (760, 190, 24), (820, 222, 22)):
        c.bird(x, y, span, "#4f6a75")
    return c.finished(9, 0.1)


def old_alley():
    c = Canvas(189, [(0, "#8fb6c2"), (0.3, "#dfe3d0"), (0.5, "#f9e2b3")])
    c.glow(820, 420, 420, "#fff3cc", 0.85)
    c.land(470, 40, [(0, "#8fb0b4"), (1, "#c6d3c2")], 2)
    c.polygon([(640, 520), (980, 520), (980, 470), (640, 470)], "#7fb0bb")
    c.shaded([(-10, 1067), (640, 520), (960, 520), (1610, 1067)], [(0, "#d9c9a6"), (0.4, "#b5a285"), (1, "#7d7062")],
        300)
    for row in range(26):
        share = (row / 25) ** 1.9
        y = 524 + share * 543
        left, right = 640 - share * 650, 960 + share * 650
        c.line([(left, y), (right, y)], "#6b6053", 1 + share * 2, 100)
        count = 13
        for column in range(count):
            x = left + (right - left) * (column + (row % 2) * 0.5) / count
            c.line([(x, y), (x + (x - 800) * 0.035 * (share + 0.2), y + 4 + share * 40)], "#6b6053", 1 + share, 90)
    walls = ("#ead6b4", "#d9b48f", "#e6ddc8", "#c9a98a", "#dcc7a0")
    for side in (-1, 1):
        for number in range(5):
            far, near = (number / 5) ** 1.0, ((number + 1) / 5) ** 1.0
            xs = [800 + side * (160 + (1 - t) ** 1.7 * 740) for t in (far, near)]
            feet = [520 + (1 - t) ** 1.7 * 500 for t in (far, near)]
            tops = [500 - (1 - t) ** 1.5 * (470 + 50 * math.sin(number * 2 + side)) - 40 for t in (far, near)]
            wall = walls[(number + (side > 0) * 2) % 5]
            tone = mix(wall, "#4a3a3a", 0.28) if side > 0 else wall
            c.shaded([(xs[0], feet[0]), (xs[0], tops[0]), (xs[1], tops[1]), (xs[1], feet[1])], [(0, tone), (1,
                mix(tone, "#5d4a3d", 0.3))], 60, 20)
            c.polygon([(xs[0], tops[0]), (xs[1], tops[1]), (xs[1] - side * 14, tops[1] - 16), (xs[0] - side * 30,
                tops[0] - 34)], "#6d4a42" if side < 0 else "#54403e")

            def on(u, v, xs=xs, feet=feet, tops=tops):
                x = xs[0] + (xs[1] - xs[0]) * u
                foot, top = feet[0] + (feet[1] - feet[0]) * u, tops[0] + (tops[1] - tops[0]) * u
                return (x, foot + (top - foot) * v)

            for u in (0.18, 0.6):
                for v in (0.56, 0.8):
                    lit = c.random.random() < 0.35
                    c.polygon([on(u, v), on(u + 0.2, v), on(u + 0.2, v + 0.12), on(u, v + 0.12)],
                        "#ffdf9a" if lit else "#56707a")
                    c.line([on(u + 0.1, v), on(u + 0.1, v + 0.12)], "#efe4cc", 2)
            c.polygon([on(0.16, 0.02), on(0.5, 0.02), on(0.5, 0.34), on(0.16, 0.34)],
                "#ffe6ae" if (number == 1 and side < 0) else "#5d4436")
            c.polygon([on(0.62, 0.0), on(0.84, 0.0), on(0.84, 0.36), on(0.62, 0.36)],
                "#7a3b31" if number % 2 else "#2f5d5c")
            if number < 4:
                awning = ("#c8503c", "#2f7d86", "#d9a03e", "#5d7f4f")[(number + (side > 0)) % 4]
                a, b = on(0.1, 0.42), on(0.9, 0.42)
                c.polygon([a, b, (b[0] - side * 26, b[1] + 34 * (1 - near)), (a[0] - side * 46,
                    a[1] + 52 * (1 - far))], awning)
    for line in range(4):
        y = 210 + line * 66
        half = 600 - line * 120
        points = [(800 - half + 2 * half * n / 20,
            y + 46 * math.sin(math.pi * n / 20) * (1 - line * 0.16)) for n in range(21)]
        c.line(points, "#5a4a40", 1.6, 190)
        for n in range(3, 18, 2):
            x, top = points[n]
            size = 26 - line * 5
            fill = c.random.choice(("#f4efe2", "#c8604a", "#5f93a0", "#e6b85a", "#8fa878"))
            c.polygon([(x, top), (x + size, top + 1), (x + size - 2, top + size * 1.3), (x + 2, top + size * 1.25)],
                fill, 235)
    for x, y, size, coat in ((770, 620, 84, "#a8483d"), (850, 640, 92, "#3d5f78"), (600, 860, 210, "#6d5a7d"), (930,
            740, 140, "#c9923f")):
        c.ellipse(x + size * 0.2, y + 2, size * 0.28, size * 0.04, "#4d4238", 110)
        person(c, x, y, size, coat, bag="#5c4632")
    for x, y in ((1090, 900), (1130, 930)):
        c.polygon([(x - 18, y), (x + 18, y), (x + 14, y + 34), (x - 14, y + 34)], "#a8593d")
        for _leaf in range(16):
            c.ellipse(x + c.random.gauss(0, 18), y - 16 + c.random.gauss(0, 13), 10, 8, c.random.choice(("#5f8f4a",
                "#78a457", "#e0684f")))
    c.ellipse(1010, 872, 30, 14, "#2a2522")
    c.ellipse(1034, 862, 13, 12, "#2a2522")
    c.polygon([(1026, 854), (1030, 842), (1036, 852)], "#2a2522")
    c.polygon([(1036, 852), (1043, 842), (1045, 856)], "#2a2522")
    c.arc(976, 858, 22, 24, 60, 200, "#2a2522", 6)
    return c.finished(10, 0.18)


def old_block_lift():
    c = Canvas(200, [(0, "#7fb3cc"), (0.35, "#cfe3dd"), (0.6, "#fdf0d2")])
    c.clouds(130, 90, "#ffffff", 9, 170, 460)
    for number in range(10):
        block(c, number * 176 - 60, 800, 140, c.random.uniform(160, 330), c.random.choice(("#c9cdc6", "#d9cbb4",
            "#b9c6c6")), 6, 9)
    c.mist(780, 90, "#f9efd6", 140)
    x, y, width, height = 170, 900, 1120, 690
    c.shaded([(x, y), (x, y - height), (x + width, y - height), (x + width, y)], [(0, "#e9cfae"), (1, "#cda887")],
        220, 18)
    c.box(x - 12, y - height - 14, width + 24, 18, "#a86a50")
    for row in range(6):
        top = y - height + 34 + row * 110
        c.line([(x, top + 92), (x + width, top + 92)], "#b58d6d", 2, 150)
        for column in range(10):
            left = x + 26 + column * 110
            if column in (4, 5):
                continue
            c.box(left, top, 74, 62, "#f6efe2")
            c.box(left + 4, top + 4, 66, 54, "#7fa3b0" if c.random.random() < 0.7 else "#ffe9b8")
            c.line([(left + 37, top + 4), (left + 37, top + 58)], "#f6efe2", 4)
            kind = c.random.randint(0, 5)
            if kind == 0:
                c.box(left - 3, top + 62, 80, 6, "#8d6a52")
                for pot in range(4):
                    c.ellipse(left + 8 + pot * 20, top + 56, 10, 8, c.random.choice(("#5f8f4a", "#d9603f",
                        "#e8b23e")))
            elif kind == 1:
                c.box(left + 46, top + 66, 34, 24, "#f0ece4")
                c.arc(left + 63, top + 78, 8, 8, 0, 360, "#9aa0a2", 2)
            elif kind == 2:
                c.line([(left - 6, top + 74), (left + 80, top + 74)], "#8a8f92", 2)
                for cloth in range(4):
                    c.box(left + cloth * 19, top + 74, 15, c.random.uniform(16, 28), c.random.choice(("#5f93a0",
                        "#f4efe2", "#c8604a", "#e6b85a")))
    left = x + 4 * 110 + 34
    c.shaded([(left, y), (left, y - height - 70), (left + 196, y - height - 70), (left + 196, y)], [(0, "#d7eef0"),
        (0.5, "#a9d0d6"), (1, "#86b5bf")])
    c.polygon([(left, y - 90), (left + 196, y - 430), (left + 196, y - 560), (left, y - 240)], "#ffffff", 60)
    c.polygon([(left, y - 560), (left + 130, y - height - 70), (left + 196, y - height - 70), (left + 196,
        y - height + 0), (left, y - 480)], "#ffffff", 50)
    for row in range(8):
        c.box(left, y - height - 70 + row * 108, 196, 7, "#4d6b75")
    for column in (0, 95, 189):
        c.box(left + column, y - height - 70, 7, height + 70, "#4d6b75")
    c.box(left - 10, y - height - 86, 216, 18, "#3f5a64")
    c.glow(left + 98, y - 372, 120, "#fff0c4", 0.7)
    c.box(left + 18, y - 428, 160, 104, "#fff3d2")
    c.box(left + 18, y - 428, 160, 8, "#c8553d")
    person(c, left + 70, y - 326, 84, "#8a4f6d", hair="#d9d5cf")
    person(c, left + 124, y - 326, 90, "#3d6d86")
    for row in range(6):
        c.box(left - 26, y - height + 90 + row * 110, 28, 10, "#8d9a9c")
    c.shaded([(-10, 900), (1610, 900), (1610, HEIGHT), (-10, HEIGHT)], [(0, "#c9bfa8"), (1, "#9a917d")], 240)
    c.box(left + 36, y - 96, 124, 96, "#33505e")
    c.line([(left + 98, y - 96), (left + 98, y)], "#a9c6cc", 3)
    c.polygon([(left - 20, y - 112), (left + 216, y - 112), (left + 236, y - 96), (left - 40, y - 96)], "#c8553d")
    for px, py, size, coat, hair in ((560, 985, 150, "#c98a3a", "#d9d5cf"), (980, 990, 156, "#4d6f8a", "#211a18"),
            (1070, 994, 100, "#d8573f", "#211a18"), (300, 960, 126, "#6d5a7d", "#bdb7b0")):
        c.ellipse(px + size * 0.2, py + 2, size * 0.3, size * 0.04, "#6b6455", 120)
        person(c, px, py, size, coat, hair=hair, bag="#5f8f4a")
    for px, size in ((90, 420), (1400, 460), (1560, 360)):
        round_tree(c, px, 950, size, c.random.choice(("#6da052", "#5b9150")))
    return c.finished(9, 0.12)


def noodle_bowl():
    c = Canvas(211, [(0, "#8a5a3c"), (0.45, "#b97f52"), (1, "#8d5836")])
    for board in range(9):
        y = board * 122
        c.shaded([(-10, y), (1610, y - 8), (1610, y + 114), (-10, y + 122)], [(0, mix("#c08a5a", "#8a5a38",
            c.random.random() * 0.6)), (1, mix("#a87246", "#7a4c2e", c.random.random() * 0.6))], 130, 22)
        c.line([(-10, y + 122), (1610, y + 114)], "#4d2f1c", 4, 170)
    c.glow(300, 60, 980, "#ffe7b8", 0.5)
    cx, cy = 800, 590
    for size in range(9):
        c.ellipse(cx + 34, cy + 50, 460 + size * 8, 430 + size * 7, "#2a1609", 22)
    c.ellipse(cx, cy, 455, 420, "#f2ede0")
    c.ellipse(cx + 4, cy + 6, 440, 404, "#d9d2c0")
    c.arc(cx, cy, 447, 412, 0, 360, "#2f6a86", 9)
    for step in range(48):
        a = math.tau * step / 48
        c.ellipse(cx + 424 * math.cos(a), cy + 390 * math.sin(a), 8, 8, "#2f6a86")
    c.ellipse(cx, cy + 4, 404, 368, "#7a3f1e")
    c.ellipse(cx - 6, cy - 6, 394, 358, "#a85f2c")
    c.glow(cx - 120, cy - 130, 300, "#e0a45a", 0.6)
    for _n in range(84):
        turn, far = c.random.uniform(0, math.tau), c.random.uniform(30, 250)
        x, y = cx - 30 + far * math.cos(turn), cy + 40 + far * 0.86 * math.sin(turn)
        rx, ry, start = c.random.uniform(60, 170), c.random.uniform(36, 120), c.random.randint(0, 360)
        c.arc(x, y, rx, ry, start, start + c.random.randint(80, 220), "#9a6a34", 15)
        c.arc(x, y - 2, rx, ry, start, start + c.random.randint(80, 220), c.random.choice(("#f0d69a", "#e6c680",
            "#f7e3b3")), 11)
    for side, (x, y) in enumerate(((980, 470), (1040, 540))):
        c.ellipse(x, y + 6, 92, 76, "#5a2c12", 120)
        c.ellipse(x, y, 90, 74, "#fffaf0")
        c.ellipse(x + 6, y + 2, 50, 42, "#f2a63a")
        c.ellipse(x - 4, y - 8, 30, 22, "#f9c766")
        if side:
            break
    for _n in range(30):
        x, y = c.random.gauss(650, 90), c.random.gauss(520, 60)
        size = c.random.uniform(20, 40)
        c.polygon([(x, y), (x + size, y - size * 0.3), (x + size * 1.3, y + size * 0.4), (x + size * 0.3,
            y + size * 0.7)], c.random.choice(("#6b3318", "#8a4a26", "#7a3d1e")))
        c.line([(x + 2, y), (x + size, y - size * 0.28)], "#c98a55", 2, 170)
    for _n in range(44):
        x, y = c.random.gauss(820, 120), c.random.gauss(720, 60)
        c.arc(x, y, c.random.uniform(10, 18), c.random.uniform(8, 14), 0, 360, c.random.choice(("#4f8f3a", "#79b04f",
            "#a4cc6a")), 6)
    for _n in range(26):
        x, y = c.random.gauss(660, 80), c.random.gauss(690, 46)
        c.ellipse(x, y, c.random.uniform(14, 30), c.random.uniform(8, 14), c.random.choice(("#2a1d16", "#3a2a1e",
            "#e0a63e")))
    for _n in range(60):
        turn, far = c.random.uniform(0, math.tau), c.random.uniform(260, 370)
        c.ellipse(cx + far * math.cos(turn), cy + far * 0.9 * math.sin(turn), c.random.uniform(3, 12),
            c.random.uniform(3, 9), "#f0b25a", 120)
    for off in (0, 34):
        c.line([(1130 + off, 1010), (1500 + off * 1.6, 110)], "#2a1609", 18, 60)
        c.line([(1120 + off, 1000), (1490 + off * 1.6, 100)], "#6b3a20", 15)
        c.line([(1117 + off, 998), (1487 + off * 1.6, 98)], "#b9764a", 4)
    for size in range(4):
        c.ellipse(216, 300, 150 + size * 5, 150 + size * 5, "#2a1609", 30)
    c.ellipse(206, 286, 148, 148, "#f2ede0")
    c.ellipse(206, 290, 120, 120, "#d9d2c0")
    for _n in range(90):
        turn, far = c.random.uniform(0, math.tau), 100 * math.sqrt(c.random.random())
        c.ellipse(206 + far * math.cos(turn), 288 + far * math.sin(turn), 15, 9, c.random.choice(("#e6d9a8",
            "#c9543f", "#8fb04e", "#f2e6c0")))
    for path in range(9):
        x = 560 + path * 58
        for puff in range(22):
            c.ellipse(x + 46 * math.sin(puff / 3.2 + path), 520 - puff * 22, 20 + puff * 2.4, 18 + puff * 1.6,
                "#fff6e6", max(1, 13 - puff // 2))
    return c.finished(9, 0.24)


SCENES = {scene.__name__: scene for scene in (new_road, school, old_alley, old_block_lift, noodle_bowl)}
