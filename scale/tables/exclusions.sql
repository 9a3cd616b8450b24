-- The numerals of years and of the districts that were counted, and those in the name of an indicator (百强企业).
WITH names AS (
    SELECT l.province, l.line, i.name_zh
    FROM lines AS l JOIN indicators AS i ON i.id = l.indicator
    WHERE translate(i.name_zh, '0123456789一二三四五六七八九十百千万亿两首半', '') <> i.name_zh
),
asides AS (
    SELECT province, line, aside AS as_printed, reason FROM lines WHERE aside <> ''
    UNION ALL
    SELECT province, line, name_zh, 'proper_name' FROM names
)
SELECT province, concat('roll-up-', province) AS document, line, as_printed, reason
FROM asides
ORDER BY province, line, as_printed
