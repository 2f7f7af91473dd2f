// How long a text is (字数): a Han character or mark is one, a word or number of Latin script is one.
"use strict";
{
  const length = (text) => {
    const words = text.match(/[A-Za-z0-9\u00c0-\u024f]+/g)?.length || 0;
    return words + text.replace(/[A-Za-z0-9\u00c0-\u024f\s\u3000\u200b]+/g, "").length;
  };
  const plain = (html) => new DOMParser().parseFromString(html.replace(/<\/(p|h2|h3|li|td|th)>/g, " "), "text/html").body.textContent;
  for (const output of document.querySelectorAll("[data-count]")) {
    const field = document.getElementById(output.dataset.count);
    if (!field) continue;
    const count = () => {
      const found = length("deskEditor" in field.dataset ? plain(field.value) : field.value);
      const most = Number(output.dataset.most || 0);
      output.textContent = output.dataset.label ? `${found} ${output.dataset.label}` : most && most < 1000 ? `${found} / ${most}` : String(found);
      output.classList.toggle("is-long", Boolean(most) && found > most);
    };
    let waiting = 0;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(count, 60);
    });
    count();
  }
}
