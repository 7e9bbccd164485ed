package org.yima.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One source file as the compiler's own parser sees it; nothing is resolved or compiled. */
record JavaSource(Path file, String text, CompilationUnitTree tree, SourcePositions positions) {

  /** Good enough for counting: where a string holds a comment's beginning, a line more or less. */
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** Every Java source of the repository, main and test. */
  static List<JavaSource> ofRepository() {
    return Repository.files(".java").stream()
        .map(file -> parse(file, Repository.read(file)))
        .toList();
  }

  /**
   * Parses one text.
   *
   * @param file its path relative to the repository, such as {@code client/src/main/java/org/…}
   */
  static JavaSource parse(Path file, String text) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    JavacTask task =
        (JavacTask)
            compiler.getTask(null, null, null, null, null, List.of(new InMemory(file, text)));
    try {
      CompilationUnitTree tree = task.parse().iterator().next();
      return new JavaSource(file, text, tree, Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String module() {
    return file.getName(0).toString();
  }

  boolean isMain() {
    return file.startsWith(Path.of(module(), "src", "main"));
  }

  String fileName() {
    return file.getFileName().toString();
  }

  String packageName() {
    return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
  }

  int lines() {
    return (int) text.lines().count();
  }

  /** Lines that do something: neither blank nor comment, import or package. */
  int linesOfCode() {
    return (int)
        COMMENT
            .matcher(text)
            .replaceAll("")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
            .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
            .count();
  }

  /** The lines from the first to the last character of a piece of code, both included. */
  int linesOf(Tree piece) {
    return line(positions.getEndPosition(tree, piece)) - line(start(piece)) + 1;
  }

  /** A place that an editor can jump to, and what is wrong there. */
  String finding(Tree piece, String message) {
    return finding(line(start(piece)), message);
  }

  String finding(int line, String message) {
    return file + ":" + line + " " + message;
  }

  /** Every piece of code that the rule has something to say about, from top to bottom. */
  List<String> findings(Function<Tree, @Nullable String> rule) {
    return pieces(Tree.class)
        .flatMap(
            piece -> Stream.ofNullable(rule.apply(piece)).map(message -> finding(piece, message)))
        .toList();
  }

  /** Every piece of this kind, from top to bottom. */
  <T extends Tree> Stream<T> pieces(Class<T> kind) {
    List<T> all = new ArrayList<>();
    new TreeScanner<@Nullable Void, List<T>>() {
      @Override
      public @Nullable Void scan(@Nullable Tree piece, List<T> found) {
        if (kind.isInstance(piece)) {
          found.add(kind.cast(piece));
        }
        return super.scan(piece, found);
      }
    }.scan(tree, all);
    return all.stream();
  }

  private long start(Tree piece) {
    return positions.getStartPosition(tree, piece);
  }

  /** Code that the parser makes up, such as a default constructor, has no position: line 1. */
  private int line(long position) {
    return position < 0 ? 1 : (int) tree.getLineMap().getLineNumber(position);
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(Path file, String text) {
      super(URI.create("memory:///" + file.getFileName()), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
