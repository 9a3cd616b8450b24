#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: &[u8]| guatu_files_fuzz::check("a.xlsx", &guatu_files_fuzz::workbook(parts)));
