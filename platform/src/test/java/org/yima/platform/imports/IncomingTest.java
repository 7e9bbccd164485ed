package org.yima.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they come: what is read of them, and everything that is wrong named at once. */
class IncomingTest {
  private static final Kind KIND =
      Kind.of(
          "sample",
          "示例",
          "sample",
          List.of("code"),
          Column.required("code", "代码", CellType.matching("[0-9]+", "数字")),
          Column.required("name", "名称", CellType.text(20)),
          Column.optional("since", "开始日期", CellType.date()),
          Column.optional("herb", "中草药", CellType.flag(), "f"));

  private final Faults faults = new Faults();
  private final List<String> rows = new ArrayList<>();

  private Incoming read(byte[] file) {
    var incoming = new Incoming(KIND, faults);
    incoming.read(
        new ByteArrayInputStream(file),
        (line, cells) ->
            rows.add(
                "%d:%s|%s|%s|%s"
                    .formatted(
                        line,
                        cells.get("code"),
                        cells.get("name"),
                        cells.get("since"),
                        cells.get("herb"))));
    return incoming;
  }

  private Incoming read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> said() {
    return faults.named().stream().map(each -> each.row() + ":" + each.sentence()).toList();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "code,name\\n1,甲\\n;                       2:1|甲|null|f;           empty columns left out",
        "name,code\\r\\n甲,1\\r\\n;                 2:1|甲|null|f;           another order, CR LF",
        "代码,名称,开始日期\\n1,甲,2026-01-01;       2:1|甲|2026-01-01|f;     Chinese headers, no last line end",
        "\uFEFFcode,name\\n1,甲;                    2:1|甲|null|f;           with a byte order mark",
        "code,name\\n1,\"甲, \"\"乙\"\"\";           2:1|甲, \"乙\"|null|f;   quoted, with comma and quotes",
        "code,name,herb\\n 1 , 甲 ,是;              2:1|甲|null|t;           blanks around",
        "code,name\\n\\n1,甲;                       2:1|甲|null|f;           an empty line",
      })
  void good_files(String file, String row, String what) {
    Incoming incoming = read(file.replace("\\n", "\n").replace("\\r", "\r"));
    assertThat(said()).as(what).isEmpty();
    assertThat(rows).containsExactly(row);
    assertThat(incoming.rowCount()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "'';                            1:文件是空的",
        "code\\n1;                      1:缺少列 name（名称）",
        "code,name,extra\\n1,甲,x;      1:没有这样的列：extra",
        "code,name,name\\n1,甲,乙;      1:列名重复",
        "code,name\\n1;                 2:应有 2 列，实有 1 列",
        "code,name\\nx,甲;              2:代码 code 应为数字",
        "code,name\\n1,;                2:名称 name 应为必填",
        "code,name,since\\n1,甲,明天;   2:开始日期 since 应为日期 yyyy-MM-dd",
        "code,name\\n1,\"甲;            2:不是合格的 CSV（RFC 4180），之后的内容没有检查",
      })
  void bad_files(String file, String sentence) {
    read(file.replace("\\n", "\n"));
    assertThat(said()).containsExactly(sentence);
    assertThat(rows).isEmpty();
  }

  @Test
  void every_bad_cell_of_every_row_is_named_and_good_rows_are_counted() {
    Incoming incoming = read("code,name,herb\nx,,maybe\n2,乙,否\ny,丙,\n");
    assertThat(said()).hasSize(4).last().asString().startsWith("4:");
    assertThat(incoming.rowCount()).isEqualTo(3);
    assertThat(rows).containsExactly("3:2|乙|null|f");
  }

  @Test
  void another_encoding_is_told() {
    read("code,name\n1,甲乙丙丁\n".getBytes(Charset.forName("GB18030")));
    assertThat(said()).containsExactly("2:之后的内容不是 UTF-8 编码");
  }

  /** A file that is wrong throughout must not fill the screen, nor the memory. */
  @Test
  void a_hundred_are_named_and_all_are_counted() {
    read("code,name\n" + "x,甲\n".repeat(5000));
    assertThat(faults.count()).isEqualTo(5000);
    assertThat(faults.named()).hasSize(Faults.NAMED);
  }

  /** The value is openssl's: printf 'code,name\n' | openssl dgst -sm3. */
  @Test
  void the_digest_is_of_the_whole_file_also_where_reading_stopped() {
    assertThat(read("code,name\n").sm3())
        .isEqualTo("aae929bd2c0a4588c6a64676d03c10f22c2e8e6593e4404132c63127d4115743");
    assertThat(read("bad\n" + "1\n".repeat(100)).sm3())
        .isNotEqualTo(read("bad\n" + "1\n".repeat(101)).sm3());
  }
}
