//! Fixed messages of what leaves the page: sharing, embedding, citing, exporting.

use super::message::messages;

messages! {
    /// A fixed message of sharing, embedding, citing or exporting.
    Out {
        Share: "分享", "Share";
        Cite: "引用", "Cite";
        Embed: "嵌入", "Embed";
        Export: "导出", "Export";
        Close: "关闭", "Close";
        OpenAlone: "在挂图中打开", "Open in Guatu";
    }
}
