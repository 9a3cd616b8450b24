//! Fixed messages of what leaves the page: sharing, embedding, citing, exporting.

use super::message::messages;
use crate::view::PagePart;

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
        EmbedHeight: "高度", "Height";
        EmbedGrows: "随内容变化", "Grows with the content";
        EmbedFixed: "固定", "Fixed";
        EmbedPixels: "像素", "Pixels";
        EmbedLanguage: "语言", "Language";
        EmbedHide: "不显示的部分", "Leave out";
        EmbedNeedsSite: "粘贴代码要有网站地址才能生成。请在网站上打开挂图，再到这里复制。", "The lines need the address of a site. Open Guatu on its site and copy them there.";
        EmbedGuide: "网站管理员须知（安全策略、缓存、事件）见随程序提供的 docs/embedding.md。", "What webmasters need to know (security policy, caching, events) is in docs/embedding.md, which comes with the program.";
        Preview: "预览", "Preview";
        PreviewInSite: "单文件版不能显示预览。", "The single file cannot show a preview.";
        HideFilters: "筛选按钮", "Filters button";
        HideSearch: "搜索框", "Search field";
        HideChips: "数量和筛选条件", "Count and what is filtered";
        HideStrip: "进展统计", "Counts by status";
        HideSwitch: "视图切换", "Switches of a view";
        HideTools: "打印、导出、对比", "Print, export, compare";
        HideNotes: "说明文字", "Hints and notes";
        Close: "关闭", "Close";
        OpenAlone: "在挂图中打开", "Open in Guatu";
    }
}

impl Out {
    /// A part of the page that an embed can go without.
    #[must_use]
    pub const fn page_part(part: PagePart) -> Self {
        match part {
            PagePart::Filters => Self::HideFilters,
            PagePart::Search => Self::HideSearch,
            PagePart::Chips => Self::HideChips,
            PagePart::Strip => Self::HideStrip,
            PagePart::Switch => Self::HideSwitch,
            PagePart::Tools => Self::HideTools,
            PagePart::Notes => Self::HideNotes,
        }
    }
}
