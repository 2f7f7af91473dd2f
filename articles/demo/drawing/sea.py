"""Scenes of the harbour, the open sea and the shore."""

import math

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.objects import block, boat, gantry_crane, gull, house, person


def harbour_dawn():
    c = Canvas(3, [(0, "#6f8fae"), (0.2, "#a9b4bd"), (0.38, "#f0c9a0"), (0.5, "#f6ae7e"), (0.6, "#f7cf9f")])
    c.clouds(150, 90, "#f6d7bd", 8, 130, 520)
    c.clouds(330, 60, "#fbe4c2", 7, 150, 420)
    c.glow(1090, 520, 620, "#ffe9bd", 0.75)
    c.glow(1090, 512, 150, "#fff7df", 0.95, 1.1)
    c.ellipse(1090, 512, 48, 48, "#fffaf0")
    c.land(470, 95, [(0, "#b59a9c"), (0.35, "#e6b795"), (1, "#e6b795")], 1.6)
    c.land(525, 70, [(0, "#8c8190"), (0.22, "#cfa593"), (1, "#cfa593")], 2.2, 2)
    c.mist(590, 60, "#f9dcb8", 150)
    for number in range(20):
        x = 40 + number * 36 + c.random.uniform(-8, 8)
        tall = c.random.uniform(34, 120) * (1.2 if 6 < number < 13 else 0.8)
        block(c, x, 622, c.random.uniform(20, 34), tall, "#6d6a7c", 3, max(3, int(tall / 11)), ("#ffe2a8",), 0.16)
    c.mist(622, 42, "#f4c7a0", 170)
    for x, size in ((1330, 190), (1462, 220)):
        gantry_crane(c, x, 632, size, "#5d5868")
    c.water(630, [(0, "#f2c096"), (0.25, "#b9a3a0"), (0.6, "#62798d"), (1, "#2b4560")], 0.42, 620, "#ffe9cf", "#1d3147")
    c.path_of_light(1090, 632, "#fff1d0", 34, 190, 330, 190)
    for x in range(24, 520, 96):
        c.shaded([(x, 712), (x + 22, 712), (x + 22, 836), (x, 836)], [(0, "#27323c"), (1, "#1f3243")])
        c.ellipse(x + 11, 838, 34, 4, "#e9d3ba", 90)
    c.box(0, 700, 524, 10, "#4a5560")
    c.shaded([(0, 710), (524, 710), (524, 746), (0, 746)], [(0, "#37434e"), (1, "#28333d")], 40)
    for x in range(30, 500, 75):
        c.box(x, 684, 8, 18, "#232b33")
    for x, size in ((70, 74), (150, 70), (262, 76)):
        person(c, x, 702, size, c.random.choice(("#d9752f", "#3b5f73", "#a8442f")))
    for x in (330, 366, 348):
        c.box(x, 676 if x != 348 else 652, 34, 24, "#d7c9ad")
    c.glow(430, 640, 90, "#ffdf9a", 0.8)
    c.line([(430, 704), (430, 640)], "#232b33", 4)
    boat(c, 690, 742, 210, "#3b5868", "#f1e6d2", "#c8553d", "#ffe6a8")
    boat(c, 1230, 700, 120, "#4e5a66", "#ead9c4", "#8c4a3f", flip=-1)
    boat(c, 940, 880, 360, "#24495c", "#f6ecd9", "#c64b33", "#ffdf94", -1)
    for x, y, span in ((560, 330, 46), (640, 290, 30), (720, 352, 26), (480, 392, 24), (1290, 300, 34)):
        gull(c, x, y, span, "#fff6ea", "#7f7a80")
    return c.finished()


def fishing_boats():
    c = Canvas(21, [(0, "#5e9fb8"), (0.3, "#9fcad2"), (0.52, "#e4efe4"), (0.6, "#f4efda")])
    c.clouds(120, 80, "#ffffff", 8, 170, 460)
    c.clouds(300, 70, "#fdf8ea", 8, 160, 380)
    c.land(440, 110, [(0, "#8fb5b8"), (0.4, "#cfe0d6"), (1, "#cfe0d6")], 1.5)
    c.land(500, 80, [(0, "#6b9a93"), (0.3, "#a9c9b8"), (1, "#a9c9b8")], 2.4, 2, 120)
    for number in range(17):
        house(c, 20 + number * 94 + c.random.uniform(-16, 16), 566 + c.random.uniform(-16, 2), 66, 32, c.random.choice(("#f1e7d6", "#e6d3b8", "#dcdad2")), c.random.choice(("#b8553d", "#a3472f", "#58707d")))
    c.box(0, 566, WIDTH, 16, "#8b8778")
    c.water(580, [(0, "#b8d3cd"), (0.3, "#6fa3ab"), (1, "#1f5468")], 0.4, 620, "#f3fbf4", "#0f3a4a", 0.6)
    hulls = ("#2f6f7d", "#c2503a", "#2b4a6f", "#3d7a5c", "#d9a13d")
    for row, (y, size, gap) in enumerate(((640, 120, 150), (722, 190, 245), (850, 300, 420))):
        for number in range(int(WIDTH / gap) + 2):
            boat(c, number * gap - 40 + row * 70 + c.random.uniform(-12, 12), y + c.random.uniform(-6, 8), size, c.random.choice(hulls), "#f6efe0", c.random.choice(("#c8553d", "#e6b04a", "#f4f1e6")), flip=c.random.choice((1, 1, -1)))
    c.polygon([(0, 1067), (0, 985), (520, 1010), (900, 1067)], "#6d675c")
    for number in range(90):
        x = c.random.uniform(0, 600)
        y = 1010 + c.random.uniform(0, 60)
        c.arc(x, y, c.random.uniform(20, 60), c.random.uniform(10, 26), 180, 360, c.random.choice(("#3f7f6f", "#2f6a5c", "#79a88f")), 1.6, 170)
    for _n in range(16):
        c.ellipse(c.random.uniform(30, 560), c.random.uniform(1015, 1055), 8, 8, "#e8742e")
    for x, y, span in ((300, 250, 54), (410, 205, 34), (1200, 170, 46), (1290, 232, 30), (860, 300, 24)):
        gull(c, x, y, span)
    return c.finished()


def sea_birds_dusk():
    c = Canvas(8, [(0, "#2c3a63"), (0.22, "#6b5b86"), (0.4, "#c9788a"), (0.52, "#f4a07c"), (0.6, "#ffcf94")])
    c.clouds(180, 110, "#7a5f87", 9, 150, 620)
    c.clouds(390, 70, "#f7a98a", 9, 150, 560)
    c.glow(620, 610, 640, "#ffd699", 0.7)
    c.ellipse(620, 590, 66, 66, "#fff0cc")
    c.land(590, 50, [(0, "#7d5a77"), (0.2, "#b97a82"), (1, "#b97a82")], 1.3)
    c.water(622, [(0, "#f6b285"), (0.2, "#b87585"), (0.6, "#54507c"), (1, "#22294d")], 0.35, 600, "#ffd9b8", "#191d3d")
    c.path_of_light(620, 624, "#ffe5b4", 60, 220, 420, 200)
    for x, y, size, flip in ((1000, 664, 90, -1), (1180, 684, 116, -1), (1396, 716, 150, -1), (860, 650, 60, -1)):
        boat(c, x, y, size, "#2e2a45", "#584c66", "#8e4b52", "#ffe2a0", flip)
    boat(c, 1130, 868, 380, "#1e1f38", "#4b4360", "#a5484a", "#ffdf98", -1)
    for number in range(34):
        turn, far = c.random.uniform(0, 1), c.random.random()
        c.bird(1330 - turn * 420 + c.random.gauss(0, 120), 560 - turn * 330 + c.random.gauss(0, 70), 16 + far * 44, "#241f3c", 230, c.random.uniform(0.15, 0.5))
    return c.finished()


def lighthouse_fog():
    c = Canvas(14, [(0, "#93a5ae"), (0.4, "#c2ccce"), (0.7, "#dfe2dd"), (1, "#cdd6d6")])
    c.clouds(240, 220, "#eef0ec", 12, 140, 700)
    c.glow(1050, 268, 900, "#fff2cc", 0.55, 1.9)
    c.water(700, [(0, "#cdd6d5"), (0.4, "#a2b3b7"), (1, "#5f7a83")], 0.15, 460, "#f6faf8", "#48626c")
    c.mist(700, 110, "#e3e6e1", 220)
    c.polygon([(700, 760), (780, 700), (850, 690), (900, 640), (1000, 622), (1120, 626), (1200, 668), (1330, 690), (1430, 742), (1640, 760), (1640, 860), (640, 860)], "#6f7f84")
    c.shaded([(560, 860), (700, 770), (860, 735), (980, 690), (1130, 700), (1260, 752), (1480, 790), (1640, 806), (1640, 960), (520, 930)], [(0, "#5a6a70"), (1, "#3c4d55")], 160)
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
        person(c, 810 + number * 25, 762 - number * 8, 38, c.random.choice(("#b2503e", "#3f6272", "#c9973f", "#586b52")))
    c.mist(770, 90, "#e6e9e5", 140)
    c.shaded([(-10, 1067), (-10, 930), (180, 900), (330, 938), (520, 930), (700, 985), (840, 1067)], [(0, "#47565b"), (1, "#243238")], 140)
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
        c.shaded([*points, (WIDTH + 10, y + 220), (-10, y + 220)], [(0, mix("#b3c4c4", "#7ea3a5", tone)), (0.16, mix("#8299a0", "#3e6775", tone)), (0.5, mix("#6e868e", "#27485a", tone)), (1, mix("#6e868e", "#1d3a4b", tone))], 40 + row * 12)
        for x, top in points[:: max(2, 7 - row // 2)]:
            if c.random.random() < 0.42:
                c.ellipse(x, top + 3, c.random.uniform(14, 40 + row * 6), 1.6 + row * 0.5, "#eef4f2", c.random.randint(70, 190))
    wall = [(-10, 1067), (-10, 1000), (600, 905), (1100, 800), (1610, 676), (1610, 1067)]
    c.shaded(wall, [(0, "#a19c8f"), (1, "#5d5b57")], 320)
    c.polygon([(-10, 1000), (600, 905), (1100, 800), (1610, 676), (1610, 700), (1100, 828), (600, 938), (-10, 1040)], "#c4beae")
    for number in range(30):
        x = 20 + number * 56
        y = 1000 - (x * 0.158 if x < 600 else 95 + (x - 600) * 0.21 if x < 1100 else 200 + (x - 1100) * 0.243)
        c.line([(x, y), (x, y - 34)], "#e7e2d4", 3)
        c.line([(x, y - 32), (x + 56, y - 32 - 56 * (0.158 if x < 600 else 0.21 if x < 1100 else 0.243))], "#e7e2d4", 2)
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


def ferry():
    c = Canvas(17, [(0, "#3f6f97"), (0.28, "#7fa9bd"), (0.46, "#f0d7ae"), (0.58, "#f6c48e")])
    c.clouds(140, 100, "#dfe6e4", 8, 120, 560)
    c.clouds(370, 50, "#fae7c6", 8, 160, 420)
    c.glow(260, 560, 520, "#fff0c8", 0.8)
    c.ellipse(260, 540, 46, 46, "#fffae6")
    c.land(470, 120, [(0, "#8e9fac"), (0.35, "#d9bf9f"), (1, "#d9bf9f")], 1.1)
    c.land(556, 40, [(0, "#637f88"), (0.2, "#a8a594"), (1, "#a8a594")], 2.0, 2, 60)
    for number in range(9):
        house(c, 1080 + number * 46, 602 - 22 * math.sin(number / 2.4), 32, 17, "#efe4cf", "#b0604a", "#ffe7ae" if number % 3 else None, chimney=False)
    c.water(600, [(0, "#eac699"), (0.25, "#92a9a8"), (0.6, "#3f7486"), (1, "#174559")], 0.38, 640, "#fff2da", "#0f3345")
    c.path_of_light(260, 602, "#fff3d2", 40, 200, 300, 190)
    deck = 800
    c.shaded([(420, deck - 60), (1290, deck - 60), (1400, deck - 84), (1330, deck + 34), (490, deck + 34)], [(0, "#f8f4ea"), (0.5, "#ece5d6"), (1, "#c9c8c2")])
    c.polygon([(446, deck - 8), (1368, deck - 8), (1352, deck + 14), (466, deck + 14)], "#1f6a86")
    c.polygon([(470, deck + 14), (1352, deck + 14), (1330, deck + 36), (490, deck + 36)], "#a8402f")
    c.shaded([(500, deck - 60), (500, deck - 142), (1196, deck - 142), (1232, deck - 60)], [(0, "#fffaf0"), (1, "#e2dccd")])
    c.shaded([(580, deck - 142), (580, deck - 208), (1080, deck - 208), (1112, deck - 142)], [(0, "#fffaf0"), (1, "#e8e2d4")])
    c.shaded([(930, deck - 208), (936, deck - 262), (1050, deck - 262), (1076, deck - 208)], [(0, "#fffaf0"), (1, "#e8e2d4")])
    c.polygon([(944, deck - 222), (948, deck - 252), (1046, deck - 252), (1062, deck - 222)], "#2a4a5c")
    c.shaded([(690, deck - 208), (700, deck - 290), (770, deck - 290), (776, deck - 208)], [(0, "#c64f38"), (0.4, "#c64f38"), (0.41, "#f4efe4"), (0.65, "#f4efe4"), (0.66, "#1f6a86"), (1, "#1f6a86")])
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
        c.ellipse(1370 - near * 1100 + c.random.gauss(0, 40), deck + 40 + abs(c.random.gauss(0, 16)) + near * 24, c.random.uniform(6, 46), c.random.uniform(1, 4), "#fdfcf4", c.random.randint(50, 190))
    for x, y, span in ((380, 440, 60), (300, 500, 40), (520, 370, 44), (220, 420, 30), (1440, 380, 36)):
        gull(c, x, y, span, "#fffaf0", "#6d6f76")
    return c.finished()


def sea_farm():
    c = Canvas(5, [(0, "#4d93b4"), (0.2, "#8fc4cf"), (0.36, "#dcebdc"), (0.42, "#f5edd0")])
    c.clouds(90, 60, "#ffffff", 8, 170, 460)
    c.clouds(250, 60, "#fffaf0", 8, 150, 420)
    c.land(330, 90, [(0, "#86aeb4"), (0.25, "#c3d9cf"), (1, "#c3d9cf")], 1.2)
    c.land(390, 50, [(0, "#5f918d"), (0.15, "#9fc2b2"), (1, "#9fc2b2")], 2.6, 2, 80)
    c.water(430, [(0, "#c1dcd2"), (0.2, "#6fadb2"), (0.6, "#2a7b8b"), (1, "#0f5066")], 0.3, 760, "#f0fbf3", "#0c3f50", 0.5)
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


def container_port():
    c = Canvas(41, [(0, "#1f2d52"), (0.25, "#4e4b7d"), (0.45, "#b5667c"), (0.58, "#f09a6e"), (0.66, "#ffc98a")])
    c.clouds(170, 110, "#514a7a", 9, 140, 620)
    c.clouds(430, 60, "#f7a582", 8, 150, 540)
    c.glow(1180, 690, 620, "#ffd08c", 0.65)
    c.land(640, 70, [(0, "#74557a"), (0.2, "#b9727c"), (1, "#b9727c")], 1.4)
    c.mist(700, 60, "#f4ac82", 130)
    for x, size in ((1370, 380), (1040, 450), (640, 520), (250, 480)):
        gantry_crane(c, x, 752, size, mix("#2a2b4c", "#6c4e6c", (x / 1600) * 0.6))
    tones = ("#b8483a", "#2f6a80", "#d39a3f", "#4d7a5a", "#7a4b6b", "#39496f", "#c9c2b4")
    for x in range(60, 1560, 58):
        for level in range(c.random.randint(1, 4)):
            tone = mix(c.random.choice(tones), "#2a2446", 0.35)
            c.box(x, 752 - 24 * (level + 1), 56, 23, tone)
            for groove in range(5, 54, 7):
                c.line([(x + groove, 752 - 24 * (level + 1) + 2), (x + groove, 752 - 24 * level - 3)], mix(tone, "#000000", 0.25), 1, 160)
    c.box(0, 752, WIDTH, 20, "#282641")
    for x in range(40, WIDTH, 190):
        c.glow(x, 744, 60, "#ffe0a0", 0.7)
        c.ellipse(x, 744, 4, 4, "#fff6df")
    c.water(770, [(0, "#d98b78"), (0.3, "#6c5a83"), (1, "#1c2547")], 0.5, 460, "#ffd7b0", "#151a38", 1.4)
    hull = [(320, 762), (1160, 756), (1230, 716), (1196, 850), (380, 850)]
    c.shaded(hull, [(0, "#2c4668"), (0.6, "#22344f"), (0.61, "#8a3a34"), (1, "#6d2d2c")])
    for row in range(5):
        for x in range(440 + row * 12, 1080 - row * 24, 62):
            tone = mix(c.random.choice(tones), "#2d2850", 0.18)
            c.box(x, 732 - row * 27, 60, 26, tone)
            c.box(x, 732 - row * 27, 60, 3, mix(tone, "#ffffff", 0.25))
            for groove in range(6, 58, 8):
                c.line([(x + groove, 736 - row * 27), (x + groove, 756 - row * 27)], mix(tone, "#000000", 0.28), 1.2, 150)
    c.shaded([(340, 760), (340, 600), (424, 600), (424, 760)], [(0, "#f3e6d4"), (1, "#c9b4a8")])
    for y in (616, 648, 680, 712):
        for x in (352, 376, 400):
            c.box(x, y, 14, 14, "#ffe3a0" if c.random.random() < 0.6 else "#514c6b")
    c.line([(640, 410), (640, 560)], "#1c1c34", 2)
    c.line([(600, 560), (680, 560)], "#1c1c34", 4)
    c.box(606, 564, 70, 28, "#c6473a")
    c.path_of_light(1180, 775, "#ffe0ae", 40, 160, 160, 150)
    for x, y, span in ((880, 330, 34), (940, 300, 24), (800, 372, 22)):
        c.bird(x, y, span, "#1f1d38")
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
            c.line([(cx + size * math.cos(a), cy + size * 0.2 * math.sin(a)), (cx + size * math.cos(a), cy + size * 0.2 * math.sin(a) - size * 0.11)], "#86a9b8", 1.4, 210)
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


def beach_tide():
    c = Canvas(61, [(0, "#7cc0cf"), (0.18, "#bfe0dc"), (0.3, "#f6edd6")])
    c.clouds(90, 70, "#ffffff", 8, 170, 480)
    c.land(250, 70, [(0, "#7aa6a6"), (0.12, "#b3cdbf"), (1, "#b3cdbf")], 1.2)
    c.polygon([(1196, 256), (1204, 150), (1222, 150), (1230, 256)], "#fbf7ee")
    c.box(1202, 176, 22, 20, "#c45b45")
    c.water(318, [(0, "#a9d5d2"), (0.16, "#5fb0b8"), (0.36, "#8fcdc4"), (1, "#cde7d8")], 0.2, 520, "#ffffff", "#1e6f80", 0.5)

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
                c.ellipse(x + c.random.uniform(-8, 8), top + c.random.gauss(2, 8), c.random.uniform(1, 6), c.random.uniform(1, 4), "#ffffff", c.random.randint(70, 220))
    tide(640, 50, [(0, "#cdbb93"), (0.12, "#dcc89d"), (0.4, "#ecd9b0"), (1, "#f3e3bf")], 1.4)
    for _n in range(900):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(690, HEIGHT)
        c.ellipse(x, y, c.random.uniform(0.6, 2.2), c.random.uniform(0.5, 1.4), c.random.choice(("#b99b6b", "#fff6df", "#a38a63")), 130)
    for step in range(26):
        share = step / 25
        x, y = 300 + 620 * share + 34 * math.sin(share * 5), 1040 - 330 * share
        size = 17 * (1 - share) + 4
        c.ellipse(x + (size if step % 2 else -size), y, size * 0.42, size * 0.8, "#b99c6d", 190)
        c.ellipse(x + (size if step % 2 else -size) - 1.5, y - 2, size * 0.3, size * 0.6, "#a88a5c", 140)
    for x, y, size, coat in ((930, 700, 96, "#d9653f"), (1004, 716, 104, "#2f7486"), (1090, 698, 90, "#e2b144"), (720, 690, 80, "#5c7d56")):
        c.ellipse(x + 40, y + 1, 60, 5, "#8f7a55", 90)
        person(c, x, y, size, coat, "#3b4350", bag="#f2efe6")
    for x, y in ((1240, 880), (1320, 912), (1180, 950), (210, 820), (500, 880)):
        c.ellipse(x, y + 5, 24, 6, "#a38a63", 120)
        for ray in range(9):
            a = math.pi + math.pi * ray / 8
            c.polygon([(x, y + 6), (x + 22 * math.cos(a - 0.17), y + 6 + 20 * math.sin(a - 0.17)), (x + 22 * math.cos(a + 0.17), y + 6 + 20 * math.sin(a + 0.17))], "#f7e8dc" if ray % 2 else "#e5bfa6")
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
    c.water(510, [(0, "#f4dba8"), (0.3, "#c4c3a4"), (0.7, "#8fa79e"), (1, "#5e8083")], 0.45, 360, "#fffbe6", "#4b5f57", 0.9)
    for _n in range(46):
        near = c.random.random() ** 1.2
        y = 530 + near * 500
        x, w = c.random.uniform(-100, WIDTH), 60 + near * 420
        c.ellipse(x, y, w, 3 + near * 13, mix("#a89a72", "#6e6446", near), 200)
        c.ellipse(x - w * 0.05, y - 1.5 - near * 3, w * 0.9, 1.5 + near * 5, mix("#cdbf92", "#8b8059", near), 150)
    c.path_of_light(420, 516, "#fff6d6", 40, 160, 200, 160)

    def egret(x, y, size, flip, fill="#fffdf6"):
        c.line([(x - size * 0.05, y - size * 0.4), (x - size * 0.07, y)], "#3b3a35", size * 0.022)
        c.line([(x + size * 0.05, y - size * 0.4), (x + size * 0.09, y - size * 0.2), (x + size * 0.05, y)], "#3b3a35", size * 0.022)
        c.polygon([(x - flip * size * 0.34, y - size * 0.34), (x - flip * size * 0.1, y - size * 0.58), (x + flip * size * 0.14, y - size * 0.58), (x + flip * size * 0.2, y - size * 0.44), (x, y - size * 0.36)], fill)
        neck = [(x + flip * size * dx, y - size * dy) for dx, dy in ((0.15, 0.5), (0.26, 0.62), (0.17, 0.76), (0.16, 0.88), (0.22, 0.95))]
        c.line(neck, fill, size * 0.06)
        c.ellipse(x + flip * size * 0.22, y - size * 0.95, size * 0.055, size * 0.042, fill)
        c.polygon([(x + flip * size * 0.25, y - size * 0.975), (x + flip * size * 0.45, y - size * 0.925), (x + flip * size * 0.25, y - size * 0.925)], "#d99a2b")
        c.ellipse(x, y + size * 0.02, size * 0.3, size * 0.02, "#fffdf0", 70)

    for _n in range(80):
        x, y = c.random.uniform(500, 1560), c.random.uniform(545, 640)
        c.ellipse(x, y, 5, 3.4, "#5d5a4c")
        c.line([(x + 4, y - 2), (x + 9, y)], "#5d5a4c", 1.2)
        c.line([(x, y + 2), (x, y + 7)], "#5d5a4c", 1)
    for x, y, size, flip in ((700, 690, 110, 1), (830, 720, 130, -1), (1330, 700, 110, -1), (1010, 820, 250, -1), (1220, 870, 290, 1)):
        egret(x, y, size, flip)
    for _n in range(64):
        x, y = c.random.gauss(1000, 250), c.random.gauss(240, 70)
        c.bird(x, y, c.random.uniform(14, 34), "#4d5350", 220, c.random.uniform(0.1, 0.5))
    for _n in range(230):
        x = c.random.choice((c.random.uniform(-20, 330), c.random.uniform(1440, 1620)))
        top = HEIGHT - c.random.uniform(120, 330) * (1 - abs(x - (0 if x < 400 else 1600)) / 700)
        lean = c.random.uniform(-14, 40)
        c.line([(x, HEIGHT), (x + lean * 0.4, (HEIGHT + top) / 2), (x + lean, top)], c.random.choice(("#8d7a45", "#6d6a3d", "#b39a5c")), 2.4, 230)
        c.ellipse(x + lean + 2, top + 6, 5, 20, "#7d5f3a", 210)
    return c.finished(9, 0.12)


def lanterns():
    c = Canvas(81, [(0, "#0d1533"), (0.3, "#22285a"), (0.5, "#4d3f72"), (0.58, "#8a5a76")])
    c.stars(420, 240)
    c.glow(1180, 190, 300, "#fff2cf", 0.35)
    c.ellipse(1180, 190, 62, 62, "#fff6df")
    c.ellipse(1164, 178, 12, 9, "#ead9b4", 120)
    c.ellipse(1196, 208, 16, 11, "#ead9b4", 110)
    c.land(540, 80, [(0, "#2b2a55"), (0.3, "#4d3f68"), (1, "#4d3f68")], 1.4)
    c.shaded([(300, 600), (312, 466), (330, 466), (342, 600)], [(0, "#d8cfd6"), (1, "#8d7f98")])
    c.glow(321, 456, 170, "#ffe6a8", 0.85)
    c.water(600, [(0, "#7c587c"), (0.25, "#413f70"), (1, "#10163a")], 0.45, 420, "#ffcf9a", "#080c26")
    c.path_of_light(1180, 604, "#ffeec8", 20, 90, 150, 120)
    places = sorted((c.random.random() ** 1.5, c.random.gauss(0, 1)) for _n in range(84))
    for near, off in places:
        y = 612 + near * 400
        x = 420 + near * 480 + off * (120 + near * 420)
        size = 3 + near * 40
        c.glow(x, y - size * 0.6, size * 3.4, "#ff9a4a", 0.5)
        c.ellipse(x, y + size * 1.25, size * 0.5, size * 0.75, "#ffb45e", 90)
        c.polygon([(x - size * 0.52, y - size * 1.25), (x + size * 0.52, y - size * 1.25), (x + size * 0.66, y), (x - size * 0.66, y)], "#e2562f")
        c.polygon([(x - size * 0.34, y - size * 1.2), (x + size * 0.34, y - size * 1.2), (x + size * 0.44, y - size * 0.05), (x - size * 0.44, y - size * 0.05)], "#ff9f4a")
        c.glow(x, y - size * 0.45, size * 0.6, "#fff3c0", 0.95, 1.0)
        c.polygon([(x - size * 0.9, y), (x + size * 0.9, y), (x + size * 0.6, y + size * 0.22), (x - size * 0.6, y + size * 0.22)], "#3a2436")
    c.shaded([(-10, 1067), (-10, 900), (240, 930), (400, 1000), (470, 1067)], [(0, "#231f3c"), (1, "#0e0d20")], 60)
    for x, y, size, coat in ((90, 930, 210, "#3a3358"), (190, 946, 150, "#6d3a48"), (262, 960, 132, "#2e4560")):
        person(c, x, y, size, coat, "#191930", "#c98d62", "#120f1c")
    return c.finished(9, 0.25)


def oyster_crates():
    c = Canvas(91, [(0, "#38505c"), (0.5, "#6d8188"), (1, "#4b5a60")])
    c.glow(1240, 120, 760, "#ffe3ac", 0.6)
    for x in range(-40, WIDTH, 150):
        c.line([(x, 0), (x, 420)], "#2c414c", 6, 130)
    c.clouds(330, 120, "#8da0a5", 8, 70, 600)
    c.shaded([(-10, 470), (WIDTH + 10, 430), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], [(0, "#7d6a55"), (0.4, "#5f4f40"), (1, "#3d3229")], 500, 30)
    for y in (600, 760, 940):
        c.line([(-10, y), (WIDTH + 10, y - 26)], "#2e251e", 5, 160)

    def shell(x, y, size):
        turn = c.random.uniform(0, math.tau)
        base = c.random.choice(("#9aa19c", "#7f8a88", "#b9b7a8", "#6d7876", "#c9c2b0"))
        points = [(x + math.cos(turn + a) * size * (1 + 0.16 * math.sin(3 * a + turn)) * 1.15, y + math.sin(turn + a) * size * 0.66) for a in [math.tau * n / 14 for n in range(14)]]
        c.polygon([(px + 3, py + 5) for px, py in points], "#1d2527", 120)
        c.polygon(points, mix(base, "#20292b", 0.28))
        for ring, tone in ((0.84, 0.1), (0.64, 0.0), (0.42, -0.2)):
            shade = mix(base, "#20292b", tone) if tone >= 0 else mix(base, "#fffaf0", -tone)
            c.polygon([(x - 2 + (px - x) * ring, y - 2 + (py - y) * ring) for px, py in points], shade)
        c.arc(x - size * 0.1, y - size * 0.12, size * 0.5, size * 0.26, 190, 300, "#ffffff", 2, 120)

    def crate(x, y, width, height, front):
        c.ellipse(x + width / 2, y + height + 4, width * 0.58, 22, "#17120e", 120)
        c.shaded([(x, y), (x + width, y), (x + width * 0.93, y - height * 0.42), (x + width * 0.07, y - height * 0.42)], [(0, "#2c2a26"), (1, "#3f3b33")])
        for _n in range(int(width / 5.2)):
            shell(x + width * c.random.uniform(0.1, 0.9), y - height * c.random.uniform(0.02, 0.5), c.random.uniform(24, 38))
        for board in range(3):
            top = y + height * (0.02 + board * 0.34)
            c.shaded([(x - 8, top), (x + width + 8, top - 2), (x + width + 6, top + height * 0.29), (x - 6, top + height * 0.29)], [(0, mix(front, "#fff0d0", 0.15)), (1, mix(front, "#000000", 0.25))], 60, 34)
        for post in (0.02, 0.93):
            c.box(x + width * post, y - 4, width * 0.05, height + 4, mix(front, "#000000", 0.3))
        for board in range(3):
            for post in (0.045, 0.955):
                c.ellipse(x + width * post, y + height * (0.16 + board * 0.34), 3.4, 3.4, "#d7d0c2")

    crate(150, 470, 420, 150, "#a8845a")
    crate(980, 450, 470, 160, "#9c7a54")
    crate(470, 690, 640, 240, "#b98f5f")
    for _n in range(9):
        shell(c.random.uniform(80, 420), c.random.uniform(850, 1010), c.random.uniform(36, 52))
    for _n in range(6):
        shell(c.random.uniform(1200, 1540), c.random.uniform(840, 1010), c.random.uniform(36, 52))
    c.polygon([(880, 706), (1036, 694), (1050, 802), (894, 816)], "#fbf6e8")
    for row in range(5):
        c.line([(902, 730 + row * 16), (1022 - row * 14 % 40, 721 + row * 16)], "#8a8f92", 3, 170)
    for _n in range(40):
        x, y = c.random.uniform(480, 1100), c.random.uniform(570, 690)
        c.ellipse(x, y, 2.4, 3, "#eafcff", 170)
    c.glow(800, 520, 520, "#fff1cf", 0.16)
    return c.finished(10, 0.26)


SCENES = {
    scene.__name__: scene
    for scene in (
        harbour_dawn, fishing_boats, sea_birds_dusk, lighthouse_fog, seawall_storm, ferry, sea_farm, container_port,
        buoy_stars, beach_tide, wetland_birds, lanterns, oyster_crates,
    )
}  # fmt: skip
