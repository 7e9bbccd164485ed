package org.yima.house;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Types and calls that main code may not use, and where the exceptions live. */
final class VocabularyRules {
  private static final Set<String> MODULES_WITH_MONEY =
      Set.of("protocol", "client", "settlement", "policy", "platform", "sandbox");

  private static final Set<String> FLOATING =
      Set.of("Double", "Float", "doubleValue", "floatValue", "parseDouble", "parseFloat");

  private static final Set<String> AMBIENT_FILES = Set.of("Clock.java", "Ids.java");

  /** Reads the time, or draws a number, that no test can set. */
  private static final Pattern AMBIENT_CALL =
      Pattern.compile(
          "(.*\\.)?(System\\.currentTimeMillis|Math\\.random|UUID\\.randomUUID"
              + "|ThreadLocalRandom\\.current|Calendar\\.getInstance"
              + "|(Instant|Year|YearMonth|\\w+Date|\\w+Time|\\w*DateTime)\\.now)");

  private static final Pattern BANNED_IMPORT =
      Pattern.compile("(org\\.mockito|org\\.easymock|org\\.powermock|lombok)\\..*");

  private VocabularyRules() {}

  static List<String> moneyIsWhole(JavaSource source) {
    boolean applies = source.isMain() && MODULES_WITH_MONEY.contains(source.module());
    return applies ? source.findings(VocabularyRules::floating) : List.of();
  }

  private static @Nullable String floating(Tree piece) {
    boolean found =
        switch (piece) {
          case PrimitiveTypeTree type -> isFloating(type.getPrimitiveTypeKind());
          case LiteralTree literal ->
              literal.getValue() instanceof Double || literal.getValue() instanceof Float;
          case IdentifierTree name -> FLOATING.contains(name.getName().toString());
          case MemberSelectTree member -> FLOATING.contains(member.getIdentifier().toString());
          default -> false;
        };
    return found ? "no double or float: amounts are integer fen, ratios integer parts" : null;
  }

  private static boolean isFloating(TypeKind kind) {
    return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
  }

  /**
   * {@code protocol.spec} needs it to check formats such as (10,4); it hands none on. {@code
   * bench.settle} reckons the rules a second time, in Drools, without the arithmetic it is held to.
   */
  static List<String> decimalsStayInside(JavaSource source) {
    boolean allowed =
        Set.of("settlement", "policy").contains(source.module())
            || Set.of("org.yima.protocol.spec", "org.yima.bench.settle")
                .contains(source.packageName());
    return !source.isMain() || allowed ? List.of() : source.findings(VocabularyRules::decimal);
  }

  private static @Nullable String decimal(Tree piece) {
    boolean found =
        switch (piece) {
          case IdentifierTree name -> name.getName().contentEquals("BigDecimal");
          case MemberSelectTree member -> member.getIdentifier().contentEquals("BigDecimal");
          default -> false;
        };
    return found ? "BigDecimal only inside settlement and policy: pass integer fen" : null;
  }

  static List<String> timeAndChanceAreInputs(JavaSource source) {
    boolean applies = source.isMain() && !AMBIENT_FILES.contains(source.fileName());
    return applies ? source.findings(VocabularyRules::ambient) : List.of();
  }

  private static @Nullable String ambient(Tree piece) {
    boolean found =
        switch (piece) {
          case MethodInvocationTree call -> isAmbient(call.getMethodSelect().toString());
          case MemberReferenceTree method ->
              isAmbient(method.getQualifierExpression() + "." + method.getName());
          case NewClassTree made -> isAmbientObject(made);
          default -> false;
        };
    return found ? "time, randomness and ids are inputs: take them from Clock or Ids" : null;
  }

  private static boolean isAmbient(String call) {
    return AMBIENT_CALL.matcher(call).matches();
  }

  private static boolean isAmbientObject(NewClassTree made) {
    String type = made.getIdentifier().toString();
    return type.equals("Random") || (type.equals("Date") && made.getArguments().isEmpty());
  }

  static List<String> nothingIsMockedOrGenerated(JavaSource source) {
    return source.findings(piece ->
        piece instanceof ImportTree imported
                && BANNED_IMPORT.matcher(imported.getQualifiedIdentifier().toString()).matches()
            ? "no mocks, no Lombok: use the real thing, a fake with a name, or a record"
            : null);
  }
}
