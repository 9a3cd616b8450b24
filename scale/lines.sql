-- The roll-up as a document of its own, a compilation for each province: line by line its headings and its figures,
-- as they will be printed. The same text for DuckDB and for Spark. A figure is printed with the districts that stand behind it.
-- `aside` is what has numerals and measures nothing, `reason` why.
WITH counted AS (
    SELECT *, concat(districts, '个区县中', counted, '个') AS aside FROM published
),
printed AS (
    SELECT
        r.*, i.name_zh, i.theme, i.unit, t.order AS theme_order, t.name_zh AS theme_zh,
        concat(r.aside, CASE r.rule WHEN 'sum' THEN '合计' ELSE '的中位数' END, r.value, u.name_zh) AS as_printed
    FROM counted AS r
    JOIN indicators AS i ON i.id = r.indicator
    JOIN themes AS t ON t.id = i.theme
    JOIN units AS u ON u.id = i.unit
),
parts AS (
    SELECT DISTINCT
        p.province, '' AS period, 0 AS theme_order, '' AS theme, '' AS indicator,
        concat(a.name_zh, '区县数据汇编（根据各区县文件所载数据汇总）') AS text, '' AS aside, '' AS reason
    FROM printed AS p JOIN areas AS a ON a.code = concat(p.province, '0000')
    UNION ALL
    SELECT DISTINCT province, period, 0, '', '', concat(period, '年'), concat(period, '年'), 'date' FROM printed
    UNION ALL
    SELECT DISTINCT province, period, theme_order, theme, '', theme_zh, '', '' FROM printed
    UNION ALL
    SELECT province, period, theme_order, theme, indicator, concat(name_zh, '：', as_printed), aside, 'other' FROM printed
),
numbered AS (
    SELECT
        *, ROW_NUMBER() OVER (PARTITION BY province ORDER BY period, theme_order, theme, indicator) AS line
    FROM parts
)
SELECT
    n.province, n.line, n.text, n.aside, n.reason,
    p.indicator, p.period, p.rule, p.value, p.unit, p.as_printed, p.counted, p.districts,
    concat(p.period, '年 / ', p.theme_zh) AS section
FROM numbered AS n
LEFT JOIN printed AS p ON p.province = n.province AND p.period = n.period AND p.indicator = n.indicator
ORDER BY n.province, n.line
