// Improves the import page: a file may be dropped on it, and a paste keeps its form. Without it the form works as it is.
const form = document.querySelector("[data-import]");

function tellChosen() {
  const file = form.elements.file.files[0];
  form.querySelector("[data-chosen]").textContent = file ? file.name : "";
}

function takeDrop(event) {
  event.preventDefault();
  event.currentTarget.classList.remove("is-over");
  if (!event.dataTransfer.files.length) return;
  form.elements.file.files = event.dataTransfer.files;
  tellChosen();
}

function takePaste(event) {
  const html = event.clipboardData.getData("text/html");
  const field = event.target;
  const isWhole = field.value.trim() === "" || (field.selectionStart === 0 && field.selectionEnd === field.value.length);
  form.elements.html.value = html && isWhole ? html : "";
  const said = form.querySelector("[data-pasted]");
  said.textContent = form.elements.html.value ? said.dataset.message : "";
}

function forgetPaste(event) {
  // What is typed after a paste is what counts: the HTML of the paste no longer says the same.
  if (event.inputType === "insertFromPaste") return;
  form.elements.html.value = "";
  form.querySelector("[data-pasted]").textContent = "";
}

if (form) {
  const drop = form.querySelector("[data-drop]");
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("is-over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", takeDrop);
  form.elements.file.addEventListener("change", tellChosen);
  form.elements.text.addEventListener("paste", takePaste);
  form.elements.text.addEventListener("input", forgetPaste);
}
