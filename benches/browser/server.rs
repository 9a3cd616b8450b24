//! The pages, at a port of their own. They are isolated from other origins, or the clock of the browser would
//! be coarse and its memory untold.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing is kept by the browser: each page is opened as if for the first time.
const HEADERS: [(&str, &str); 3] = [
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cache-control", "no-store"),
];

/// A server of this machine, until the run ends.
pub struct Server {
    /// `http://127.0.0.1:<port>`.
    pub origin: String,
}

impl Server {
    /// Serves the pages, the program, the generated packages and the built site; `folder` is that of the benchmark.
    ///
    /// # Errors
    /// There is no port.
    pub async fn start(folder: &Path, dist: &Path, peers: &Path) -> Result<Self> {
        let router = Router::new()
            .nest_service("/page", ServeDir::new(pages()))
            .nest_service("/dist", ServeDir::new(dist))
            .nest_service("/packages", ServeDir::new(folder.join("packages")))
            .nest_service("/sample", ServeDir::new(folder.join("sample")))
            .nest_service("/program", ServeDir::new(folder.join("program")))
            .nest_service("/peers", ServeDir::new(peers.join("node_modules")));
        Self::of(router).await
    }

    /// The page in which engines are measured.
    pub fn page(&self) -> String {
        format!("{}/page/index.html", self.origin)
    }

    async fn of(router: Router) -> Result<Self> {
        let router = HEADERS.iter().fold(router, |router, (name, value)| {
            let name = HeaderName::from_static(name);
            let value = HeaderValue::from_static(value);
            router.layer(SetResponseHeaderLayer::overriding(name, value))
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { origin })
    }
}

/// The folder of the pages.
fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../page")
}
