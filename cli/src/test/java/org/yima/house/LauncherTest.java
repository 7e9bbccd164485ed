package org.yima.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./yima}, in a directory whose name has blanks and Chinese in it. Maven and
 * the JDK are stand-ins that say how they were called: what is tried here is finding, building once
 * and passing on.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path temporary;
  private Path clone;
  private Path jdk;

  @BeforeEach
  void lay_out_a_clone_and_a_jdk() throws IOException {
    clone = Files.createDirectories(temporary.resolve("医 码"));
    Files.copy(Repository.root().resolve("yima"), clone.resolve("yima"));
    Files.createDirectories(clone.resolve("cli/src/main"));
    age(Files.writeString(clone.resolve("pom.xml"), ""));
    age(Files.writeString(clone.resolve("cli/pom.xml"), ""));
    age(Files.writeString(clone.resolve("cli/src/main/A.java"), ""));
    age(clone.resolve("cli/src/main"));
    script(
        clone.resolve("mvnw"),
        "echo \"$@\" >> maven-calls; sleep 0.2; [ ! -e broken ] && touch cli/target/lib/cli.jar");
    jdk = jdk("jdk", "25.0.3");
  }

  @Test
  void builds_on_first_use_and_passes_arguments_on_unchanged() throws Exception {
    Result result = yima("call", "a b", "*");
    assertThat(result.exit()).isEqualTo(7);
    assertThat(result.output()).contains("正在构建", "<org.yima.cli.Yima><call><a b><*>");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void does_not_build_again_until_a_source_is_newer() throws Exception {
    yima("demo");
    assertThat(yima("demo").output()).doesNotContain("正在构建");
    assertThat(builds()).hasSize(1);

    Files.setLastModifiedTime(
        clone.resolve("cli/src/main/A.java"), FileTime.from(Instant.parse("2999-01-01T00:00:00Z")));
    assertThat(yima("demo").output()).contains("正在构建");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void a_removed_source_is_a_change_too() throws Exception {
    yima("demo");
    Files.delete(clone.resolve("cli/src/main/A.java"));
    yima("demo");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void two_first_uses_at_once_build_once() throws Exception {
    Process first = start("demo");
    Process second = start("demo");
    assertThat(List.of(first.waitFor(), second.waitFor())).containsOnly(7);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void a_failed_build_stops_with_exit_1_and_is_tried_again() throws Exception {
    Files.createFile(clone.resolve("broken"));
    Result failed = yima("demo");
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.output()).contains("构建失败").doesNotContain("<org.yima.cli.Yima>");

    Files.delete(clone.resolve("broken"));
    assertThat(yima("demo").exit()).isEqualTo(7);
  }

  @Test
  void test_runs_the_whole_suite_and_hands_on_its_exit_code() throws Exception {
    assertThat(yima("test").exit()).isNotZero(); // no target/lib yet, so the stand-in fails
    assertThat(builds()).containsExactly("-ntp verify");
  }

  @Test
  void an_older_jdk_is_named_and_refused() throws Exception {
    jdk = jdk("old", "17.0.15");
    Result result = yima("demo");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).contains("YIMA_JAVA_HOME=" + jdk, "不是 JDK 25", "not a JDK 25");
    assertThat(clone.resolve("maven-calls")).doesNotExist();
  }

  @Test
  void names_the_jdk_without_building() throws Exception {
    assertThat(yima("jdk").output()).isEqualTo(jdk + "\n");
    assertThat(clone.resolve("maven-calls")).doesNotExist();
  }

  @Test
  void a_jdk_without_a_release_file_is_asked_for_its_version() throws Exception {
    Files.delete(jdk.resolve("release"));
    assertThat(yima("demo").exit()).isEqualTo(7);
  }

  private record Result(int exit, String output) {}

  private Result yima(String... arguments) throws Exception {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** Called from a directory that is not the clone's. */
  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(clone.resolve("yima").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(Map.of("YIMA_JAVA_HOME", jdk.toString(), "LC_ALL", "C.UTF-8"));
    return builder.directory(temporary.toFile()).redirectErrorStream(true).start();
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(clone.resolve("maven-calls"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(temporary.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "");
    script(
        home.resolve("bin/java"),
        """
        if [ "$1" = -version ]; then echo 'openjdk version "%s"' >&2; exit; fi
        while [ "$1" != org.yima.cli.Yima ]; do shift; done
        printf '<%%s>' "$@"; exit 7
        """
            .formatted(version));
    return home;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Older than anything built in this test. */
  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }
}
