// Choosing pictures: the dialog over the library, the cover, the rows of the story's pictures, and into the text.
"use strict";
{
  const picker = document.getElementById("picture-picker");
  const results = picker.querySelector("[data-results]");
  const note = picker.querySelector("[data-note]");
  const more = picker.querySelector("[data-more]");
  const words = picker.querySelector("input");
  let chosen = () => {}, page = 1, asked = 0;

  const card = (picture) => {
    const button = document.createElement("button");
    button.type = "button";
    const image = document.createElement("img");
    image.alt = picture.alt || picture.caption || picture.name;
    if (picture.thumb) image.src = picture.thumb;
    else image.hidden = true;
    const caption = document.createElement("span");
    caption.textContent = picture.caption || picture.name || `#${picture.id}`;
    button.append(image, caption);
    button.addEventListener("click", () => {
      picker.close();
      chosen(picture);
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  };
  const load = async (next) => {
    const mine = ++asked;
    page = next;
    const answer = await fetch(`${picker.dataset.url}?page=${page}&q=${encodeURIComponent(words.value)}`).catch(() => null);
    if (mine !== asked) return;
    if (!answer?.ok) {
      note.textContent = picker.dataset.failed;
      return;
    }
    const found = await answer.json();
    if (page === 1) results.replaceChildren();
    results.append(...found.results.map(card));
    note.textContent = results.children.length ? "" : picker.dataset.none;
    more.hidden = !found.more;
  };
  const open = (whenChosen) => {
    chosen = whenChosen;
    picker.showModal();
    words.focus();
    load(1);
  };
  let timer = 0;
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => load(1), 200);
  });
  words.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  more.addEventListener("click", () => load(page + 1));
  picker.querySelector("[data-close]").addEventListener("click", () => picker.close());

  const show = (holder, picture) => {
    const image = holder.querySelector("[data-thumb]");
    image.hidden = !picture?.thumb;
    if (picture?.thumb) image.src = picture.thumb;
    else image.removeAttribute("src");
    image.alt = picture?.alt || picture?.caption || "";
    holder.querySelector("[data-name]").textContent = picture ? picture.name || `#${picture.id}` : "";
  };

  const known = new Map(Object.entries(JSON.parse(document.getElementById("known-pictures")?.textContent || "{}")));
  const block = document.querySelector('[data-rows][data-prefix="pictures"]');
  const numberOf = (row) => row.querySelector('[name$="-picture"]').value;
  const rowOf = (id) => [...block.querySelectorAll("[data-row]")].find((row) => numberOf(row) === String(id) && !row.classList.contains("is-removed"));

  const addRow = (picture) => {
    known.set(String(picture.id), picture);
    if (rowOf(picture.id)) return;
    const row = block.addRow();
    row.querySelector('[name$="-picture"]').value = picture.id;
    row.querySelector("[data-from-library]").textContent = picture.caption;
    show(row, picture);
    row.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const fields = [...document.querySelectorAll("[data-cover-field]")].map((field) => {
    const input = field.querySelector("input");
    const set = (picture) => {
      input.value = picture ? picture.id : "";
      show(field, picture);
      if (picture?.thumb) field.querySelector("[data-name]").textContent = "";
      field.querySelector("[data-empty]").hidden = Boolean(picture);
      field.querySelector("[data-clear]").hidden = !picture;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const choose = field.querySelector("[data-choose]");
    choose.hidden = false;
    field.querySelector("[data-clear]").hidden = !input.value;
    field.querySelector("[data-clear]").addEventListener("click", () => set(null));
    choose.addEventListener("click", () => open((picture) => {
      if (block && input.name === "cover") addRow(picture);
      set(picture);
    }));
    return { name: input.name, set };
  });
  if (block) {
    block.addEventListener("click", (event) => {
      const row = event.target.closest("[data-row]");
      const picture = row && known.get(numberOf(row));
      if (!picture) return;
      if (event.target.closest("[data-insert]")) document.dispatchEvent(new CustomEvent("desk:insert-picture", { detail: { picture } }));
      if (event.target.closest("[data-cover]")) fields.find((field) => field.name === "cover")?.set(picture);
    });
    document.querySelector('[data-pick="row"]').addEventListener("click", () => open(addRow));
  }
  document.addEventListener("desk:pick-picture", (event) => open((picture) => {
    if (block) addRow(picture);
    event.detail.chosen(picture);
  }));
}
