//! The bound of every scan: how quickly a page reads its memory in one pass.

use anyhow::Result;

use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

/// Far more than any cache holds.
const BYTES: u32 = 1 << 28;

/// Reads so many bytes some twenty times; the record's rows are bytes.
///
/// # Errors
/// The page has not the memory.
pub async fn run(chromium: &Chromium, server: &Server) -> Result<Record> {
    chromium.open(&server.page()).await?;
    let about = vec![BYTES.into(), 20.into()];
    let times: Vec<f64> = chromium
        .ask("(await bench).memory.run(...args)", about)
        .await?;
    Ok(Record::of(("memory", "guatu", BYTES), None, &times))
}
