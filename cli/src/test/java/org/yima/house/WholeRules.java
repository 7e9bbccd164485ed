package org.yima.house;

import com.sun.source.tree.MethodTree;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about all sources together. */
final class WholeRules {
  static final int USUAL_FILE = 250;
  static final int USUAL_METHOD = 20;

  private WholeRules() {}

  /** 19 of 20 files are short. Main and test code count apart, so neither hides the other. */
  static List<String> filesAreUsuallyShort(List<JavaSource> sources) {
    return bySide(sources)
        .flatMap(side -> longest(side.stream(), JavaSource::lines, USUAL_FILE))
        .map(file ->
            file.finding(
                1,
                "%d lines: more than 1 file in 20 has over %d; split the longest"
                    .formatted(file.lines(), USUAL_FILE)))
        .toList();
  }

  /** 19 of 20 methods are short; those without a body do not count. */
  static List<String> methodsAreUsuallyShort(List<JavaSource> sources) {
    return bySide(sources)
        .flatMap(side -> longest(side.stream().flatMap(Method::of), Method::lines, USUAL_METHOD))
        .map(Method::finding)
        .toList();
  }

  private record Method(JavaSource source, MethodTree tree, int lines) {
    static Stream<Method> of(JavaSource source) {
      return source
          .pieces(MethodTree.class)
          .filter(method -> method.getBody() != null)
          .map(method -> new Method(source, method, ShapeRules.bodyLines(source, method)));
    }

    String finding() {
      return source.finding(
          tree,
          "%s has %d lines: more than 1 method in 20 has over %d; name the steps of the longest"
              .formatted(tree.getName(), lines, USUAL_METHOD));
    }
  }

  private static Stream<List<JavaSource>> bySide(List<JavaSource> sources) {
    return sources.stream()
        .collect(Collectors.partitioningBy(JavaSource::isMain))
        .values()
        .stream();
  }

  /** Nothing if at least 95 % are within the limit, else all that are above it, longest first. */
  private static <T> Stream<T> longest(Stream<T> all, ToIntFunction<T> size, int limit) {
    List<T> sorted = all.sorted(Comparator.comparingInt(size).reversed()).toList();
    List<T> above = sorted.stream().filter(each -> size.applyAsInt(each) > limit).toList();
    return above.size() * 20 <= sorted.size() ? Stream.empty() : above.stream();
  }

  /** A package is described once: in main code, or beside the tests if it exists only there. */
  static List<String> packagesAreDescribed(List<JavaSource> sources) {
    Set<String> described =
        sources.stream()
            .filter(source -> source.fileName().equals("package-info.java"))
            .map(WholeRules::packageOf)
            .collect(Collectors.toSet());
    return sources.stream()
        .filter(source -> !described.contains(packageOf(source)))
        .collect(Collectors.toMap(WholeRules::packageOf, source -> source, (first, other) -> first))
        .values()
        .stream()
        .map(source ->
            source.finding(1, "add package-info.java: what the package owns and what it hides"))
        .sorted()
        .toList();
  }

  /** The same package of another module is another package. */
  private static String packageOf(JavaSource source) {
    return source.module() + "/" + source.packageName();
  }

  static List<String> testsAreAtLeastAsLongAsCode(List<JavaSource> sources) {
    int main = lines(sources, true);
    int test = lines(sources, false);
    if (test >= main) {
      return List.of();
    }
    String perModule =
        sources.stream().collect(Collectors.groupingBy(JavaSource::module)).entrySet().stream()
            .map(module ->
                "%s %d:%d"
                    .formatted(
                        module.getKey(),
                        lines(module.getValue(), false),
                        lines(module.getValue(), true)))
            .sorted()
            .collect(Collectors.joining(", "));
    return List.of(
        "%d lines of tests for %d of code (%s): which rule has no test yet?"
            .formatted(test, main, perModule));
  }

  private static int lines(List<JavaSource> sources, boolean main) {
    return sources.stream()
        .filter(source -> source.isMain() == main)
        .mapToInt(JavaSource::linesOfCode)
        .sum();
  }
}
