// Asks before a page with unsaved words is left.
"use strict";
{
  const form = document.querySelector("#article_form");
  let changed = false;
  for (const name of ["input", "change"]) form?.addEventListener(name, (event) => {
    if (event.target.name || event.target.closest("[data-rows]")) changed = true;
  });
  form?.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => changed && event.preventDefault());
}
