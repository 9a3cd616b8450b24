// Stands in the glue of the program in place of an import, for it hands on what the program exports: loads
// the module of the views (src/ui/views.rs) into the memory of the program and tells it whether that went
// well. The element of the module gives its bytes: site.js and single.js say how.
async function __wasm_split_load_views(tell, asker) {
  let came = true;
  try {
    const module = await document.getElementById("guatu-views").load();
    await __wbg_load(module, { __wasm_split: wasm });
  } catch (error) {
    console.error(error);
    came = false;
  }
  wasm.__indirect_function_table.get(tell)(asker, came);
}
