"""Scenes where land and water meet: lighthouse, sea wall, beach and flats."""

# A drawing is a list of strokes: one coordinate a line would hide its shape.
# fmt: off

import math

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.objects import gull, house, person


def lighthouse_fog():
    c = Canvas(14, [(0, "#93a5ae"), (0.4, "#c2ccce"), (0.7, "#dfe2dd"), (1, "#cdd6d6")])
    c.clouds(240, 220, "#eef0ec", 12, 140, 700)
    c.glow(1050, 268, 900, "#fff2cc", 0.55, 1.9)
    c.water(700, [(0, "#cdd6d5"), (0.4, "#a2b3b7"), (1, "#5f7a83")], 0.15, 460, "#f6faf8", "#48626c")
    c.mist(700, 110, "#e3e6e1", 220)
    c.polygon([(700, 760), (780, 700), (850, 690), (900, 640), (1000, 622), (1120, 626), (1200, 668), (1330, 690),
        (1430, 742), (1640, 760), (1640, 860), (640, 860)], "#6f7f84")
    c.shaded([(560, 860), (700, 770), (860, 735), (980, 690), (1130, 700), (1260, 752), (1480, 790), (1640, 806),
        (1640, 960), (520, 930)], [(0, "#5a6a70"), (1, "#3c4d55")], 160)
    c.shaded([(985, 690), (1012, 330), (1088, 330), (1116, 690)], [(0, "#f7f3ea"), (1, "#cdcfca")])
    for top, bottom in ((408, 486), (566, 640)):
        def edge(y, side):
            share = (y - 330) / 360
            return (1012 - 27 * share, y) if side < 0 else (1088 + 28 * share, y)
        c.shaded([edge(top, -1), edge(top, 1), edge(bottom, 1), edge(bottom, -1)], [(0, "#c0533f"), (1, "#a8503f")])
    c.polygon([(1064, 330), (1088, 330), (1116, 690), (1078, 690)], "#23323a", 34)
    for y in (372, 524, 664):
        c.box(1044, y, 12, 22, "#4a5960", radius=5)
    c.box(998, 318, 104, 12, "#4a5960")
    for x in range(1000, 1104, 10):
        c.line([(x, 318), (x, 296)], "#4a5960", 1.4)
    c.line([(998, 296), (1102, 296)], "#4a5960", 2)
    c.box(1022, 240, 56, 78, "#fff1bf")
    for x in (1022, 1041, 1059, 1076):
        c.line([(x, 240), (x, 318)], "#4a5960", 2.4)
    c.polygon([(1012, 242), (1050, 196), (1088, 242)], "#a8503f")
    c.line([(1050, 196), (1050, 168)], "#4a5960", 2.4)
    for points in ([(1050, 268), (-60, 90), (-60, 330)], [(1050, 276), (1700, 200), (1700, 420)]):
        c.polygon(points, "#fff6d8", 42)
        c.polygon([points[0], *[(x, y + (278 - y) * 0.45) for x, y in points[1:]]], "#fffbe8", 46)
    c.glow(1050, 278, 210, "#fffae0", 0.95, 1.2)
    house(c, 1166, 706, 108, 48, "#e4e1d7", "#8d5a4c", "#ffe3a4")
    c.line([(900, 745), (940, 720), (985, 700)], "#cfd2cb", 5)
    for number in range(7):
        person(c, 810 + number * 25, 762 - number * 8, 38, c.random.choice(("#b2503e", "#3f6272", "#c9973f",
            "#586b52")))
    c.mist(770, 90, "#e6e9e5", 140)
    c.shaded([(-10, 1067), (-10, 930), (180, 900), (330, 938), (520, 930), (700, 985), (840, 1067)], [(0, "#47565b"),
        (1, "#243238")], 140)
    for _n in range(60):
        x, y = c.random.uniform(480, WIDTH), c.random.uniform(880, 1010)
        c.ellipse(x, y, c.random.uniform(10, 60), 2, "#f4f8f6", 90)
    c.mist(900, 140, "#dfe4e2", 90)
    c.clouds(560, 170, "#eceeea", 8, 90, 800)
    for x, y, span in ((420, 380, 50), (520, 330, 34), (330, 470, 28)):
        gull(c, x, y, span, "#f7f7f2", "#8b979b")
    return c.finished(8, 0.1)


def seawall_storm():
    c = Canvas(30, [(0, "#2f3e4c"), (0.3, "#566877"), (0.5, "#8a98a0"), (0.6, "#b4bcb9")])
    c.clouds(110, 130, "#202c38", 12, 190, 700)
    c.clouds(300, 110, "#3f505e", 12, 150, 620)
    c.clouds(440, 50, "#cfd3cb", 6, 120, 520)
    for row in range(9):
        y = 520 + row * 44 + row * row * 2.2
        tone = row / 9
        points = c.ridge(y, 40 + row * 12, 7 - row * 0.4, 2 + row * 0.5, step=10)
        c.shaded([*points, (WIDTH + 10, y + 220), (-10, y + 220)], [(0, mix("#b3c4c4", "#7ea3a5", tone)), (0.16,
            mix("#8299a0", "#3e6775", tone)), (0.5, mix("#6e868e", "#27485a", tone)), (1, mix("#6e868e", "#1d3a4b",
            tone))], 40 + row * 12)
        for x, top in points[:: max(2, 7 - row // 2)]:
            if c.random.random() < 0.42:
                c.ellipse(x, top + 3, c.random.uniform(14, 40 + row * 6), 1.6 + row * 0.5, "#eef4f2",
                    c.random.randint(70, 190))
    wall = [(-10, 1067), (-10, 1000), (600, 905), (1100, 800), (1610, 676), (1610, 1067)]
    c.shaded(wall, [(0, "#a19c8f"), (1, "#5d5b57")], 320)
    c.polygon([(-10, 1000), (600, 905), (1100, 800), (1610, 676), (1610, 700), (1100, 828), (600, 938), (-10, 1040)],
        "#c4beae")
    for number in range(30):
        x = 20 + number * 56
        y = 1000 - (x * 0.158 if x < 600 else 95 + (x - 600) * 0.21 if x < 1100 else 200 + (x - 1100) * 0.243)
        c.line([(x, y), (x, y - 34)], "#e7e2d4", 3)
        c.line([(x, y - 32), (x + 56, y - 32 - 56 * (0.158 if x < 600 else 0.21 if x < 1100 else 0.243))], "#e7e2d4",
            2)
    for cx, cy, size in ((560, 900, 1.0), (1130, 780, 0.72), (1500, 690, 0.4)):
        for _n in range(900):
            turn, reach = c.random.uniform(math.pi * 1.0, math.pi * 2.0), abs(c.random.gauss(0, 0.5))
            x, y = cx + math.cos(turn) * reach * 300 * size, cy + math.sin(turn) * reach * 470 * size
            blob = 1 + c.random.random() ** 2 * 20 * size * (1.15 - min(reach, 1))
            c.ellipse(x, y, blob, blob, "#f4f8f7", c.random.randint(40, 150))
        c.glow(cx, cy - 70 * size, 300 * size, "#f1f6f5", 0.55)
    for x, y, span in ((300, 260, 50), (390, 310, 32), (980, 200, 40)):
        gull(c, x, y, span, "#e9eeee", "#59656d")
    c.rain(260, "#dfe8ea", 46, 0.55)
    return c.finished(10, 0.22)


def beach_tide():
    c = Canvas(61, [(0, "#7cc0cf"), (0.18, "#bfe0dc"), (0.3, "#f6edd6")])
    c.clouds(90, 70, "#ffffff", 8, 170, 480)
    c.land(250, 70, [(0, "#7aa6a6"), (0.12, "#b3cdbf"), (1, "#b3cdbf")], 1.2)
    c.polygon([(1196, 256), (1204, 150), (1222, 150), (1230, 256)], "#fbf7ee")
    c.box(1202, 176, 22, 20, "#c45b45")
    c.water(318, [(0, "#a9d5d2"), (0.16, "#5fb0b8"), (0.36, "#8fcdc4"), (1, "#cde7d8")], 0.2, 520, "#ffffff",
        "#1e6f80", 0.5)

    def tide(y, swing, stops, waves):
        points = c.ridge(y, swing, waves, 0)
        c.shaded([*points, (WIDTH + 10, HEIGHT), (-10, HEIGHT)], stops, 90, 14)
        return points

    for y, wet in ((540, "#b9ddd0"), (585, "#cfe3cf")):
        edge = tide(y, 46, [(0, wet), (1, "#d9d6b8")], 1.6)
        for lift, width, alpha in ((0, 9, 220), (10, 4, 130), (20, 2.5, 90)):
            c.line([(x, top + lift) for x, top in edge], "#ffffff", width, alpha)
        for x, top in edge:
            for _n in range(2):
                c.ellipse(x + c.random.uniform(-8, 8), top + c.random.gauss(2, 8), c.random.uniform(1, 6),
                    c.random.uniform(1, 4), "#ffffff", c.random.randint(70, 220))
    tide(640, 50, [(0, "#cdbb93"), (0.12, "#dcc89d"), (0.4, "#ecd9b0"), (1, "#f3e3bf")], 1.4)
    for _n in range(900):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(690, HEIGHT)
        c.ellipse(x, y, c.random.uniform(0.6, 2.2), c.random.uniform(0.5, 1.4), c.random.choice(("#b99b6b",
            "#fff6df", "#a38a63")), 130)
    for step in range(26):
        share = step / 25
        x, y = 300 + 620 * share + 34 * math.sin(share * 5), 1040 - 330 * share
        size = 17 * (1 - share) + 4
        c.ellipse(x + (size if step % 2 else -size), y, size * 0.42, size * 0.8, "#b99c6d", 190)
        c.ellipse(x + (size if step % 2 else -size) - 1.5, y - 2, size * 0.3, size * 0.6, "#a88a5c", 140)
    for x, y, size, coat in ((930, 700, 96, "#d9653f"), (1004, 716, 104, "#2f7486"), (1090, 698, 90, "#e2b144"),
            (720, 690, 80, "#5c7d56")):
        c.ellipse(x + 40, y + 1, 60, 5, "#8f7a55", 90)
        person(c, x, y, size, coat, "#3b4350", bag="#f2efe6")
    for x, y in ((1240, 880), (1320, 912), (1180, 950), (210, 820), (500, 880)):
        c.ellipse(x, y + 5, 24, 6, "#a38a63", 120)
        for ray in range(9):
            a = math.pi + math.pi * ray / 8
            c.polygon([(x, y + 6), (x + 22 * math.cos(a - 0.17), y + 6 + 20 * math.sin(a - 0.17)),
                (x + 22 * math.cos(a + 0.17), y + 6 + 20 * math.sin(a + 0.17))], "#f7e8dc" if ray % 2 else "#e5bfa6")
    for x, y, span in ((320, 170, 58), (420, 130, 36), (1380, 120, 40)):
        gull(c, x, y, span)
    return c.finished(9, 0.1)


def wetland_birds():
    c = Canvas(71, [(0, "#86a9b4"), (0.25, "#cfd9cd"), (0.42, "#f6e6c0"), (0.5, "#f9d9a4")])
    c.clouds(160, 100, "#f4efe0", 9, 130, 620)
    c.glow(420, 480, 620, "#fff3cf", 0.8)
    c.ellipse(420, 430, 52, 52, "#fffbea")
    c.land(430, 50, [(0, "#9fb0a8"), (0.1, "#dccfa8"), (1, "#dccfa8")], 1.5)
    c.land(478, 26, [(0, "#7c927f"), (0.1, "#c2b98c"), (1, "#c2b98c")], 2.5, 4)
    c.water(510, [(0, "#f4dba8"), (0.3, "#c4c3a4"), (0.7, "#8fa79e"), (1, "#5e8083")], 0.45, 360, "#fffbe6",
        "#4b5f57", 0.9)
    for _n in range(46):
        near = c.random.random() ** 1.2
        y = 530 + near * 500
        x, w = c.random.uniform(-100, WIDTH), 60 + near * 420
        c.ellipse(x, y, w, 3 + near * 13, mix("#a89a72", "#6e6446", near), 200)
        c.ellipse(x - w * 0.05, y - 1.5 - near * 3, w * 0.9, 1.5 + near * 5, mix("#cdbf92", "#8b8059", near), 150)
    c.path_of_light(420, 516, "#fff6d6", 40, 160, 200, 160)

    def egret(x, y, size, flip, fill="#fffdf6"):
        c.line([(x - size * 0.05, y - size * 0.4), (x - size * 0.07, y)], "#3b3a35", size * 0.022)
        c.line([(x + size * 0.05, y - size * 0.4), (x + size * 0.09, y - size * 0.2), (x + size * 0.05, y)],
            "#3b3a35", size * 0.022)
        c.polygon([(x - flip * size * 0.34, y - size * 0.34), (x - flip * size * 0.1, y - size * 0.58),
            (x + flip * size * 0.14, y - size * 0.58), (x + flip * size * 0.2, y - size * 0.44), (x,
            y - size * 0.36)], fill)
        neck = [(x + flip * size * dx, y - size * dy) for dx, dy in ((0.15, 0.5), (0.26, 0.62), (0.17, 0.76), (0.16,
            0.88), (0.22, 0.95))]
        c.line(neck, fill, size * 0.06)
        c.ellipse(x + flip * size * 0.22, y - size * 0.95, size * 0.055, size * 0.042, fill)
        c.polygon([(x + flip * size * 0.25, y - size * 0.975), (x + flip * size * 0.45, y - size * 0.925),
            (x + flip * size * 0.25, y - size * 0.925)], "#d99a2b")
        c.ellipse(x, y + size * 0.02, size * 0.3, size * 0.02, "#fffdf0", 70)

    for _n in range(80):
        x, y = c.random.uniform(500, 1560), c.random.uniform(545, 640)
        c.ellipse(x, y, 5, 3.4, "#5d5a4c")
        c.line([(x + 4, y - 2), (x + 9, y)], "#5d5a4c", 1.2)
        c.line([(x, y + 2), (x, y + 7)], "#5d5a4c", 1)
    for x, y, size, flip in ((700, 690, 110, 1), (830, 720, 130, -1), (1330, 700, 110, -1), (1010, 820, 250, -1),
            (1220, 870, 290, 1)):
        egret(x, y, size, flip)
    for _n in range(64):
        x, y = c.random.gauss(1000, 250), c.random.gauss(240, 70)
        c.bird(x, y, c.random.uniform(14, 34), "#4d5350", 220, c.random.uniform(0.1, 0.5))
    for _n in range(230):
        x = c.random.choice((c.random.uniform(-20, 330), c.random.uniform(1440, 1620)))
        top = HEIGHT - c.random.uniform(120, 330) * (1 - abs(x - (0 if x < 400 else 1600)) / 700)
        lean = c.random.uniform(-14, 40)
        c.line([(x, HEIGHT), (x + lean * 0.4, (HEIGHT + top) / 2), (x + lean, top)], c.random.choice(("#8d7a45",
            "#6d6a3d", "#b39a5c")), 2.4, 230)
        c.ellipse(x + lean + 2, top + 6, 5, 20, "#7d5f3a", 210)
    return c.finished(9, 0.12)


SCENES = {scene.__name__: scene for scene in (lighthouse_fog, seawall_storm, beach_tide, wetland_birds)}
