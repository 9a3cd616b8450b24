SELECT province, concat('roll-up-', province) AS document, line, as_printed, reason
FROM lines
WHERE reason <> ''
ORDER BY province, line
