//! `serve`: builds, then shows the site as a static host would, the single file as an address to
//! open from disk, and a page that embeds it.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Html;
use axum::routing::get;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{build, project};

/// A page of another site, as it were: not part of what is shipped.
const EMBED: &str = include_str!("../assets/embed.html");

/// What a path keeps in a `file:` address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Builds and serves until it is stopped, at `port` or the next one that is free.
///
/// # Errors
/// The build failed, or no port is free.
pub fn run(port: u16) -> Result<()> {
    build::run()?;
    let dist = project::dist();
    let listener = listen(port)?;
    let site = format!("http://{}/", listener.local_addr()?);
    project::heading("Open one of these (Ctrl+C ends)");
    println!("the site         {site}");
    println!(
        "the single file  {}",
        file_address(&dist.join("guatu.html"))
    );
    println!("embedded         {site}embed");
    answer(listener, &dist)
}

/// Listens at a port or the next one that is free; at any that is free for 0.
///
/// # Errors
/// None is free.
pub fn listen(first: u16) -> Result<TcpListener> {
    const TRIES: u16 = 50;
    for port in first..=first.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            bound => return bound.with_context(|| format!("listening at port {port}")),
        }
    }
    bail!("port {first} and the {TRIES} after it are in use")
}

/// Serves the files of a folder until the program ends.
///
/// # Errors
/// The system does not let it.
pub fn answer(listener: TcpListener, dist: &Path) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok(axum::serve(listener, pages(dist)).await?)
    })
}

/// The built files; a browser asks each time whether they have changed.
fn pages(dist: &Path) -> Router {
    Router::new()
        .route("/embed", get(Html(EMBED)))
        .fallback_service(ServeDir::new(dist))
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
}

fn file_address(path: &Path) -> String {
    format!(
        "file://{}",
        utf8_percent_encode(&path.to_string_lossy(), PATH)
    )
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::{fs, thread};

    use super::*;

    /// What a server of a folder with one program answers, head and body.
    fn ask(path: &str) -> Result<String> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("a_bg.wasm"), "program")?;
        let listener = listen(0)?;
        let mut stream = TcpStream::connect(listener.local_addr()?)?;
        let folder = dist.path().to_path_buf();
        thread::spawn(move || answer(listener, &folder));
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )?;
        let mut reply = String::new();
        stream.read_to_string(&mut reply)?;
        Ok(reply.to_ascii_lowercase())
    }

    #[test]
    fn the_program_comes_as_the_type_that_browsers_stream() -> Result<()> {
        let reply = ask("/a_bg.wasm")?;
        assert!(reply.starts_with("http/1.1 200"), "{reply}");
        assert!(reply.contains("content-type: application/wasm"), "{reply}");
        assert!(reply.contains("cache-control: no-cache"), "{reply}");
        Ok(())
    }

    #[test]
    fn an_address_cannot_leave_the_folder() -> Result<()> {
        for path in [
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "//etc/passwd",
        ] {
            let reply = ask(path)?;
            assert!(reply.starts_with("http/1.1 404"), "{path}: {reply}");
        }
        Ok(())
    }

    #[test]
    fn the_embedding_page_shows_views_by_script_and_without() -> Result<()> {
        let reply = ask("/embed")?;
        assert!(
            reply.contains("<guatu-view view=") && reply.contains("<iframe src=\"guatu.html#"),
            "{reply}"
        );
        Ok(())
    }

    #[test]
    fn a_file_address_survives_spaces_and_chinese() {
        let address = file_address(Path::new("/a b/挂.html"));
        assert_eq!(address, "file:///a%20b/%E6%8C%82.html");
    }

    #[test]
    fn a_port_in_use_gives_way_to_the_next() -> Result<()> {
        let held = listen(0)?;
        let taken = held.local_addr()?.port();
        assert!(listen(taken)?.local_addr()?.port() > taken);
        Ok(())
    }
}
