SELECT DISTINCT r.province, a.code, a.name_zh, a.name_en, '' AS parent
FROM published AS r JOIN areas AS a ON a.code = concat(r.province, '0000')
ORDER BY r.province
