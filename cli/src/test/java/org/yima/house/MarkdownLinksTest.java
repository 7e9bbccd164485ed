package org.yima.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents: what they link to is there, and setting up takes the two commands promised. */
class MarkdownLinksTest {
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern SHELL = Pattern.compile("(?ms)^```(?:sh|bash)\\n(.*?)^```");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern MARK = Pattern.compile("<a id=\"([^\"]+)\"></a>");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

  @Test
  void every_link_leads_somewhere() {
    List<String> broken =
        Repository.files(".md").stream()
            .flatMap(file -> broken(file, Repository.read(file)))
            .toList();
    assertThat(broken).as("correct the link or write what it promises").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void setting_up_takes_two_commands(String readme) {
    List<String> commands =
        SHELL
            .matcher(Repository.read(Path.of(readme)))
            .results()
            .flatMap(block -> block.group(1).lines())
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(commands).containsExactly("./yima demo", "./yima test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [a](STYLE.md)                        | 0
          [a](./docs/)                         | 0
          [a](README.md#no-such-heading)       | 1
          [a](#here)                           | 1
          [a](NOWHERE.md)                      | 1
          [a](NOWHERE.md) and [b](NOTHING.md)  | 2
          [a](https://example.org/nowhere)     | 0
          """)
  void a_broken_link_is_found(String text, int findings) {
    assertThat(broken(Path.of("README.md"), text)).hasSize(findings);
  }

  @Test
  void links_in_printed_code_are_not_links() {
    assertThat(broken(Path.of("README.md"), "```\n[a](NOWHERE.md)\n```\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '# Where to go next'      | where-to-go-next
          '## 1. Transport, reading' | 1-transport-reading
          '## 一、先读这里'          | 一先读这里
          '<a id="medicaltype"></a>' | medicaltype
          """)
  void headings_have_the_anchors_that_forges_give_them(String heading, String anchor) {
    assertThat(anchors(heading)).containsExactly(anchor);
  }

  private static Stream<String> broken(Path file, String text) {
    return LINK.matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
        .filter(target -> !exists(file, target))
        .map(target -> file + " -> " + target);
  }

  private static boolean exists(Path from, String target) {
    String[] parts = target.split("#", 2);
    Path to = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
    if (!Files.exists(Repository.root().resolve(to))) {
      return false;
    }
    return parts.length == 1 || anchors(Repository.read(to)).contains(parts[1]);
  }

  /** Headings, and places that a generated page marks itself. */
  private static List<String> anchors(String text) {
    Stream<String> headings =
        HEADING.matcher(text).results().map(heading -> anchor(heading.group(1)));
    Stream<String> marked = MARK.matcher(text).results().map(mark -> mark.group(1));
    return Stream.concat(headings, marked).toList();
  }

  /** Lower case, blanks to hyphens, everything else that is not a letter or digit dropped. */
  private static String anchor(String heading) {
    String kept = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
    return kept.replace(' ', '-');
  }
}
