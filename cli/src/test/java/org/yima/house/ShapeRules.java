package org.yima.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How large a piece of code may be and what it may be called. Each rule reads one file. */
final class ShapeRules {
  static final int LONGEST_FILE = 500;
  static final int LONGEST_METHOD = 60;
  static final int MOST_PARAMETERS = 5;

  private static final Pattern DRAWER =
      Pattern.compile(".*(Utils?|Helpers?|Managers?|Impl)(Test)?|I[A-Z][a-z]\\w*");

  /** Written so that this line does not find itself. */
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b");

  private ShapeRules() {}

  static List<String> fileIsShort(JavaSource source) {
    if (source.lines() <= LONGEST_FILE) {
      return List.of();
    }
    return List.of(
        source.finding(
            1,
            "%d lines, more than %d: split by what changes for different reasons"
                .formatted(source.lines(), LONGEST_FILE)));
  }

  static List<String> methodsAreShort(JavaSource source) {
    return source.findings(
        piece -> piece instanceof MethodTree method ? tooLong(source, method) : null);
  }

  private static @Nullable String tooLong(JavaSource source, MethodTree method) {
    int lines = bodyLines(source, method);
    return lines <= LONGEST_METHOD
        ? null
        : "%s has %d lines, more than %d: give its steps names of their own"
            .formatted(method.getName(), lines, LONGEST_METHOD);
  }

  /** From the opening to the closing brace; 0 for a method without a body. */
  static int bodyLines(JavaSource source, MethodTree method) {
    return method.getBody() == null ? 0 : source.linesOf(method.getBody());
  }

  /**
   * Records are exempt: their components, and the constructors that must repeat them, are names in
   * a table rather than a call that someone must get in the right order.
   */
  static List<String> parametersAreFew(JavaSource source) {
    return source
        .pieces(ClassTree.class)
        .flatMap(type -> methods(type).filter(method -> !isConstructorOfRecord(type, method)))
        .filter(method -> method.getParameters().size() > MOST_PARAMETERS)
        .map(method -> source.finding(method, tooMany(method)))
        .toList();
  }

  private static Stream<MethodTree> methods(ClassTree type) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast);
  }

  private static boolean isConstructorOfRecord(ClassTree type, MethodTree method) {
    return type.getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>");
  }

  private static String tooMany(MethodTree method) {
    return "%s takes %d parameters, more than %d: which of them belong together in a record?"
        .formatted(method.getName(), method.getParameters().size(), MOST_PARAMETERS);
  }

  static List<String> namesSayWhatTheyAre(JavaSource source) {
    return source.findings(piece ->
        piece instanceof ClassTree type && DRAWER.matcher(type.getSimpleName()).matches()
            ? type.getSimpleName()
                + ": name it for what it is in the field, not for its role in the code"
            : null);
  }

  static List<String> nothingIsLeftOver(JavaSource source) {
    List<String> lines = source.text().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(index -> LEFT_OVER.matcher(lines.get(index)).find())
        .mapToObj(
            index -> source.finding(index + 1, "do it now, or write an issue and remove the note"))
        .toList();
  }
}
