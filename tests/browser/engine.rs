//! The three engines: which driver each has, and how its browser is asked for.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::process::Process;

/// A browser engine that the pages must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    /// Chromium whose reader has switched scripts off; drivers of the others cannot look into such a page.
    ChromiumWithoutScripts,
    Firefox,
    /// With a device pixel to a CSS pixel: without a graphics card it paints for longer than all else takes.
    WebKit,
    /// With smaller pixels, for what is looked at by the pixel.
    WebKitOfSmallPixels,
}

impl Engine {
    /// Starts the engine's driver at a port. The driver stands first, so that it is ended first.
    pub fn driver(self, port: u16) -> Vec<Process> {
        let port = port.to_string();
        let mut driver = match self {
            Self::Chromium | Self::ChromiumWithoutScripts => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit | Self::WebKitOfSmallPixels => Command::new("WebKitWebDriver"),
        };
        driver.arg(format!("--port={port}"));
        match self {
            Self::Chromium | Self::ChromiumWithoutScripts => {}
            // The second port would be the same in every geckodriver.
            Self::Firefox => {
                driver.args(["--websocket-port", "0"]);
            }
            Self::WebKit | Self::WebKitOfSmallPixels => {
                let (screen, display) = screen();
                let scale = if self == Self::WebKit { "1" } else { "2" };
                driver.envs([
                    ("DISPLAY", display.as_str()),
                    ("GDK_BACKEND", "x11"),
                    ("GDK_SCALE", scale),
                    // Buffers that a graphics card would share cost a machine without one as much as the painting.
                    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
                    // No service for assistive technology is there to be asked.
                    ("NO_AT_BRIDGE", "1"),
                ]);
                return vec![Process::start(&mut driver, false), screen];
            }
        }
        vec![Process::start(&mut driver, false)]
    }

    /// What a new session asks for: no window on the reader's screen, a profile of its own, and, but for
    /// [`Engine::WebKit`], more than one device pixel to a CSS pixel, as most screens have today.
    pub fn capabilities(self, folder: &Path) -> Value {
        match self {
            Self::Chromium | Self::ChromiumWithoutScripts => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "prefs": match self {
                        // What the settings call "not allowed to use JavaScript".
                        Self::ChromiumWithoutScripts =>
                            json!({ "profile.managed_default_content_settings.javascript": 2 }),
                        _ => json!({}),
                    },
                    "binary": on_path("chromium"),
                    "args": [
                        "--headless=new",
                        // Chromium refuses to run as root in its sandbox, and CI is often root.
                        "--no-sandbox",
                        "--disable-gpu",
                        // Debian's asks for it, and without a graphics card it is an emulated one that paints.
                        "--disable-gpu-rasterization",
                        "--disable-background-networking",
                        "--force-device-scale-factor=1.5",
                        format!("--user-data-dir={}", folder.join("profile").display()),
                    ],
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": on_path("firefox-esr"),
                    "args": ["-headless"],
                    "prefs": {
                        "layout.css.devPixelsPerPx": "1.5",
                        // geckodriver lets files read each other, which a reader's Firefox forbids.
                        "security.fileuri.strict_origin_policy": true,
                    },
                },
            }),
            Self::WebKit | Self::WebKitOfSmallPixels => json!({
                "browserName": "MiniBrowser",
                // It paints a frame without a graphics card in most of a second: the whole table is
                // not walked in the usual half a minute.
                "timeouts": { "script": 120_000 },
                "webkitgtk:browserOptions": { "args": ["--automation"] },
            }),
        }
    }
}

/// A screen that is nowhere, for the engine that has no mode without one, and its name.
///
/// The server picks the number itself and says it: `xvfb-run --auto-servernum` looks for a free
/// one first, and two that look at the same time take the same.
fn screen() -> (Process, String) {
    let mut server = Command::new("Xvfb");
    server.args(["-displayfd", "1", "-screen", "0", "2880x1800x24"]);
    server.args(["-nolisten", "tcp"]);
    let mut server = Process::start(&mut server, true);
    let mut number = String::new();
    BufReader::new(server.output())
        .read_line(&mut number)
        .expect("a screen's number");
    let number = number.trim();
    assert!(!number.is_empty(), "Xvfb did not start");
    (server, format!(":{number}"))
}

/// The full path of a program: drivers do not look for it under the name that Debian gives it.
fn on_path(name: &str) -> PathBuf {
    let path = env::var_os("PATH").expect("a search path");
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("{name} is missing: `cargo xtask setup` installs it"))
}
