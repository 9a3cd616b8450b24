//! Fixed messages of what leaves the page: sharing, embedding, citing, exporting.

use super::message::messages;

messages! {
    /// A fixed message of sharing, embedding, citing or exporting.
    Out {
        Share: "分享", "Share";
        Cite: "引用", "Cite";
        Embed: "嵌入", "Embed";
        Export: "导出", "Export";
        Link: "链接", "Link";
        LinkOfView: "本页链接", "Link to this view";
        CodeOfLink: "扫码打开本页", "Scan to open this view";
        EmbedCode: "粘贴到网页的代码", "Lines for a page of your own";
        Copy: "复制", "Copy";
        Close: "关闭", "Close";
        OpenAlone: "在挂图中打开", "Open in Guatu";
    }
}
