-- What the districts of a province come to, for each indicator and period. The same text for DuckDB and for Spark.
-- A district is an area that is nobody's parent; what a province or a city says of itself is none of its districts' figures.
-- Only outcomes of whole years count, of each district one: that which the page takes too (`assess::outcome::by_age`), a
-- number before mere words, then the newest document, in it the first place. Where that is a bound (超过100), a range or
-- in a unit that does not convert exactly, it has no exact value, and the district is not among those `counted`.
-- Amounts are added up; of rates the median is taken, in which every district weighs the same. Which it is says
-- `rules`: an indicator without a rule is left out. There is no value where the share of the districts that are counted is below the
-- rule's `coverage` (per cent). All arithmetic is decimal: `value` is rounded once, half away from zero, to two decimals or none.
WITH districts AS (
    SELECT a.code, substr(a.code, 1, 2) AS province
    FROM areas AS a
    WHERE a.code NOT LIKE '%0000' AND NOT EXISTS (SELECT 1 FROM areas AS b WHERE b.parent = a.code)
),
sizes AS (
    SELECT province, COUNT(*) AS districts FROM districts GROUP BY province
),
printed AS (
    SELECT
        o.province, o.indicator, o.period,
        CASE WHEN o.comparator = '=' AND o.value_high IS NULL THEN CAST(o.value * c.factor AS DECIMAL(28, 8)) END AS value,
        ROW_NUMBER() OVER (
            PARTITION BY o.area, o.indicator, o.period
            ORDER BY
                CASE WHEN o.value IS NULL THEN 1 ELSE 0 END, d.delivered DESC NULLS LAST,
                d.id, o.line, TRY_CAST(split_part(o.id, '-', -1) AS INT) NULLS FIRST
        ) AS age
    FROM observations AS o
    JOIN districts AS a ON a.code = o.area
    JOIN documents AS d ON d.id = o.document
    JOIN indicators AS i ON i.id = o.indicator
    LEFT JOIN conversions AS c ON c.unit = o.unit AND c.wanted = i.unit
    WHERE o.kind = 'actual' AND length(o.period) = 4
),
ranked AS (
    SELECT
        province, indicator, period, value,
        ROW_NUMBER() OVER (PARTITION BY province, indicator, period ORDER BY value NULLS LAST) AS place,
        COUNT(value) OVER (PARTITION BY province, indicator, period) AS counted
    FROM printed
    WHERE age = 1
),
added AS (
    SELECT
        province, indicator, period, counted,
        CAST(SUM(value) AS DECIMAL(28, 8)) AS total,
        -- The figure in the middle, or the two.
        CAST(SUM(CASE WHEN 2 * place BETWEEN counted AND counted + 2 THEN value END) AS DECIMAL(28, 8)) AS middle
    FROM ranked
    GROUP BY province, indicator, period, counted
),
measured AS (
    SELECT
        a.*, r.rule, r.decimals, s.districts,
        CASE
            WHEN 100 * a.counted < r.coverage * s.districts THEN NULL
            WHEN r.rule = 'sum' THEN a.total
            WHEN a.counted % 2 = 0 THEN CAST(a.middle * CAST(0.5 AS DECIMAL(2, 1)) AS DECIMAL(30, 9))
            ELSE a.middle
        END AS exact
    FROM added AS a
    JOIN rules AS r ON r.indicator = a.indicator
    JOIN sizes AS s ON s.province = a.province
)
SELECT
    province, indicator, period, rule,
    CASE decimals
        WHEN 0 THEN CAST(CAST(exact AS DECIMAL(28, 0)) AS STRING)
        WHEN 2 THEN CAST(CAST(exact AS DECIMAL(28, 2)) AS STRING)
    END AS value,
    counted, districts
FROM measured
ORDER BY province, indicator, period
