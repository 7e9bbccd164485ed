package org.yima.policy;

import java.nio.file.Path;
import java.util.List;
import org.yima.settlement.Member;

/**
 * A file of worked cases: person, year so far, bill → expected split.
 *
 * @param name of the file
 * @param about one line that says what the cases show
 * @param origin whether the expected split was published or is ours
 * @param source the document the cases come from, or why they were made
 * @param cases those that can be used
 * @param errors the first fault of each case that cannot be used
 */
public record CaseFile(
    String name,
    String about,
    Origin origin,
    String source,
    String district,
    Member.Scheme scheme,
    List<WorkedCase> cases,
    List<PolicyException> errors) {

  public enum Origin {
    PUBLISHED,
    OWN
  }

  public CaseFile {
    cases = List.copyOf(cases);
    errors = List.copyOf(errors);
  }

  /**
   * Reads every {@code *.yaml} in a folder {@code cases} somewhere under this folder.
   *
   * @throws PolicyException if a file cannot be used
   */
  public static List<CaseFile> load(Path folder) {
    return SourceFile.under(folder).stream()
        .filter(SourceFile::isCase)
        .map(file -> CaseReader.read(file).whole())
        .toList();
  }

  /** The cases that ship with the product, from the class path. */
  public static List<CaseFile> bundled() {
    return SourceFile.bundled(SourceFile::isCase).stream()
        .map(file -> CaseReader.read(file).whole())
        .toList();
  }

  /**
   * Reads one case file, which messages then call by this name.
   *
   * @throws PolicyException if it cannot be used
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static CaseFile read(Path file, String name) {
    return readable(file, name).whole();
  }

  /**
   * The same without the cases that cannot be used, whose faults it then holds.
   *
   * @throws PolicyException if it is no file of cases
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static CaseFile readable(Path file, String name) {
    return CaseReader.read(SourceFile.read(file, name));
  }

  /** Reads one case file, from wherever its text comes. */
  public static CaseFile parse(String name, byte[] utf8) {
    return CaseReader.read(SourceFile.of(name, utf8)).whole();
  }

  private CaseFile whole() {
    PolicyException.throwAll(errors);
    return this;
  }
}
