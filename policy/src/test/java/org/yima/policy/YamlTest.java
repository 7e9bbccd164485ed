package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken or hostile before one looks at what they say. */
class YamlTest {

  private static final String NOT_YAML =
      "不是有效的 YAML；请检查缩进、冒号和引号 / not YAML; check indentation, colons and quotes (";

  private static void refused(byte[] bytes, String message) {
    assertThatThrownBy(() -> PolicyReader.read(SourceFile.of("p.yaml", bytes)))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("p.yaml:" + message);
  }

  private static void refused(String text, String message) {
    refused(text.getBytes(StandardCharsets.UTF_8), message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          name: 一: 二                  ¦ 1 ¦ mapping values are not allowed here
          name: "一                     ¦ 2 ¦ found unexpected end of stream
          name: 一↵  from: 2024-01-01   ¦ 2 ¦ mapping values are not allowed here
          name: 一↵↹from: 2024-01-01    ¦ 2 ¦ found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
          name: [一, 二                 ¦ 2 ¦ expected ',' or ']', but got <stream end>
          name: {一: 二                 ¦ 2 ¦ expected ',' or '}', but got <stream end>
          name: 一↵]                    ¦ 2 ¦ expected <block end>, but found ']'
          name: {[一]: 二}              ¦ 1 ¦ Non scalar key is detected but it is not configured to be allowed.
          name: @一                     ¦ 1 ¦ found character '@' that cannot start any token. (Do not use @ for indentation)
          name: 一↵---↵name: 二         ¦ 2 ¦ but found another document
          """)
  void whatIsNotYamlIsRefusedAtItsLine(String text, int line, String problem) {
    String file = text.replace("↵", "\n").replace("↹", "\t") + "\n";
    refused(file, line + ": " + NOT_YAML + problem + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# 只有注释\n"})
  void aFileWithoutContentIsRefused(String text) {
    assertThatThrownBy(() -> PolicyReader.read(new SourceFile("p.yaml", text)))
        .isInstanceOf(PolicyException.class)
        .hasMessage("p.yaml:1: 文件是空的 / the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"政策", "- 政策", "[政策]", "300"})
  void aFileIsKeysWithValues(String text) {
    refused(text, "1: “p.yaml”下面应当是“键: 值” / 'p.yaml' should hold keys with values");
  }

  /** A few hundred bytes that would unfold into billions of nodes. */
  @Test
  void anchorsAreRefusedBeforeTheyUnfold() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*a" + (i - 1);
      String nine = String.join(", ", Collections.nCopies(9, before));
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, nine));
    }
    refused(
        bomb.toString(),
        "1: 不支持 YAML 锚点（&a0）；请删去，并把内容写全"
            + " / anchors (&a0) are not read; remove it and write the content out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &a {b: *a}", "a: &a [*a]", "base: &a {x: 1}\n<<: *a", "a: &a 300"})
  void anAnchorIsRefusedWhateverItIsFor(String text) {
    assertThatThrownBy(() -> PolicyReader.read(new SourceFile("p.yaml", text)))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("p.yaml:1: ")
        .hasMessageContaining("anchors (&a) are not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: {b: *a}", "a: [*a]", "a: 1\n<<: *a"})
  void anAliasWithoutAnAnchorIsRefusedToo(String text) {
    assertThatThrownBy(() -> PolicyReader.read(new SourceFile("p.yaml", text)))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("aliases (*) are not read");
  }

  /** Nothing is ever made of a tag: what it stands before is text like any other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager x",
        "!!java.net.URL http://127.0.0.1:1/",
        "!!binary 5pS/562W",
        "!own x",
      })
  void aTagMakesNothing(String tagged) {
    String text = GoodFiles.change(GoodFiles.POLICY, "测试政策", tagged);
    var policies = PolicyReader.read(new SourceFile("p.yaml", text));
    String value = tagged.substring(tagged.indexOf(' ') + 1);
    assertThat(policies.firstEntry().getValue().name()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"[, ]", "'{a: ', }"})
  void nestingIsBounded(String open, String close) {
    String deep = open.repeat(2_000) + "x" + close.repeat(2_000);
    refused("name: " + deep, "1: 嵌套过深 / nested too deeply");
    String text = "name: " + open.repeat(19) + "x" + close.repeat(19);
    refused(text, "1: 缺少“from”；请补上");
  }

  /** The line is where the file stops being UTF-8; files saved as GBK are the common case. */
  @ParameterizedTest
  @CsvSource({"GBK, 1", "GB18030, 1", "Big5, 1", "UTF-16LE, 1"})
  void anotherEncodingIsNamedAsSuch(Charset charset, int line) {
    byte[] bytes = "name: 测试政策\nfrom: 2024-01-01\n".getBytes(charset);
    if (charset.equals(StandardCharsets.UTF_16LE)) {
      bytes = ("\uFEFF" + "name: 测试政策\n").getBytes(charset);
    }
    refused(bytes, line + ": 文件不是 UTF-8 编码；请另存为 UTF-8 / the file is not UTF-8; save it as UTF-8");
  }

  @Test
  void theLineThatIsNotUtf8IsNamed() {
    byte[] good = GoodFiles.POLICY.getBytes(StandardCharsets.UTF_8);
    byte[] bad = good.clone();
    int third = GoodFiles.POLICY.indexOf("employee") + 8; // Two bytes more for each Chinese letter.
    assertThat(new String(bad, third, 8, StandardCharsets.UTF_8)).isEqualTo("employee");
    bad[third] = (byte) 0xC0;
    refused(bad, "3: 文件不是 UTF-8 编码");
    // Cut off in the middle of the last letter.
    byte[] cut = Arrays.copyOf(good, good.length + 1);
    cut[good.length] = (byte) 0xE6;
    refused(cut, "36: 文件不是 UTF-8 编码");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreRead() {
    String windows = "\uFEFF" + GoodFiles.POLICY.replace("\n", "\r\n");
    assertThatCode(() -> GoodFiles.readPolicy(windows)).doesNotThrowAnyException();
  }

  @Test
  void sizeIsBoundedWhereverTheBytesComeFrom() {
    byte[] largest = new byte[512 * 1024];
    Arrays.fill(largest, (byte) '#');
    refused(largest, "1: "); // Only a comment, but read.
    byte[] larger = Arrays.copyOf(largest, largest.length + 1);
    refused(larger, "1: 文件超过 512 KB；请拆分为多个文件 / the file is larger than 512 KB; split it");
    assertThatThrownBy(() -> CaseFile.parse("c.yaml", larger))
        .hasMessageStartingWith("c.yaml:1: 文件超过 512 KB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "district", "scheme", "from", "benefits"})
  void aKeyGivenTwiceIsNamedAtItsSecondLine(String key) {
    refused(
        GoodFiles.POLICY + key + ": 又一次\n",
        "36: 键“%1$s”写了两次 / key '%1$s' is given twice".formatted(key));
  }
}
