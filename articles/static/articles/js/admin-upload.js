// Improves the plain upload form: drag and drop, one request a file with its progress, a reason and a retry where it failed.

const form = document.querySelector("[data-upload]");
if (form) improve(form);

function improve(form) {
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const queue = [];
  let busy = false;

  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("is-over", kind === "dragover");
      if (kind === "drop") add(event.dataTransfer.files);
    });
  }
  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  form.addEventListener("submit", (event) => {
    if (input.files.length === 0 && form.querySelector("[data-results] li")) event.preventDefault();
  });
  addEventListener("beforeunload", (event) => {
    if (busy) event.preventDefault();
  });

  function add(files) {
    for (const file of files) {
      const row = makeRow(file.name);
      if (file.size > Number(form.dataset.most)) refuse(row, file, form.dataset.tooBig, false);
      else enqueue(file, row);
    }
  }

  function enqueue(file, row) {
    show(row, "", form.dataset.waiting);
    queue.push([file, row]);
    if (!busy) next();
  }

  function next() {
    const [file, row] = queue.shift() ?? [];
    busy = Boolean(file);
    if (busy) send(file, row);
  }

  function send(file, row) {
    const data = new FormData(form);
    data.delete("_popup");
    data.set("files", file);
    const request = new XMLHttpRequest();
    const bar = row.appendChild(document.createElement("progress"));
    bar.max = 1;
    request.upload.onprogress = (event) => {
      bar.value = event.loaded / event.total;
      show(row, "", event.loaded < event.total ? form.dataset.sending : form.dataset.checking);
    };
    request.onloadend = () => {
      bar.remove();
      const result = request.response?.results?.[0];
      if (result?.ok) take(row, result);
      else refuse(row, file, result?.message ?? form.dataset.failed, true);
      next();
    };
    request.open("POST", location.href);
    request.responseType = "json";
    request.setRequestHeader("Accept", "application/json");
    request.send(data);
  }

  function makeRow(name) {
    const row = form.querySelector("[data-results]").appendChild(document.createElement("li"));
    row.append(Object.assign(document.createElement("strong"), { textContent: name }), " ", document.createElement("span"));
    return row;
  }

  function show(row, state, text) {
    row.className = state;
    row.querySelector("span").textContent = text;
  }

  function take(row, result) {
    show(row, "taken", result.message);
    row.prepend(Object.assign(new Image(96, 64), { src: result.thumb, alt: "" }));
    row.querySelector("strong").replaceWith(Object.assign(document.createElement("a"), { href: result.url, textContent: result.name }));
  }

  function refuse(row, file, text, again) {
    show(row, "refused", text);
    if (!again) return;
    const button = row.appendChild(Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: form.dataset.retry }));
    button.addEventListener("click", () => {
      button.remove();
      enqueue(file, row);
    });
  }
}
