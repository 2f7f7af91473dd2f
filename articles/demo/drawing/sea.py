"""Scenes of the open sea: the fleet, the ferry, farms and buoys."""

# A drawing is a list of strokes: one coordinate a line would hide its shape.
# fmt: off

import math

from articles.demo.drawing.canvas import WIDTH, Canvas
from articles.demo.drawing.objects import boat, gull, house, person


def sea_birds_dusk():
    c = Canvas(8, [(0, "#2c3a63"), (0.22, "#6b5b86"), (0.4, "#c9788a"), (0.52, "#f4a07c"), (0.6, "#ffcf94")])
    c.clouds(180, 110, "#7a5f87", 9, 150, 620)
    c.clouds(390, 70, "#f7a98a", 9, 150, 560)
    c.glow(620, 610, 640, "#ffd699", 0.7)
    c.ellipse(620, 590, 66, 66, "#fff0cc")
    c.land(590, 50, [(0, "#7d5a77"), (0.2, "#b97a82"), (1, "#b97a82")], 1.3)
    c.water(622, [(0, "#f6b285"), (0.2, "#b87585"), (0.6, "#54507c"), (1, "#22294d")], 0.35, 600, "#ffd9b8",
        "#191d3d")
    c.path_of_light(620, 624, "#ffe5b4", 60, 220, 420, 200)
    for x, y, size, flip in ((1000, 664, 90, -1), (1180, 684, 116, -1), (1396, 716, 150, -1), (860, 650, 60, -1)):
        boat(c, x, y, size, "#2e2a45", "#584c66", "#8e4b52", "#ffe2a0", flip)
    boat(c, 1130, 868, 380, "#1e1f38", "#4b4360", "#a5484a", "#ffdf98", -1)
    for _number in range(34):
        turn, far = c.random.uniform(0, 1), c.random.random()
        c.bird(1330 - turn * 420 + c.random.gauss(0, 120), 560 - turn * 330 + c.random.gauss(0, 70), 16 + far * 44,
            "#241f3c", 230, c.random.uniform(0.15, 0.5))
    return c.finished()


def ferry():
    c = Canvas(17, [(0, "#3f6f97"), (0.28, "#7fa9bd"), (0.46, "#f0d7ae"), (0.58, "#f6c48e")])
    c.clouds(140, 100, "#dfe6e4", 8, 120, 560)
    c.clouds(370, 50, "#fae7c6", 8, 160, 420)
    c.glow(260, 560, 520, "#fff0c8", 0.8)
    c.ellipse(260, 540, 46, 46, "#fffae6")
    c.land(470, 120, [(0, "#8e9fac"), (0.35, "#d9bf9f"), (1, "#d9bf9f")], 1.1)
    c.land(556, 40, [(0, "#637f88"), (0.2, "#a8a594"), (1, "#a8a594")], 2.0, 2, 60)
    for number in range(9):
        house(c, 1080 + number * 46, 602 - 22 * math.sin(number / 2.4), 32, 17, "#efe4cf", "#b0604a",
            "#ffe7ae" if number % 3 else None, chimney=False)
    c.water(600, [(0, "#eac699"), (0.25, "#92a9a8"), (0.6, "#3f7486"), (1, "#174559")], 0.38, 640, "#fff2da",
        "#0f3345")
    c.path_of_light(260, 602, "#fff3d2", 40, 200, 300, 190)
    deck = 800
    c.shaded([(420, deck - 60), (1290, deck - 60), (1400, deck - 84), (1330, deck + 34), (490, deck + 34)], [(0,
        "#f8f4ea"), (0.5, "#ece5d6"), (1, "#c9c8c2")])
    c.polygon([(446, deck - 8), (1368, deck - 8), (1352, deck + 14), (466, deck + 14)], "#1f6a86")
    c.polygon([(470, deck + 14), (1352, deck + 14), (1330, deck + 36), (490, deck + 36)], "#a8402f")
    c.shaded([(500, deck - 60), (500, deck - 142), (1196, deck - 142), (1232, deck - 60)], [(0, "#fffaf0"), (1,
        "#e2dccd")])
    c.shaded([(580, deck - 142), (580, deck - 208), (1080, deck - 208), (1112, deck - 142)], [(0, "#fffaf0"), (1,
        "#e8e2d4")])
    c.shaded([(930, deck - 208), (936, deck - 262), (1050, deck - 262), (1076, deck - 208)], [(0, "#fffaf0"), (1,
        "#e8e2d4")])
    c.polygon([(944, deck - 222), (948, deck - 252), (1046, deck - 252), (1062, deck - 222)], "#2a4a5c")
    c.shaded([(690, deck - 208), (700, deck - 290), (770, deck - 290), (776, deck - 208)], [(0, "#c64f38"), (0.4,
        "#c64f38"), (0.41, "#f4efe4"), (0.65, "#f4efe4"), (0.66, "#1f6a86"), (1, "#1f6a86")])
    for x in range(524, 1180, 44):
        c.box(x, deck - 122, 30, 34, "#ffe6a6" if c.random.random() < 0.7 else "#3b5c6d", radius=5)
    for x in range(606, 1070, 40):
        c.box(x, deck - 190, 26, 28, "#ffe6a6" if c.random.random() < 0.6 else "#3b5c6d", radius=4)
    for x in range(500, 1310, 16):
        c.line([(x, deck - 60), (x, deck - 82)], "#8d9aa0", 1.4)
    c.line([(500, deck - 82), (1330, deck - 82)], "#8d9aa0", 2)
    c.line([(590, deck - 208), (590, deck - 330)], "#54616a", 3)
    c.polygon([(590, deck - 328), (640, deck - 316), (590, deck - 300)], "#c63d2f")
    for x in (1236, 1262, 1290, 1216, 560, 548):
        person(c, x, deck - 58, 46, c.random.choice(("#c8553d", "#3b6f7d", "#e0a83e", "#56637a")))
    for _n in range(240):
        near = c.random.random()
        c.ellipse(1370 - near * 1100 + c.random.gauss(0, 40), deck + 40 + abs(c.random.gauss(0, 16)) + near * 24,
            c.random.uniform(6, 46), c.random.uniform(1, 4), "#fdfcf4", c.random.randint(50, 190))
    for x, y, span in ((380, 440, 60), (300, 500, 40), (520, 370, 44), (220, 420, 30), (1440, 380, 36)):
        gull(c, x, y, span, "#fffaf0", "#6d6f76")
    return c.finished()


def sea_farm():
    c = Canvas(5, [(0, "#4d93b4"), (0.2, "#8fc4cf"), (0.36, "#dcebdc"), (0.42, "#f5edd0")])
    c.clouds(90, 60, "#ffffff", 8, 170, 460)
    c.clouds(250, 60, "#fffaf0", 8, 150, 420)
    c.land(330, 90, [(0, "#86aeb4"), (0.25, "#c3d9cf"), (1, "#c3d9cf")], 1.2)
    c.land(390, 50, [(0, "#5f918d"), (0.15, "#9fc2b2"), (1, "#9fc2b2")], 2.6, 2, 80)
    c.water(430, [(0, "#c1dcd2"), (0.2, "#6fadb2"), (0.6, "#2a7b8b"), (1, "#0f5066")], 0.3, 760, "#f0fbf3",
        "#0c3f50", 0.5)
    for lane in range(-13, 14):
        vanish, foot = 800 + lane * 26, 800 + lane * 250
        for step in range(54):
            share = (step / 54) ** 2.0
            y = 452 + share * 640
            x = vanish + (foot - vanish) * share + math.sin(step * 0.7 + lane) * 3 * share
            size = 1.0 + share * 11
            if -20 < x < WIDTH + 20:
                c.ellipse(x, y + size * 0.5, size * 1.25, size * 0.55, "#0d4556", 110)
                c.ellipse(x, y, size, size * 0.86, "#efe9da" if (lane + step) % 6 else "#e2783a")
                c.ellipse(x - size * 0.3, y - size * 0.3, size * 0.4, size * 0.3, "#ffffff", 180)
    boat(c, 1120, 640, 190, "#2a5f74", "#f5ecdb", "#d8603e", flip=-1)
    boat(c, 350, 800, 320, "#b8452f", "#f7efdf", "#f0c35a")
    for x in (420, 452):
        person(c, x, 766, 88, "#e38a2e" if x == 420 else "#2f5d70", bag=None)
    for x in range(290, 400, 12):
        c.arc(x, 772, 9, 14, 180, 360, "#4d4a20", 4)
    for x, y, span in ((760, 250, 40), (830, 282, 26), (540, 210, 34)):
        gull(c, x, y, span)
    return c.finished()


def buoy_stars():
    c = Canvas(52, [(0, "#0a1430"), (0.35, "#16305a"), (0.55, "#2f5f86"), (0.66, "#79a3a8")])
    c.stars(620, 520)
    for _n in range(900):
        along = c.random.uniform(-0.1, 1.1)
        x, y = along * WIDTH, 640 - along * 700 + c.random.gauss(0, 70) + 60 * math.sin(along * 6)
        if y < 610:
            c.ellipse(x, y, 0.8, 0.8, "#dfeaff", c.random.randint(30, 130))
    for x, y in ((1150, 120), (850, 330), (520, 420)):
        c.glow(x, y, 330, "#8fb3d9", 0.16)
    c.land(668, 46, [(0, "#1f3c58"), (1, "#2b5068")], 1.5)
    for _n in range(26):
        c.ellipse(c.random.uniform(900, 1590), c.random.uniform(684, 698), 1.8, 1.8, "#ffdf9a", 230)
    c.water(700, [(0, "#5f8e9c"), (0.25, "#2c5a78"), (1, "#081b38")], 0.4, 520, "#bcd9e6", "#04102a")
    for cx, cy, size in ((430, 770, 150), (880, 800, 210), (1390, 760, 130), (640, 735, 70)):
        for ring in (1.0, 0.86):
            c.arc(cx, cy, size * ring, size * 0.2 * ring, 0, 360, "#0a1b33", 6)
            c.arc(cx, cy - 4, size * ring, size * 0.2 * ring, 0, 360, "#5f8aa0", 2, 200)
        for part in range(18):
            a = math.tau * part / 18
            c.line([(cx + size * math.cos(a), cy + size * 0.2 * math.sin(a)), (cx + size * math.cos(a),
                cy + size * 0.2 * math.sin(a) - size * 0.11)], "#86a9b8", 1.4, 210)
        c.arc(cx, cy - size * 0.11, size, size * 0.2, 0, 360, "#9cc0cc", 1.6, 210)
    c.glow(1130, 700, 260, "#ffbf66", 0.6)
    c.shaded([(1080, 880), (1104, 812), (1156, 812), (1180, 880)], [(0, "#e6a63c"), (1, "#9c5f25")])
    c.ellipse(1130, 880, 84, 20, "#8a5522")
    for foot in (1104, 1156):
        c.line([(foot, 814), (1130, 716)], "#d79a3a", 5)
    c.line([(1112, 782), (1148, 782)], "#d79a3a", 4)
    c.box(1118, 694, 24, 26, "#fff3cf", radius=6)
    c.glow(1130, 706, 90, "#fff1c4", 0.95)
    c.path_of_light(1130, 896, "#ffcb7d", 20, 110, 120, 190)
    return c.finished(9, 0.24)


SCENES = {scene.__name__: scene for scene in (sea_birds_dusk, ferry, sea_farm, buoy_stars)}
