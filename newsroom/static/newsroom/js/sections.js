// The line of sections scrolls sideways on a phone: bring the present one into view.
const present = document.querySelector(".sections [aria-current]");
const line = present?.closest("ul");
if (line) line.scrollLeft = present.offsetLeft - line.offsetLeft - (line.clientWidth - present.offsetWidth) / 2;
