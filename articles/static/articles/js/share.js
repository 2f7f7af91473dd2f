// 分享: the system's own sheet, the address to the clipboard, a picture with the code. The panel is complete without
// this; here those buttons appear that this browser can make work.
const panel = document.querySelector("[data-share]");
const story = panel?.dataset;

function say(text) {
  panel.querySelector(".share-said").textContent = text;
}

const actions = {
  async system() {
    await navigator.share({ title: story.title, url: story.address });
  },

  async copy() {
    try {
      await navigator.clipboard.writeText(story.address);
      say(story.copied);
    } catch {
      say(story.failed);
    }
  },

  async picture() {
    const canvas = await drawPoster();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const file = new File([blob], `${story.title}.png`, { type: "image/png" });
    if (navigator.canShare?.({ files: [file] })) {
      await navigator.share({ files: [file] });
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
  },
};

// The headline in lines no longer than the picture is wide; words are where the page has its <wbr>.
function linesOf(brush, width) {
  const lines = [""];
  for (const { textContent: word } of document.querySelector("h1.headline").childNodes) {
    if (lines.at(-1) && brush.measureText(lines.at(-1) + word).width > width) lines.push("");
    lines[lines.length - 1] += word;
  }
  return lines;
}

async function drawPoster() {
  const code = new Image();
  code.src = story.code;
  await code.decode();
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d");
  const [wide, edge] = [750, 60];
  const headline = `700 50px ${getComputedStyle(document.querySelector("h1")).fontFamily}`;
  brush.font = headline;
  const lines = linesOf(brush, wide - 2 * edge);
  canvas.width = wide;
  canvas.height = 520 + lines.length * 70;
  const put = (text, font, colour, x, y) => Object.assign(brush, { font, fillStyle: colour }).fillText(text, x, y);
  const sans = getComputedStyle(document.body).fontFamily;
  brush.fillStyle = "#fffefb";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = "#b3261e";
  brush.fillRect(0, 0, canvas.width, 12);
  put(story.site, `700 32px ${sans}`, "#b3261e", edge, 90);
  lines.forEach((line, number) => put(line, headline, "#191714", edge, 180 + number * 70));
  const foot = canvas.height - 310;
  brush.drawImage(code, edge - 20, foot, 250, 250);
  put(story.hint, `400 26px ${sans}`, "#4f4a43", edge + 250, foot + 135);
  return canvas;
}

if (panel) {
  const works = { system: Boolean(navigator.share), copy: Boolean(navigator.clipboard), picture: true };
  for (const button of panel.querySelectorAll("[data-share-do]")) {
    const name = button.dataset.shareDo;
    button.hidden = !works[name];
    // A sheet closed by the reader rejects; that is an answer, not a fault.
    button.addEventListener("click", () => actions[name]().catch(() => {}));
  }
}
