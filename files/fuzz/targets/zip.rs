#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| guatu_files_fuzz::check("a.zip", bytes));
