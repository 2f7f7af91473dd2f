"""Scenes of the harbour: boats at the quay, cranes, crates, lanterns on the tide."""

# A drawing is a list of strokes: one coordinate a line would hide its shape, and its loops are no decisions.
# ruff: noqa: C901
# fmt: off

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
    c.water(630, [(0, "#f2c096"), (0.25, "#b9a3a0"), (0.6, "#62798d"), (1, "#2b4560")], 0.42, 620, "#ffe9cf",
        "#1d3147")
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
        house(c, 20 + number * 94 + c.random.uniform(-16, 16), 566 + c.random.uniform(-16, 2), 66, 32,
            c.random.choice(("#f1e7d6", "#e6d3b8", "#dcdad2")), c.random.choice(("#b8553d", "#a3472f", "#58707d")))
    c.box(0, 566, WIDTH, 16, "#8b8778")
    c.water(580, [(0, "#b8d3cd"), (0.3, "#6fa3ab"), (1, "#1f5468")], 0.4, 620, "#f3fbf4", "#0f3a4a", 0.6)
    hulls = ("#2f6f7d", "#c2503a", "#2b4a6f", "#3d7a5c", "#d9a13d")
    for row, (y, size, gap) in enumerate(((640, 120, 150), (722, 190, 245), (850, 300, 420))):
        for number in range(int(WIDTH / gap) + 2):
            boat(c, number * gap - 40 + row * 70 + c.random.uniform(-12, 12), y + c.random.uniform(-6, 8), size,
                c.random.choice(hulls), "#f6efe0", c.random.choice(("#c8553d", "#e6b04a", "#f4f1e6")),
                flip=c.random.choice((1, 1, -1)))
    c.polygon([(0, 1067), (0, 985), (520, 1010), (900, 1067)], "#6d675c")
    for _number in range(90):
        x = c.random.uniform(0, 600)
        y = 1010 + c.random.uniform(0, 60)
        c.arc(x, y, c.random.uniform(20, 60), c.random.uniform(10, 26), 180, 360, c.random.choice(("#3f7f6f",
            "#2f6a5c", "#79a88f")), 1.6, 170)
    for _n in range(16):
        c.ellipse(c.random.uniform(30, 560), c.random.uniform(1015, 1055), 8, 8, "#e8742e")
    for x, y, span in ((300, 250, 54), (410, 205, 34), (1200, 170, 46), (1290, 232, 30), (860, 300, 24)):
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
                c.line([(x + groove, 752 - 24 * (level + 1) + 2), (x + groove, 752 - 24 * level - 3)], mix(tone,
                    "#000000", 0.25), 1, 160)
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
                c.line([(x + groove, 736 - row * 27), (x + groove, 756 - row * 27)], mix(tone, "#000000", 0.28), 1.2,
                    150)
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


def oyster_crates():
    c = Canvas(91, [(0, "#38505c"), (0.5, "#6d8188"), (1, "#4b5a60")])
    c.glow(1240, 120, 760, "#ffe3ac", 0.6)
    for x in range(-40, WIDTH, 150):
        c.line([(x, 0), (x, 420)], "#2c414c", 6, 130)
    c.clouds(330, 120, "#8da0a5", 8, 70, 600)
    c.shaded([(-10, 470), (WIDTH + 10, 430), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], [(0, "#7d6a55"), (0.4, "#5f4f40"),
        (1, "#3d3229")], 500, 30)
    for y in (600, 760, 940):
        c.line([(-10, y), (WIDTH + 10, y - 26)], "#2e251e", 5, 160)

    def shell(x, y, size):
        turn = c.random.uniform(0, math.tau)
        base = c.random.choice(("#9aa19c", "#7f8a88", "#b9b7a8", "#6d7876", "#c9c2b0"))
        points = [(x + math.cos(turn + a) * size * (1 + 0.16 * math.sin(3 * a + turn)) * 1.15,
            y + math.sin(turn + a) * size * 0.66) for a in [math.tau * n / 14 for n in range(14)]]
        c.polygon([(px + 3, py + 5) for px, py in points], "#1d2527", 120)
        c.polygon(points, mix(base, "#20292b", 0.28))
        for ring, tone in ((0.84, 0.1), (0.64, 0.0), (0.42, -0.2)):
            shade = mix(base, "#20292b", tone) if tone >= 0 else mix(base, "#fffaf0", -tone)
            c.polygon([(x - 2 + (px - x) * ring, y - 2 + (py - y) * ring) for px, py in points], shade)
        c.arc(x - size * 0.1, y - size * 0.12, size * 0.5, size * 0.26, 190, 300, "#ffffff", 2, 120)

    def crate(x, y, width, height, front):
        c.ellipse(x + width / 2, y + height + 4, width * 0.58, 22, "#17120e", 120)
        c.shaded([(x, y), (x + width, y), (x + width * 0.93, y - height * 0.42), (x + width * 0.07,
            y - height * 0.42)], [(0, "#2c2a26"), (1, "#3f3b33")])
        for _n in range(int(width / 5.2)):
            shell(x + width * c.random.uniform(0.1, 0.9), y - height * c.random.uniform(0.02, 0.5),
                c.random.uniform(24, 38))
        for board in range(3):
            top = y + height * (0.02 + board * 0.34)
            c.shaded([(x - 8, top), (x + width + 8, top - 2), (x + width + 6, top + height * 0.29), (x - 6,
                top + height * 0.29)], [(0, mix(front, "#fff0d0", 0.15)), (1, mix(front, "#000000", 0.25))], 60, 34)
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
        c.polygon([(x - size * 0.52, y - size * 1.25), (x + size * 0.52, y - size * 1.25), (x + size * 0.66, y),
            (x - size * 0.66, y)], "#e2562f")
        c.polygon([(x - size * 0.34, y - size * 1.2), (x + size * 0.34, y - size * 1.2), (x + size * 0.44,
            y - size * 0.05), (x - size * 0.44, y - size * 0.05)], "#ff9f4a")
        c.glow(x, y - size * 0.45, size * 0.6, "#fff3c0", 0.95, 1.0)
        c.polygon([(x - size * 0.9, y), (x + size * 0.9, y), (x + size * 0.6, y + size * 0.22), (x - size * 0.6,
            y + size * 0.22)], "#3a2436")
    c.shaded([(-10, 1067), (-10, 900), (240, 930), (400, 1000), (470, 1067)], [(0, "#231f3c"), (1, "#0e0d20")], 60)
    for x, y, size, coat in ((90, 930, 210, "#3a3358"), (190, 946, 150, "#6d3a48"), (262, 960, 132, "#2e4560")):
        person(c, x, y, size, coat, "#191930", "#c98d62", "#120f1c")
    return c.finished(9, 0.25)


SCENES = {scene.__name__: scene for scene in (harbour_dawn, fishing_boats, container_port, oyster_crates, lanterns)}
