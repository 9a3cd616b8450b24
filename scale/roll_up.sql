-- What the districts of a province come to, for each indicator and period. The same text for DuckDB and for Spark.
-- Only outcomes of whole years count, of each district once, by the newest document that prints them. A bound (超过100) has no
-- exact value and no unit that converts exactly none either: such a district is not among those `counted`. What a
-- province says of itself is none of its districts' figures.
-- Amounts are added up; of rates the median is taken, in which every district weighs the same. Which it is says
-- `rules`: an indicator without a rule is left out. All arithmetic is decimal: `value` is rounded once, half away
-- from zero, to two decimals or none.
WITH printed AS (
    SELECT
        o.province, o.area, o.indicator, o.period, o.comparator, r.rule, r.decimals,
        CAST(o.value * c.factor AS DECIMAL(28, 8)) AS value,
        ROW_NUMBER() OVER (
            PARTITION BY o.area, o.indicator, o.period ORDER BY d.delivered DESC, o.id DESC
        ) AS age
    FROM observations AS o
    JOIN areas AS a ON a.code = o.area AND a.parent = concat(o.province, '0000')
    JOIN documents AS d ON d.id = o.document
    JOIN indicators AS i ON i.id = o.indicator
    JOIN rules AS r ON r.indicator = o.indicator
    LEFT JOIN conversions AS c ON c.unit = o.unit AND c.wanted = i.unit
    WHERE o.kind = 'actual' AND length(o.period) = 4
),
ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY province, indicator, period ORDER BY value) AS place,
        COUNT(*) OVER (PARTITION BY province, indicator, period) AS counted
    FROM printed
    WHERE age = 1 AND comparator = '=' AND value IS NOT NULL
),
added AS (
    SELECT
        province, indicator, period, rule, decimals, counted,
        CAST(SUM(value) AS DECIMAL(28, 8)) AS total,
        -- The figure in the middle, or the two.
        CAST(SUM(CASE WHEN 2 * place BETWEEN counted AND counted + 2 THEN value END) AS DECIMAL(28, 8)) AS middle
    FROM ranked
    GROUP BY province, indicator, period, rule, decimals, counted
),
measured AS (
    SELECT
        *,
        CASE
            WHEN rule = 'sum' THEN total
            WHEN counted % 2 = 0 THEN CAST(middle * CAST(0.5 AS DECIMAL(2, 1)) AS DECIMAL(30, 9))
            ELSE middle
        END AS exact
    FROM added
),
sizes AS (
    SELECT parent, COUNT(*) AS districts FROM areas WHERE parent IS NOT NULL GROUP BY parent
)
SELECT
    m.province, m.indicator, m.period, m.rule,
    CASE m.decimals
        WHEN 0 THEN CAST(CAST(m.exact AS DECIMAL(28, 0)) AS STRING)
        ELSE CAST(CAST(m.exact AS DECIMAL(28, 2)) AS STRING)
    END AS value,
    m.counted, s.districts
FROM measured AS m JOIN sizes AS s ON s.parent = concat(m.province, '0000')
ORDER BY m.province, m.indicator, m.period
