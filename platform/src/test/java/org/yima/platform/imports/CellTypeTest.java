package org.yima.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell may say, and what is stored of it. */
class CellTypeTest {
  private static final Map<String, CellType> TYPES =
      Map.of(
          "text", CellType.text(5),
          "date", CellType.date(),
          "flag", CellType.flag(),
          "whole", CellType.whole(0, 3),
          "yuan", CellType.yuan(),
          "share", CellType.share(),
          "counter", CellType.counter(),
          "list", CellType.list("SM|RSA", "套件"),
          "one", CellType.oneOf("A", "B"));

  @ParameterizedTest(name = "{0}: {1} is stored as {2}")
  @CsvSource({
    "text,    测试甲,     测试甲",
    "date,    2026-02-28, 2026-02-28",
    "flag,    是,         t",
    "flag,    true,       t",
    "flag,    0,          f",
    "whole,   3,          3",
    "yuan,    12.5,       1250",
    "yuan,    0,          0",
    "yuan,    99999999.99,9999999999",
    "share,   0.1,        1000",
    "share,   0.3333,     3333",
    "share,   1,          10000",
    "share,   1.0000,     10000",
    "counter, fund:all,   fund:all",
    "list,    SM RSA,     '{\"SM\",\"RSA\"}'",
    "one,     B,          B",
  })
  void is_read(String type, String cell, String stored) {
    assertThat(of(type).value(cell)).isEqualTo(stored);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "text,    六个字的名字",
    "date,    2026-02-30",
    "date,    2026/02/03",
    "flag,    maybe",
    "whole,   4",
    "whole,   -1",
    "whole,   x",
    "yuan,    -0.01",
    "yuan,    1.005",
    "yuan,    '1,000.00'",
    "share,   1.1",
    "share,   0.12345",
    "share,   10%",
    "counter, fund",
    "list,    SM DES",
    "one,     C",
  })
  void is_refused(String type, String cell) {
    assertThatThrownBy(() -> of(type).value(cell)).isInstanceOf(IllegalArgumentException.class);
  }

  private static CellType of(String type) {
    return java.util.Objects.requireNonNull(TYPES.get(type));
  }
}
