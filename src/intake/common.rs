//! Units that reports of a district commonly have and a set may lack: known by their names to whoever reads files.

/// A unit: its id, its names in Chinese and English, its dimension, and its factor to the base of that.
type Unit = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// The units. Dimensions that the published set has are its own, with its bases.
#[rustfmt::skip]
pub(super) const COMMON: [Unit; 38] = [
    ("yuan", "元", "yuan", "money-cny", "1"),
    ("yuan1k", "千元", "1,000 yuan", "money-cny", "1000"),
    ("usd", "美元", "US dollars", "money-usd", "1"),
    ("usd10k", "万美元", "10,000 US dollars", "money-usd", "10000"),
    ("kg", "千克", "kg", "mass", "1"),
    ("kilogram", "公斤", "kg", "mass", "1"),
    ("ton", "吨", "t", "mass", "1000"),
    ("ton10k", "万吨", "10,000 t", "mass", "10000000"),
    ("ton100m", "亿吨", "100 million t", "mass", "100000000000"),
    ("tce", "吨标准煤", "t of standard coal", "coal", "1"),
    ("tce10k", "万吨标准煤", "10,000 t of standard coal", "coal", "10000"),
    ("kwh", "千瓦时", "kWh", "energy", "1"),
    ("kwh10k", "万千瓦时", "10,000 kWh", "energy", "10000"),
    ("kwh100m", "亿千瓦时", "100 million kWh", "energy", "100000000"),
    ("kw", "千瓦", "kW", "power", "1"),
    ("mw", "兆瓦", "MW", "power", "1000"),
    ("kw10k", "万千瓦", "10,000 kW", "power", "10000"),
    ("m", "米", "m", "length", "1"),
    ("kilometre", "千米", "km", "length", "1000"),
    ("squarekm", "平方千米", "km²", "area", "1000000"),
    ("mu10k", "万亩", "10,000 mu", "area", "6666666.66666667"),
    ("m3", "立方米", "m³", "volume", "1"),
    ("m3w", "万立方米", "10,000 m³", "volume", "10000"),
    ("m3y", "亿立方米", "100 million m³", "volume", "100000000"),
    ("visit", "人次", "person-times", "visits", "1"),
    ("visit100m", "亿人次", "100 million person-times", "visits", "100000000"),
    ("person1", "名", "persons", "count", "1"),
    ("vehicle", "辆", "vehicles", "count", "1"),
    ("vehicle10k", "万辆", "10,000 vehicles", "count", "10000"),
    ("set", "台", "sets", "count", "1"),
    ("set10k", "万台", "10,000 sets", "count", "10000"),
    ("firm10k", "万家", "10,000", "count", "10000"),
    ("dwelling10k", "万套", "10,000 dwellings", "count", "10000"),
    ("piece100m", "亿件", "100 million", "count", "100000000"),
    ("ugm3", "微克/立方米", "µg/m³", "concentration", "1"),
    ("db", "分贝", "dB", "loudness", "1"),
    ("yuanperm2", "元/平方米", "yuan/m²", "price", "1"),
    ("personperkm2", "人/平方公里", "persons/km²", "population-density", "1"),
];
