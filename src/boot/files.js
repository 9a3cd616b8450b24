// Stands behind the glue of the program that makes files, in one script of the single file, and so keeps
// its names to itself: single.js inflates the program from its block and loads it by this.
document.getElementById("guatu-files").load = async (bytes) => {
  await __wbg_init({ module_or_path: bytes });
  return { xlsx, json, zip, single, read, initials };
};
