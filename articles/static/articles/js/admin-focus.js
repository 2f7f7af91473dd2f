// The point of interest, set by a click on the picture or with the arrow keys; the two number fields stay what is saved.

const STEP = 0.02;
const figure = document.querySelector("[data-focus]");
const fields = ["x", "y"].map((axis) => document.getElementById(`id_focal_${axis}`));
if (figure && fields.every(Boolean)) improve(figure, ...fields);

function improve(figure, left, top) {
  const frame = document.createElement("div");
  const marker = document.createElement("button");
  frame.className = "focus-frame";
  marker.type = "button";
  marker.className = "focus-marker";
  const image = figure.querySelector("img");
  image.replaceWith(frame);
  frame.append(image, marker);

  frame.addEventListener("click", (event) => {
    if (event.target === marker) return;
    const box = image.getBoundingClientRect();
    set((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  marker.addEventListener("keydown", (event) => {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (x === undefined) return;
    event.preventDefault();
    set(Number(left.value) + x * STEP, Number(top.value) + y * STEP);
  });
  for (const field of [left, top]) field.addEventListener("input", place);
  place();

  function set(x, y) {
    left.value = inside(x).toFixed(2);
    top.value = inside(y).toFixed(2);
    place();
  }

  function place() {
    const [x, y] = [left, top].map((field) => inside(Number(field.value)) * 100);
    marker.style.left = `${x}%`;
    marker.style.top = `${y}%`;
    marker.setAttribute("aria-label", `${figure.dataset.label} (${Math.round(x)} %, ${Math.round(y)} %)`);
  }
}

function inside(value) {
  return Math.min(1, Math.max(0, value || 0));
}
