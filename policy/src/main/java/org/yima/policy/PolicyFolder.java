package org.yima.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Policies and the cases beside them, read as far as they can be: what is wrong with one file is
 * kept, and the next one is read. Immutable once it is made.
 */
public final class PolicyFolder {

  private final PolicyBook book = new PolicyBook();
  private final List<PolicyFile> policies = new ArrayList<>();
  private final List<CaseFile> cases = new ArrayList<>();
  private final List<PolicyException> errors = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  /** A file that cannot be used. */
  private record Unread(String name, boolean isCase, Scope scope) {}

  private PolicyFolder() {}

  /**
   * Every {@code *.yaml} of a folder; messages name it with the folder, as a terminal can open it.
   *
   * @throws java.io.UncheckedIOException if the folder or a file cannot be read
   */
  public static PolicyFolder read(Path folder) {
    var read = new PolicyFolder();
    for (Path path : SourceFile.paths(folder, ".yaml")) {
      boolean isCase = SourceFile.isCase(SourceFile.nameIn(folder, path));
      read.add(shown(path), isCase, () -> SourceFile.read(path, shown(path)));
    }
    return read;
  }

  /**
   * The same without the cases: the policies of a folder, or a single file.
   *
   * @throws java.io.UncheckedIOException if the folder or a file cannot be read
   */
  public static PolicyFolder policiesOf(Path fileOrFolder) {
    var read = new PolicyFolder();
    for (Path path : policyFiles(fileOrFolder)) {
      read.add(shown(path), false, () -> SourceFile.read(path, shown(path)));
    }
    return read;
  }

  private static List<Path> policyFiles(Path fileOrFolder) {
    return Files.isDirectory(fileOrFolder)
        ? SourceFile.paths(fileOrFolder, ".yaml").stream()
            .filter(path -> !SourceFile.isCase(SourceFile.nameIn(fileOrFolder, path)))
            .toList()
        : List.of(fileOrFolder);
  }

  /** What ships with the product, from the class path. */
  public static PolicyFolder bundled() {
    var read = new PolicyFolder();
    for (SourceFile file : SourceFile.bundled(name -> true)) {
      read.add(file.name(), file.isCase(), () -> file);
    }
    return read;
  }

  /** The folder whose policies a case file is about: the one in which its {@code cases} stands. */
  public static Optional<Path> around(Path caseFile) {
    Path path = caseFile.toAbsolutePath().normalize().getParent();
    while (path != null) {
      if (path.endsWith("cases")) {
        return Optional.ofNullable(path.getParent());
      }
      path = path.getParent();
    }
    return Optional.empty();
  }

  /** Files that look like policies or cases and are not read, because of how their names end. */
  public static List<String> passedOver(Path folder) {
    return SourceFile.paths(folder, ".yml").stream().map(PolicyFolder::shown).toList();
  }

  public PolicyBook book() {
    return book;
  }

  public List<PolicyFile> policies() {
    return List.copyOf(policies);
  }

  public List<CaseFile> cases() {
    return List.copyOf(cases);
  }

  /** What is wrong: the first fault of each step and of each case that cannot be used. */
  public List<PolicyException> errors() {
    return List.copyOf(errors);
  }

  /**
   * The policy files with faults by which a case might have been settled; empty: it can be settled.
   * Where one of a district's files is missing, another may no longer hold on the day of the case.
   */
  public List<String> hindering(CaseFile file, WorkedCase worked) {
    List<String> certain = unreadPolicies(each -> each.is(file.district(), file.scheme()));
    return certain.isEmpty() && worked.policy(book).isEmpty()
        ? unreadPolicies(each -> each.mayBe(file.district(), file.scheme())).stream()
            .filter(name -> isBeside(file.name(), name))
            .toList()
        : certain;
  }

  private List<String> unreadPolicies(Predicate<Scope> wanted) {
    return unread.stream()
        .filter(each -> !each.isCase && wanted.test(each.scope))
        .map(Unread::name)
        .toList();
  }

  /** Whether there are cases for a policy that cannot be read, so that nothing is known of them. */
  public boolean hasUnreadCases(PolicyFile policy) {
    String district = policy.any().district();
    var scheme = policy.any().scheme();
    return cases.stream()
            .filter(file -> !file.errors().isEmpty())
            .anyMatch(file -> file.district().equals(district) && file.scheme() == scheme)
        || unread.stream()
            .filter(Unread::isCase)
            .filter(each -> each.scope.mayBe(district, scheme))
            .anyMatch(
                each -> each.scope.is(district, scheme) || isBeside(each.name, policy.name()));
  }

  /** Whether a policy stands in the folder whose policies the case file is about. */
  private static boolean isBeside(String caseFile, String policy) {
    int cases = caseFile.lastIndexOf("/cases/");
    return policy.startsWith(caseFile.substring(0, cases + 1));
  }

  private void add(String name, boolean isCase, Supplier<SourceFile> file) {
    Scope scope = Scope.UNKNOWN;
    boolean holdsCases = isCase;
    try {
      SourceFile source = file.get();
      scope = Scope.of(source.text());
      holdsCases = isCase || Scope.isOfCases(source.text());
      if (isCase) {
        addCases(CaseReader.read(source));
      } else {
        addPolicy(PolicyFile.read(source));
      }
    } catch (PolicyException e) {
      errors.add(e);
      unread.add(new Unread(name, holdsCases, scope));
    }
  }

  private void addCases(CaseFile file) {
    cases.add(file);
    errors.addAll(file.errors());
  }

  private void addPolicy(PolicyFile policy) {
    book.add(policy);
    policies.add(policy);
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
