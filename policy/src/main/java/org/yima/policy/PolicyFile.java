package org.yima.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import org.yima.settlement.Policy;

/**
 * One policy file: the rules of a district and scheme.
 *
 * @param name of the file
 * @param figures how many dated figures it states
 * @param policies the rules as they stand from each day on which a figure changes; never empty
 */
public record PolicyFile(String name, int figures, NavigableMap<LocalDate, Policy> policies) {

  public PolicyFile {
    policies = Collections.unmodifiableNavigableMap(policies);
  }

  /**
   * Reads a policy, from wherever its text comes.
   *
   * @throws PolicyException if it cannot be used
   */
  public static PolicyFile parse(String name, String text) {
    return read(new SourceFile(name, text));
  }

  static PolicyFile read(SourceFile file) {
    var policies = PolicyReader.read(file);
    // Where a figure comes from stands once with each figure and nowhere else.
    return new PolicyFile(file.name(), Yaml.read(file).count("source"), policies);
  }

  /** The rules of any day: name, district and scheme are the same on all. */
  public Policy any() {
    return policies.firstEntry().getValue();
  }

  /** The first day that the file is for. */
  public LocalDate from() {
    return policies.firstKey();
  }
}
