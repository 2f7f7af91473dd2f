"""Scenes of villages, hills, orchards and fields."""

# A drawing is a list of strokes: one coordinate a line would hide its shape, and its loops are no decisions.
# ruff: noqa: C901
# fmt: off

import math

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.objects import house, person, pine, round_tree


def orchard_path():
    c = Canvas(12, [(0, "#9cc7c4"), (0.25, "#d8e6cf"), (0.42, "#f8ebc4")])
    c.clouds(130, 80, "#fffdf2", 8, 150, 500)
    c.glow(1180, 330, 560, "#fff4cf", 0.85)
    c.land(340, 120, [(0, "#9dbba8"), (0.3, "#d5deb9"), (1, "#d5deb9")], 1.4)
    c.land(420, 110, [(0, "#7fa283"), (0.25, "#b9cb98"), (1, "#b9cb98")], 2.0, 2, 60)
    for number in range(7):
        house(c, 200 + number * 62, 496 - 14 * math.sin(number), 44, 22, "#f5ead4", "#a9553f",
            chimney=number % 2 == 0)
    c.land(500, 60, [(0, "#8fae6c"), (0.3, "#a9bf78"), (1, "#6d8f52")], 1.5, 2, 200)
    c.shaded([(-10, 1067), (-10, 640), (500, 560), (1000, 570), (1610, 620), (1610, 1067)], [(0, "#a6bb6c"), (0.4,
        "#84a457"), (1, "#4f7440")], 700, 30)
    left, right = [], []
    for step in range(41):
        share = step / 40
        y = 560 + share**1.5 * 520
        middle = 860 + 190 * math.sin(share * 4.6 + 0.4) * (1 - share * 0.35) - share * 120
        half = 5 + share**1.5 * 190
        left.append((middle - half, y))
        right.append((middle + half, y))
    c.shaded([*left, *right[::-1]], [(0, "#f3e6c2"), (0.5, "#e3cfa0"), (1, "#cdb27f")], 260, 24)
    for side in (left, right):
        for (x, y), share in zip(side, [n / 40 for n in range(41)], strict=True):
            for _n in range(5):
                c.line([(x + c.random.gauss(0, 10 * share + 2), y), (x + c.random.gauss(0, 14 * share + 2),
                    y - 4 - 22 * share)], c.random.choice(("#5c8345", "#7ea355", "#3f6a3b")), 1 + share * 2)
    trees = []
    for row, (y, size) in enumerate(((592, 82), (640, 122), (712, 180), (820, 270))):
        for column in range(-7, 8):
            offset = column * size * 1.18
            share = ((y - 560) / 520) ** (1 / 1.5)
            middle = 860 + 190 * math.sin(share * 4.6 + 0.4) * (1 - share * 0.35) - share * 120
            if abs(offset) > size * 0.7 + 20:
                trees.append((y + c.random.uniform(-8, 8), middle + offset + row * 14, size))
    for y, x, size in sorted(trees):
        if -size < x < WIDTH + size:
            c.ellipse(x + size * 0.16, y + 2, size * 0.42, size * 0.07, "#2f4f2c", 90)
            round_tree(c, x, y, size * c.random.uniform(0.9, 1.1), c.random.choice(("#5f8f4a", "#74a050",
                "#4f8348")), fruit="#e6b23c" if size > 100 else None)
    for x, y, size, coat in ((872, 690, 62, "#c8553d"), (908, 696, 58, "#3d6d86"), (800, 850, 120, "#d9a441"), (740,
            860, 92, "#7b4f74")):
        c.ellipse(x + size * 0.2, y + 1, size * 0.3, size * 0.04, "#7d6a45", 110)
        person(c, x, y, size, coat, bag="#5c4632")
    c.line([(1112, 1010), (1112, 860)], "#5b4028", 10)
    c.shaded([(1016, 866), (1216, 850), (1240, 878), (1216, 908), (1016, 920)], [(0, "#b98c58"), (1, "#8d6438")], 20)
    for x in range(1000, 1600, 60):
        c.line([(x + 90, 1067), (x + 90 + c.random.uniform(-20, 20), 1000)], "#3f6a3b", 3)
    return c.finished(9, 0.14)


def snow_village():
    c = Canvas(22, [(0, "#5d7396"), (0.3, "#8fa3bd"), (0.5, "#d3d2d8"), (0.6, "#f1dccb")])
    c.clouds(150, 130, "#c9d0dc", 10, 110, 640)
    c.glow(1240, 520, 460, "#ffe3c4", 0.6)
    c.land(470, 130, [(0, "#a9b7ca"), (0.25, "#dfe1e6"), (1, "#dfe1e6")], 1.3, 2)
    c.land(540, 100, [(0, "#c9d3e0"), (0.2, "#eceef2"), (1, "#dfe4ec")], 1.8, 2, 60)
    for _n in range(46):
        x = c.random.uniform(0, WIDTH)
        pine(c, x, 610 + c.random.uniform(-46, 20), c.random.uniform(36, 74), "#4f6b70", "#f4f7fa")
    c.land(640, 50, [(0, "#f2f4f8"), (0.4, "#d7deea"), (1, "#b3c1d6")], 1.4, 1, 120)
    rows = ((668, 92, 8, 190), (752, 130, 7, 232), (868, 186, 5, 330))
    for row, (y, width, count, gap) in enumerate(rows):
        for number in range(count):
            x = number * gap + (row % 2) * gap * 0.45 - 40 + c.random.uniform(-16, 16)
            base = y + 22 * math.sin(number * 1.3 + row)
            if 640 < x + width / 2 < 860 and row > 0:
                continue
            house(c, x, base, width, width * 0.46, c.random.choice(("#a99a8b", "#8f8a88", "#b5a595")), "#e6ebf2",
                c.random.choice(("#ffd58a", "#ffcb74", None)), "#ffffff")
            c.ellipse(x + width / 2, base + 3, width * 0.66, width * 0.07, "#eef2f8")
            if c.random.random() < 0.6:
                for puff in range(9):
                    c.ellipse(x + width * 0.77 + puff * 7 + c.random.gauss(0, 3), base - width * 0.86 - puff * 13,
                        5 + puff * 2.4, 5 + puff * 2, "#f3f1f1", 90 - puff * 8)
    path = [(720, 1067), (700, 960), (760, 860), (730, 770), (770, 690), (760, 650), (778, 650), (800, 700), (776,
        780), (830, 870), (810, 960), (900, 1067)]
    c.polygon(path, "#c2cede")
    c.polygon([(x + (8 if number < 6 else -8), y) for number, (x, y) in enumerate(path)], "#d3dce8")
    for step in range(20):
        share = step / 19
        c.ellipse(800 - 40 * math.sin(share * 4) - share * 20 + (6 if step % 2 else -6), 1040 - share * 280,
            6 - share * 4, 9 - share * 6, "#9aabc4", 170)
    person(c, 812, 930, 108, "#b8402f", "#2f3948")
    c.line([(844, 862), (800, 930)], "#7d5b3a", 4)
    person(c, 766, 800, 66, "#3f5e86", "#2b3340")
    for x in (60, 1500, 1380, 210):
        pine(c, x, 1050 + c.random.uniform(-20, 10), 300 + c.random.uniform(-40, 50), "#35545a", "#f7fafc")
    c.snow(430)
    return c.finished(8, 0.14)


def terraced_hills():
    c = Canvas(33, [(0, "#7eb2c9"), (0.22, "#c6dfd6"), (0.36, "#fbeac0")])
    c.clouds(110, 70, "#fffdf2", 8, 150, 520)
    c.glow(330, 330, 520, "#fff3c8", 0.8)
    c.land(300, 130, [(0, "#8fb2ae"), (0.25, "#cddcbc"), (1, "#cddcbc")], 1.5)
    c.land(370, 120, [(0, "#769f86"), (0.2, "#b4c992"), (1, "#b4c992")], 1.9, 2, 60)
    c.mist(430, 50, "#fbf3d4", 150)
    fields = ("#c9c35a", "#8fb04e", "#dfc766", "#6f9f4c", "#b5b95a", "#a4c268", "#e6d27d")
    for level in range(15):
        share = level / 14
        y = 430 + share**1.35 * 560
        points = c.ridge(y, 30 + share * 46, 2.4 - share, 0)
        lip = 5 + share * 22
        tone = fields[(level * 3) % len(fields)]
        c.shaded([*points, (WIDTH + 10, y + 240), (-10, y + 240)], [(0, mix(tone, "#fff6c9", 0.3)), (0.3, tone), (1,
            mix(tone, "#3b5a2e", 0.4))], 60 + level * 10, 26)
        bank = [(x, top + lip * (0.8 + 0.2 * math.sin(x / 90))) for x, top in points]
        c.polygon([*points, *bank[::-1]], mix("#8d7446", "#5f5a35", share), 200)
        c.line(points, "#f4eab0", 1 + share * 2, 170)
        for x, top in points[:: max(1, 6 - level // 3)]:
            for row in range(1 + level // 5):
                c.ellipse(x + c.random.uniform(-5, 5), top + lip * 1.7 + row * (8 + share * 10), 1.6 + share * 4,
                    1 + share * 2, mix(tone, "#2c5a2a", 0.5), 170)
    for x, y, size in ((310, 560, 66), (1290, 520, 54), (1340, 524, 60), (1130, 700, 120), (180, 800, 170), (1480,
            850, 200)):
        round_tree(c, x, y, size, "#4f8348")
    for number in range(6):
        house(c, 640 + number * 56, 512 - 10 * math.sin(number * 1.2), 44, 22, "#f5ead4", "#9d4f3c")
    for x, y, size, coat in ((620, 800, 66, "#c8553d"), (700, 806, 62, "#2f6680"), (1010, 905, 92, "#d98a32")):
        person(c, x, y, size, coat, hair="#d9bd7a")
    for x, y in ((520, 240), (560, 226), (600, 250), (490, 262)):
        c.bird(x, y, 24, "#4c5f5c")
    return c.finished(9, 0.14)


def reservoir():
    c = Canvas(44, [(0, "#8fb9c6"), (0.25, "#c9dcd8"), (0.42, "#eef0dc")])
    c.clouds(140, 90, "#ffffff", 9, 150, 560)
    for y, swing, tone, fade in ((330, 190, "#9db9bd", "#d3e0d8"), (400, 170, "#6f9a94", "#b5cdbd"), (470, 130,
            "#4a7c6d", "#8fb398")):
        c.land(y, swing, [(0, tone), (0.25, fade), (1, fade)], 2.0, 2, 60)
        c.mist(y + 110, 46, "#eef3e6", 120)
    for _n in range(130):
        x = c.random.uniform(-10, WIDTH + 10)
        pine(c, x, 580 + c.random.uniform(-26, 8), c.random.uniform(30, 70), c.random.choice(("#33675a", "#3f7561",
            "#2b5a51")))
    c.water(584, [(0, "#9fc0b4"), (0.3, "#5d9390"), (1, "#22596a")], 0.62, 260, "#f4fbf1", "#123f49", 1.1)
    c.mist(590, 30, "#f3f6ea", 170)
    for number in range(5):
        x = 430 + number * 74
        c.shaded([(x, 660), (x + 74, 660), (x + 74, 622), (x, 622)], [(0, "#d6cdb6"), (1, "#a39a84")])
    for number in range(5):
        x = 467 + number * 74
        c.ellipse(x, 662, 27, 26, "#4d7f80")
        c.arc(x, 662, 27, 26, 180, 360, "#8d846f", 4)
    c.shaded([(150, 690), (430, 622), (430, 662), (260, 700)], [(0, "#a9b487"), (1, "#7b8a5c")], 30)
    c.shaded([(800, 622), (800, 662), (960, 694), (1090, 690)], [(0, "#a9b487"), (1, "#7b8a5c")], 30)
    c.line([(430, 622), (800, 622)], "#efe8d3", 5)
    person(c, 600, 622, 46, "#c8553d")
    for x, y, size in ((1180, 820, 200),):
        c.polygon([(x - size * 0.7, y - 20), (x + size * 0.7, y - 26), (x + size * 0.5, y + 16), (x - size * 0.5,
            y + 16)], "#5c4330")
        c.polygon([(x - size * 0.7, y - 20), (x + size * 0.7, y - 26), (x + size * 0.64, y - 12), (x - size * 0.64,
            y - 8)], "#8d6a48")
        person(c, x - 30, y - 8, 130, "#39607a", hair="#d9bd7a")
        c.line([(x - 14, y - 90), (x + 190, y - 210)], "#3f3226", 3)
        c.line([(x + 190, y - 210), (x + 214, y + 20)], "#eef3ee", 1, 170)
        c.ellipse(x + 214, y + 26, 26, 5, "#ffffff", 100)
    for _n in range(9):
        x, y = c.random.uniform(300, 900), c.random.uniform(800, 1000)
        c.polygon([(x, y), (x + 30, y - 7), (x + 44, y), (x + 30, y + 7)], "#184955", 150)
        c.polygon([(x + 2, y), (x - 12, y - 7), (x - 12, y + 7)], "#184955", 150)
    for _n in range(150):
        x = c.random.choice((c.random.uniform(-20, 260), c.random.uniform(1400, 1620)))
        top = HEIGHT - c.random.uniform(90, 250)
        c.line([(x, HEIGHT), (x + c.random.uniform(-24, 34), top)], c.random.choice(("#3c6a4a", "#5b8a55",
            "#86a55f")), 3, 220)
    return c.finished(9, 0.14)


def football_pitch():
    c = Canvas(55, [(0, "#6aa5c4"), (0.25, "#c5dcd2"), (0.4, "#ffe2ad")])
    c.clouds(120, 80, "#fff8e6", 8, 150, 520)
    c.glow(1260, 350, 560, "#fff0c0", 0.85)
    c.ellipse(1260, 340, 44, 44, "#fffaea")
    c.land(380, 110, [(0, "#93aea2"), (0.25, "#d9d3a8"), (1, "#d9d3a8")], 1.6)
    c.land(440, 60, [(0, "#7c9a72"), (0.2, "#b9b97f"), (1, "#b9b97f")], 2.2, 2, 60)
    for number in range(26):
        x = number * 66 + c.random.uniform(-14, 14)
        height = c.random.uniform(80, 150)
        c.line([(x, 520), (x, 520 - height * 0.6)], "#6a5a44", 3)
        c.ellipse(x, 520 - height * 0.72, height * 0.13, height * 0.42, c.random.choice(("#6d8f4e", "#86a052",
            "#5a8048")))
    c.shaded([(110, 530), (110, 436), (520, 436), (520, 530)], [(0, "#f6ead2"), (1, "#d9c4a0")])
    c.box(100, 424, 430, 14, "#a8503d")
    for x in range(134, 500, 48):
        c.box(x, 456, 28, 34, "#5f7d88")
    c.line([(570, 530), (570, 400)], "#8a8f92", 4)
    c.polygon([(570, 402), (622, 412), (570, 430)], "#c8402f")
    c.shaded([(-10, 526), (1610, 526), (1610, HEIGHT), (-10, HEIGHT)], [(0, "#dcb882"), (0.4, "#cf9f66"), (1,
        "#a8743f")], 1100, 30)
    for a, b in (((180, 560), (-300, 1067)), ((1420, 560), (1900, 1067)), ((180, 560), (1420, 560)), ((-20, 770),
            (1620, 770))):
        c.line([a, b], "#fbf3df", 5, 190)
    c.arc(800, 770, 250, 80, 0, 360, "#fbf3df", 5, 190)
    c.line([(660, 562), (660, 470), (940, 470), (940, 562)], "#ffffff", 6)
    for x in range(672, 940, 14):
        c.line([(x, 472), (x + (x - 800) * 0.06, 554)], "#ffffff", 1, 110)
    for y in range(482, 560, 12):
        c.line([(662, y), (938, y)], "#ffffff", 1, 110)

    def player(x, y, size, shirt, kick=1, tail=True):
        c.ellipse(x - size * 0.5, y + 2, size * 0.6, size * 0.05, "#5d3d1e", 110)
        skin = "#d8a074"
        c.line([(x, y - size * 0.46), (x - kick * size * 0.16, y - size * 0.24), (x - kick * size * 0.26, y)], skin,
            size * 0.075)
        c.line([(x, y - size * 0.46), (x + kick * size * 0.24, y - size * 0.34), (x + kick * size * 0.36,
            y - size * 0.1)], skin, size * 0.075)
        c.line([(x - kick * size * 0.26, y), (x - kick * size * 0.17, y)], "#f4f4ee", size * 0.06)
        c.polygon([(x - size * 0.14, y - size * 0.52), (x + size * 0.14, y - size * 0.52), (x + size * 0.17,
            y - size * 0.36), (x - size * 0.17, y - size * 0.36)], "#26324a")
        c.polygon([(x - size * 0.12, y - size * 0.83), (x + size * 0.13, y - size * 0.83), (x + size * 0.14,
            y - size * 0.48), (x - size * 0.14, y - size * 0.48)], shirt)
        c.line([(x - size * 0.1, y - size * 0.79), (x - kick * size * 0.3, y - size * 0.62)], shirt, size * 0.08)
        c.line([(x + size * 0.1, y - size * 0.79), (x + kick * size * 0.27, y - size * 0.66)], skin, size * 0.06)
        c.ellipse(x + kick * size * 0.03, y - size * 0.93, size * 0.085, size * 0.095, skin)
        c.ellipse(x, y - size * 0.97, size * 0.095, size * 0.075, "#201816")
        if tail:
            c.line([(x - kick * size * 0.06, y - size * 0.98), (x - kick * size * 0.24, y - size * 0.9)], "#201816",
                size * 0.05)

    player(790, 590, 92, "#e6b13d", -1)
    for x, y, size, shirt, kick in ((420, 660, 120, "#c63f3a", 1), (1180, 650, 116, "#2f6ea0", -1), (1010, 700, 140,
            "#c63f3a", -1), (610, 740, 160, "#2f6ea0", 1), (820, 960, 330, "#c63f3a", 1), (1230, 930, 290, "#2f6ea0",
            -1)):
        player(x, y, size, shirt, kick)
    c.ellipse(990, 950, 24, 6, "#5d3d1e", 120)
    c.ellipse(984, 924, 24, 24, "#fbf8ee")
    c.polygon([(984, 912), (994, 920), (990, 932), (978, 932), (974, 920)], "#2a2d35")
    for _n in range(130):
        c.ellipse(c.random.gauss(740, 70), 955 - abs(c.random.gauss(0, 20)), c.random.uniform(2, 14),
            c.random.uniform(2, 8), "#ecd2a2", 60)
    return c.finished(9, 0.14)


SCENES = {scene.__name__: scene for scene in (orchard_path, snow_village, terraced_hills, reservoir, football_pitch)}
