-- The roll-up as a document of its own, a compilation for each province: line by line its headings and its figures,
-- as they will be printed. The same text for DuckDB and for Spark. `reason` is why the numeral of a heading measures nothing.
WITH printed AS (
    SELECT
        r.*, i.name_zh, i.theme, i.unit, t.order AS theme_order, t.name_zh AS theme_zh,
        concat(i.name_zh, CASE r.rule WHEN 'sum' THEN '区县合计' ELSE '区县中位数' END, r.value, u.name_zh) AS text
    FROM roll_up AS r
    JOIN indicators AS i ON i.id = r.indicator
    JOIN themes AS t ON t.id = i.theme
    JOIN units AS u ON u.id = i.unit
),
parts AS (
    SELECT DISTINCT
        p.province, '' AS period, 0 AS theme_order, '' AS indicator,
        concat(a.name_zh, '区县数据汇编（由各区县印发的数汇总）') AS text, '' AS as_printed, '' AS reason
    FROM printed AS p JOIN areas AS a ON a.code = concat(p.province, '0000')
    UNION ALL
    SELECT DISTINCT province, period, 0, '', concat(period, '年'), concat(period, '年'), 'date' FROM printed
    UNION ALL
    SELECT DISTINCT province, period, theme_order, '', theme_zh, '', '' FROM printed
    UNION ALL
    SELECT province, period, theme_order, indicator, text, text, '' FROM printed
),
numbered AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY province ORDER BY period, theme_order, indicator) AS line FROM parts
)
SELECT
    n.province, n.line, n.text, n.as_printed, n.reason,
    p.indicator, p.period, p.rule, p.value, p.unit, p.counted, p.districts,
    concat(p.period, '年 / ', p.theme_zh) AS section
FROM numbered AS n
LEFT JOIN printed AS p ON p.province = n.province AND p.period = n.period AND p.indicator = n.indicator
ORDER BY n.province, n.line
