// One panel at a time, and none after a click elsewhere or Escape.
addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".bar details[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
addEventListener("keydown", (event) => {
  const open = document.querySelector(".bar details[open]");
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
