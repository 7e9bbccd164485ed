package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Form;
import org.yima.securitypkg.Kit;

/**
 * The code in {@code docs/integrate/java.md}, read from top to bottom as one program, compiles with
 * Java 8 against what we ship.
 */
final class JavaGuideTest {
  private static final Path GUIDE = Path.of("../docs/integrate/java.md");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** What the guide leaves to its reader: the values he was given, and the rest of his system. */
  private static final String READERS_OWN =
      """
        String merchantcode = "DD99000001";
        String infosyscode = "SYS990001";
        String hospcode = "99000001";
        String scanned = "9900010000000000000000000001";
        String catalogueCode = "XA01";

        void show(String sentence) {}

        void collect(long fen) {}

        void compareWithYourBooks(String order, long total, long funds, long account, long cash) {}
      """;

  @TempDir private Path classes;

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(GUIDE)).results().map(block -> block.group(1)).toList();
  }

  private static String lines(List<String> blocks, boolean imports) {
    return blocks.stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n"));
  }

  private static String program(List<String> blocks) {
    return lines(blocks, true)
        + "\nclass Guide {\n"
        + READERS_OWN
        + "  void guide() throws Exception {\n"
        + lines(blocks, false)
        + "\n  }\n}\n";
  }

  private List<String> errors(String program) throws IOException {
    var source =
        new SimpleJavaFileObject(URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    String classPath =
        Stream.of(YimaClient.class, Kit.class, Form.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .map(place -> Path.of(URI.create(place.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator));
    var options =
        List.of("--release", "8", "-proc:none", "-cp", classPath, "-d", classes.toString());
    var found = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    compiler.getTask(null, null, found, options, null, List.of(source)).call();
    return found.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> problem.getLineNumber() + ": " + problem.getMessage(Locale.ENGLISH))
        .toList();
  }

  @Test
  void itsProgramCompiles() throws IOException {
    List<String> blocks = blocks();
    assertThat(blocks)
        .as("client; sign in to order; pay; two steps; undo; stay; reconcile")
        .hasSize(7);
    assertThat(errors(program(blocks))).isEmpty();
    assertThat(classes.resolve("Guide.class")).exists();
  }

  @Test
  void aCallThatTheSdkDoesNotHaveWouldBeFound() throws IOException {
    String outdated = program(blocks()).replace("yima.signOut(cycle)", "yima.logOff(cycle)");
    assertThat(errors(outdated)).singleElement().asString().contains("logOff");
  }

  /** What the tables and the list of pitfalls name in passing exists under that name. */
  @Test
  void theMethodsNamedInTheTextExist() throws IOException {
    String text = BLOCK.matcher(Files.readString(GUIDE)).replaceAll("");
    List<String> named =
        Pattern.compile("`(?:yima\\.)?([a-z][A-Za-z]+)\\(")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    var types =
        Stream.of(
            YimaClient.class,
            Answer.class,
            Refusal.class,
            ChargeLine.Builder.class,
            Settlement.class,
            Payment.class);
    var methods =
        types
            .flatMap(type -> Stream.of(type.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(named).contains("isDone", "refusal", "retry", "resume", "herbalDoses", "field");
    assertThat(methods).containsAll(named);
  }
}
