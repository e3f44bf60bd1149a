// The words of this page, in its language.

export const words = JSON.parse(document.getElementById("words").textContent);
export const lang = document.documentElement.lang;
