-- The compilation is the document. The sum of its text and its numerals are put in when the text is written.
SELECT
    r.province, concat('roll-up-', r.province) AS id, concat(r.province, '0000') AS area, 'statistics' AS kind,
    concat(a.name_zh, '区县数据汇编') AS title_zh,
    concat(a.name_en, ': figures of its districts, compiled') AS title_en,
    '' AS issuer, '' AS number, '' AS delivered, '' AS published,
    CASE WHEN MIN(r.period) = MAX(r.period) THEN MIN(r.period) ELSE concat(MIN(r.period), '/', MAX(r.period)) END AS covers
FROM published AS r JOIN areas AS a ON a.code = concat(r.province, '0000')
GROUP BY r.province, a.name_zh, a.name_en
ORDER BY r.province
