package org.yima.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      read.add(isCase, () -> SourceFile.read(path, shown(path)));
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
      read.add(false, () -> SourceFile.read(path, shown(path)));
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
      read.add(file.isCase(), () -> file);
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

  /** What is wrong: the first fault of each file that cannot be used. */
  public List<PolicyException> errors() {
    return List.copyOf(errors);
  }

  private void add(boolean isCase, Supplier<SourceFile> file) {
    try {
      SourceFile source = file.get();
      if (isCase) {
        cases.add(CaseReader.read(source));
      } else {
        PolicyFile policy = PolicyFile.read(source);
        book.add(policy);
        policies.add(policy);
      }
    } catch (PolicyException e) {
      errors.add(e);
    }
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
